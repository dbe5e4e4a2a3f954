import { isSandbox, puppetNamed } from "../channel/puppets.ts";
import { loadHouse } from "../load-house.ts";
import { loadTriageData } from "../load-triage.ts";
import { isPublished } from "../schedule/workdays.ts";
import { verifyChain } from "../store/chain.ts";
import type { Given, XiaogeCommand } from "./command.ts";
import { withDatabase } from "./with-database.ts";

type Check = { readonly name: string; readonly look: (given: Given) => Promise<string> };

const CHECKS: readonly Check[] = [
  {
    name: "data files",
    look: async ({ config }) => {
      const { desk, wordings } = loadHouse({ community: config.COMMUNITY_FILE, calendar: config.CALENDAR_FILE });
      const { categories } = loadTriageData();
      return `${desk.community.name}: ${desk.community.people.length} people, ${desk.community.rooms.length} groups, ${wordings.size} sentences, ${categories.length} categories`;
    },
  },
  {
    name: "holidays",
    look: async () => {
      const year = new Date().getFullYear();
      return isPublished(year)
        ? `${year} is published${isPublished(year + 1) ? "" : `; ${year + 1} is not yet, its working days are provisional`}`
        : `${year} is provisional; update chinese-days`;
    },
  },
  {
    name: "database",
    look: ({ config }) =>
      withDatabase(config, async ({ db, kind }) => {
        const { events, tickets, wrong } = await verifyChain(db);
        if (wrong !== undefined) throw new Error(`${wrong}; compare with a backup`);
        return `${kind}: ${tickets} tickets, ${events} events, the chain is whole`;
      }),
  },
  {
    name: "model",
    look: async ({ config }) => {
      const { OPENAI_API_KEY: key, OPENAI_BASE_URL: base, OPENAI_MODEL: model } = config;
      if (key === undefined && base === undefined) return "none: the offline classifier reads everything";
      if (model === undefined) throw new Error("OPENAI_MODEL is empty; name the model");
      const answer = await fetch(`${base ?? "https://api.openai.com/v1"}/models`, {
        headers: { authorization: `Bearer ${key ?? "none"}` },
        signal: AbortSignal.timeout(5_000),
      });
      if (!answer.ok) throw new Error(`the server answers ${answer.status}; check OPENAI_BASE_URL and OPENAI_API_KEY`);
      return `${model} answers`;
    },
  },
  {
    name: "channel",
    look: async ({ environment }) => {
      if (isSandbox(environment)) return "none: the sandbox on this computer";
      await puppetNamed(environment);
      return `${environment["WECHATY_PUPPET"]} is installed`;
    },
  },
  {
    name: "speaking",
    look: async ({ config }) =>
      config.SAY_BY_HAND
        ? "by hand (SAY_BY_HAND=true): the account says nothing; what is due waits on the board's outbox page"
        : `by the account: ${config.pace.perMinute} sentences a minute, ${config.pace.perDay} a day at most`,
  },
];

/** `doctor`: looks at everything the service needs; each line says what is well or what to do. */
export const doctorCommand: XiaogeCommand = {
  run: async (given) => {
    let ill = 0;
    for (const { name, look } of CHECKS) {
      try {
        given.write(`ok    ${name}: ${await look(given)}\n`);
      } catch (error) {
        ill++;
        given.write(`wrong ${name}: ${(error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, " ")}\n`);
      }
    }
    return ill === 0 ? 0 : 2;
  },
};

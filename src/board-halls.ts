import { randomInt } from "node:crypto";
import type { App } from "./app.ts";
import type { Told } from "./board/halls/forms.ts";
import type { Halls } from "./board/halls/halls.ts";
import type { Config } from "./config.ts";
import type { Chamber } from "./council/chamber.ts";
import { postKey } from "./council/notice/notice.ts";
import { newCode } from "./intake/replies/small-talk.ts";
import type { House } from "./load-house.ts";
import { createByHand } from "./outbox/by-hand.ts";
import type { Row } from "./outbox/queue.ts";
import { word } from "./outbox/word.ts";
import { previewOf } from "./schedule/preview.ts";
import type { Instant } from "./shared/instant.ts";
import { nextWaking } from "./shared/work-calendar.ts";
import { createLists, createWishes } from "./store/board/find-lists.ts";
import type { Database } from "./store/database/open.ts";
import { createPictures } from "./store/pictures.ts";
import { createQueue } from "./store/queue.ts";
import { createShelf } from "./store/shelf.ts";
import { type Fill, fill } from "./tickets/saying/wording.ts";
import { aheadReader } from "./triage/when/when.ts";

export type HallNeeds = {
  readonly config: Pick<Config, "DATA_DIR" | "SAY_BY_HAND" | "pace">;
  readonly house: House;
  readonly database: Database;
  readonly memory: Parameters<typeof newCode>[0];
  readonly app: Pick<App, "council" | "rollCall">;
  readonly channel: { readonly rooms: () => Promise<readonly { readonly topic: string }[]> };
  readonly clock: () => Instant;
};

/** What the pages besides tickets are handed of the rest. */
export function boardHalls({ config, house, database, memory, app, channel, clock }: HallNeeds): Halls {
  const { calendar } = house.desk;
  const { wordings } = house;
  const queue = createQueue(database);
  const words = (row: Row, now: Instant): string => word(wordings, calendar.zone, [row], now);
  return {
    outbox: {
      queue,
      byHand: config.SAY_BY_HAND ? createByHand({ queue, wordings, calendar, pace: config.pace }) : undefined,
      words,
      waking: (now) => nextWaking(calendar, now),
      openPicture: createPictures(config.DATA_DIR).open,
    },
    council: councilDesk(house, database, app.council, words, clock),
    calendar: { preview: (from, to) => previewOf(house, house.calendar, from, to) },
    wishes: createWishes(database),
    lists: createLists(database),
    people: {
      bound: () => new Set(app.rollCall.bound().keys()),
      groups: async () => new Set((await channel.rooms()).map(({ topic }) => topic)),
      newCode: (name) => newCode(memory, () => randomInt(2 ** 32) / 2 ** 32, name),
    },
  };
}

function councilDesk(
  house: House,
  database: Database,
  council: App["council"],
  words: (row: Row, now: Instant) => string,
  clock: () => Instant,
): Halls["council"] {
  const { desk, wordings, rules } = house;
  const shelf = createShelf(database);
  const chamber: Chamber = { desk, wordings, rules, readAhead: aheadReader(desk.calendar) };
  const refused = (why: string, values: Fill): Told => ({ text: fill(wordings.get(why)?.text ?? "", values), isBad: true });
  return {
    chamber,
    latest: shelf.latest,
    affair: shelf.affair,
    receipts: (notice) => shelf.receipts(postKey(notice)),
    order: async ({ by, kind, number, verb, words: said, once }) => {
      const ordered = await council.order({ by, kind, number, verb, words: said, once });
      if (ordered === "unknown") return undefined;
      if (ordered === "again") return { text: "已经办过了。" };
      if (ordered === "notYours") return refused("council.notYours", { number });
      if ("refused" in ordered) return refused(ordered.refused, ordered.fill);
      const answers = ordered.answers.map((sentence) => words({ ...sentence, id: 0, attempts: 0 }, clock()));
      return { text: answers.length === 0 ? "好，办了。" : answers.join("\n") };
    },
    begin: async (given) => {
      const begun = await council.begin(given);
      if (begun === "again") return { text: "已经发起过了，请到列表里看。" };
      if (begun === "nothing") return { text: "没看懂要做什么，请照着例子写。", isBad: true };
      return "refused" in begun ? refused(begun.refused, begun.fill ?? {}) : begun;
    },
  };
}

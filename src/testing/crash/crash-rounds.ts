import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { loadHouse } from "../../load-house.ts";
import { MINUTE } from "../../shared/instant.ts";
import { openDatabase } from "../../store/database/open.ts";
import { freshPostgres } from "../databases.ts";
import { type CrashFindings, inspect } from "./crash-findings.ts";
import { createCrashLoad, seeded } from "./crash-load.ts";
import { type CrashProcess, startCrashProcess } from "./crash-process.ts";
import { CRASH_QUIET, type CrashLine, type CrashReport, type CrashSaid } from "./crash-protocol.ts";
import { dayAhead } from "./day-ahead.ts";

export type CrashOptions = {
  readonly rounds: number;
  readonly database: "sqlite" | "postgres";
  readonly seed: number;
  readonly log: (line: string) => void;
};

export type CrashOutcome = CrashFindings & {
  readonly database: CrashOptions["database"];
  readonly seed: number;
  readonly kills: number;
  readonly killsWhileStarting: number;
  readonly lines: number;
  /** Lines that were on disk, by the bot's word, when it was killed or before. */
  readonly handedOver: number;
  readonly deliveredAgain: number;
  readonly sentences: number;
  /** What the bot's log told of, by event; none of it is wrong by itself. */
  readonly troubles: Readonly<Record<string, number>>;
  readonly seconds: number;
};

/** Longer than the lease on a sentence that is being said: what a killed process held is free. */
const LEASE_OVER = 2 * MINUTE;

/**
 * Kills a bot under load again and again, at random moments, always on the same database; then lets one finish, and looks.
 * PostgreSQL is the one that TEST_DATABASE_URL or DATABASE_URL names; a schema of its own is made there and dropped.
 */
export async function crashRounds({ rounds, database, seed, log }: CrashOptions): Promise<CrashOutcome> {
  const began = Date.now();
  const home = await makeHome(database);
  const ahead = dayAhead(loadHouse({ community: "seeds/community.yaml", calendar: "seeds/calendar.yaml" }), began);
  const random = seeded(seed);
  const load = createCrashLoad(random);
  const lines: CrashLine[] = [];
  const heard = new Set<string>();
  const said: CrashSaid[] = [];
  const troubles: Record<string, number> = {};
  let deliveredAgain = 0;
  let killsWhileStarting = 0;

  const told = (report: CrashReport): void => {
    if (report.type === "heard") heard.add(report.id);
    if (report.type === "said") {
      said.push(report.said);
      load.read(report.said.text);
    }
    if (report.type !== "trouble" && report.type !== "unheard") return;
    const event = report.type === "trouble" ? report.event : "not heard";
    troubles[event] = (troubles[event] ?? 0) + 1;
    if (troubles[event] <= 5) log(`${event}: ${report.why}`);
  };
  /** Whatever was not handed over comes again, and some of the rest, as gateways do. */
  const deliverAgain = (bot: CrashProcess): void => {
    const repeats = lines.filter(({ id }) => heard.has(id) && random() < 4 / lines.length);
    for (const line of [...lines.filter(({ id }) => !heard.has(id)), ...repeats]) {
      deliveredAgain++;
      bot.hear(line);
    }
  };
  const speak = (bot: CrashProcess, line: CrashLine): void => {
    lines.push(line);
    bot.hear(line);
  };
  /** In some rounds people talk without a pause, in others there is time to answer. */
  const speakUntil = async (bot: CrashProcess, end: number): Promise<void> => {
    const longest = 10 + 90 * random();
    while (Date.now() < end) {
      for (let burst = Math.ceil(random() * 3); burst > 0; burst--) speak(bot, load.next());
      await pause(Math.min(longest * random(), Math.max(0, end - Date.now())));
    }
  };
  /** Every other time the end comes just when several reports are being filed. */
  const speakToTheEnd = async (bot: CrashProcess): Promise<void> => {
    await speakUntil(bot, Date.now() + 50 + 550 * random());
    if (random() < 0.5) return;
    for (let count = 8; count > 0; count--) speak(bot, load.report());
    await pause(CRASH_QUIET + 150 * random());
  };

  try {
    for (let round = 1; round <= rounds; round++) {
      const bot = startCrashProcess({ ...home.settings, CLOCK_AHEAD: String(ahead) }, told);
      // In the first round people speak, or there would be nothing to lose.
      if (round > 1 && random() < 0.1) {
        killsWhileStarting++;
        await pause(300 + 900 * random());
      } else {
        await bot.ready;
        deliverAgain(bot);
        await speakToTheEnd(bot);
      }
      await bot.kill();
      if (round % 10 === 0) log(`round ${round}: ${lines.length} lines, ${heard.size} handed over, ${said.length} sentences`);
    }
    const handedOver = heard.size;
    const last = startCrashProcess({ ...home.settings, CLOCK_AHEAD: String(ahead + LEASE_OVER) }, told);
    await last.ready;
    deliverAgain(last);
    await last.finish();
    const findings = await home.look((opened) => inspect(opened, lines, said));
    const counts = { database, seed, kills: rounds, killsWhileStarting, lines: lines.length, handedOver, deliveredAgain };
    return { ...counts, sentences: said.length, troubles, seconds: Math.round((Date.now() - began) / 1000), ...findings };
  } finally {
    await home.drop();
  }
}

type Home = {
  readonly settings: Readonly<Record<string, string>>;
  readonly look: <T>(at: (database: ReturnType<typeof openDatabase>) => Promise<T>) => Promise<T>;
  readonly drop: () => Promise<void>;
};

/** Nobody but the bot has the SQLite file open while it is killed: so it is the next bot that must recover it. */
async function makeHome(kind: CrashOptions["database"]): Promise<Home> {
  if (kind === "postgres") {
    const { url = "", dataDir, database, drop } = await freshPostgres(serverUrl());
    return { settings: { DATABASE_URL: url, DATA_DIR: dataDir }, look: (at) => at(database), drop };
  }
  const dataDir = mkdtempSync(join(tmpdir(), "xiaoge-crash-"));
  return {
    settings: { DATABASE_URL: "", DATA_DIR: dataDir },
    look: async (at) => {
      const database = openDatabase({ dataDir });
      return at(database).finally(database.close);
    },
    drop: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

function serverUrl(): string {
  return process.env["TEST_DATABASE_URL"] ?? process.env["DATABASE_URL"] ?? "postgres://postgres@127.0.0.1:5432/test";
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "200" },
      database: { type: "string", default: "sqlite" },
      seed: { type: "string", default: "1" },
    },
  });
  const outcome = await crashRounds({
    rounds: Number(values.rounds),
    database: values.database === "postgres" ? "postgres" : "sqlite",
    seed: Number(values.seed),
    log: (line) => process.stdout.write(`${line}\n`),
  });
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
  process.exitCode = outcome.wrong.length === 0 ? 0 : 1;
}

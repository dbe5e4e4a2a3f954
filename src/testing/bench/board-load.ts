import { createBoard } from "../../board/board.ts";
import { createSessions } from "../../board/sign-in/sessions.ts";
import { boardHalls } from "../../board-halls.ts";
import { boardParts } from "../../board-parts.ts";
import { readConfig } from "../../config.ts";
import { createMemory } from "../../memory.ts";
import type { Database } from "../../store/database/open.ts";
import { type Fresh, freshPostgres, freshSqlite } from "../databases.ts";
import { at, house } from "../house.ts";
import { fillBoard } from "./fill-board.ts";

// `node src/testing/bench/board-load.ts [--sqlite N] [--postgres N]`: how long the server takes for each page of the board with very many tickets.
// PostgreSQL only where TEST_DATABASE_URL names one. JSON on the last line; every p95 is wanted below 50 ms.

const NOW = at("2026-09-14T10:00");
const ROUNDS = 40;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function option(name: string, fallback: number): number {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? fallback : Number(process.argv[index + 1]);
}

type Measured = { readonly p50: number; readonly p95: number; readonly kB: number };

async function measure(database: Database, count: number): Promise<Record<string, Measured>> {
  const config = readConfig({ DATA_DIR: "/nonexistent" });
  const memory = createMemory(database, () => NOW);
  const failed = (why: string): never => {
    throw new Error(why);
  };
  const parts = boardParts({ config, house, database, memory, clock: () => NOW, failed });
  const halls = boardHalls({
    config,
    house,
    database,
    memory,
    // Pages are only read here: nobody orders anything, and no channel is there.
    app: {
      council: { order: async () => "unknown", begin: async () => "nothing" } as never,
      rollCall: { bound: () => new Map() } as never,
    },
    channel: { rooms: async () => [] },
    clock: () => NOW,
  });
  const board = createBoard({
    halls,
    ...parts,
    status: () => ({ state: "starting" }),
    act: async () => undefined,
    personNamed: () => undefined,
  });
  const sessions = createSessions({ ...parts.door, clock: () => NOW });
  const pages: Readonly<Record<string, (round: number) => string>> = {
    overview: () => "/overview",
    "overview, after something happened": () => "/overview?",
    list: () => "/tickets",
    "list, filtered": (round) =>
      `/tickets?state=all&category=${encodeURIComponent(["路灯", "电梯", "漏水"][round % 3] ?? "")}&kind=demand&grid=${encodeURIComponent("三格")}`,
    "list, place and handler": (round) =>
      `/tickets?state=closed&place=${encodeURIComponent(`葵花里小区 ${1 + (round % 6)}`)}&handler=${encodeURIComponent("罗强")}`,
    "list, overdue": () => "/tickets?overdue=1",
    "list, deep page": (round) => `/tickets?state=all&after=${Math.floor((count * (round + 1)) / (ROUNDS + 2))}`,
    "list, deep and filtered": (round) =>
      `/tickets?state=all&kind=hazard&urgency=danger&after=${Math.floor((count * (round + 1)) / (ROUNDS + 2))}`,
    "search, common": (round) => `/tickets?state=all&q=${encodeURIComponent(["电梯停在", "漏水", "车棚旁"][round % 3] ?? "")}`,
    "search, two words": (round) =>
      `/tickets?state=all&q=${encodeURIComponent(["车棚 电梯停", "北门 垃圾", "花坛 大坑"][round % 3] ?? "")}`,
    "search, open": () => `/tickets?q=${encodeURIComponent("漏水")}`,
    "search, nothing": () => `/tickets?state=all&q=${encodeURIComponent("宇宙飞船")}`,
    "search, common words never together": () => `/tickets?state=all&q=${encodeURIComponent("电梯停 漏水")}`,
    wishes: () => "/wishes",
    lists: () => "/lists",
    affairs: () => "/affairs",
    consent: () => "/consent",
    calendar: () => "/calendar",
    people: () => "/people",
    outbox: () => "/outbox",
    ticket: (round) => `/tickets/${1 + Math.floor((count * round) / ROUNDS)}`,
  };
  const found: Record<string, Measured> = {};
  for (const person of ["孟岚", "罗强", "周伟"]) {
    const cookie = `board=${await sessions.begin(person)}`;
    for (const [name, address] of Object.entries(pages)) {
      if (person !== "孟岚" && name !== "list" && name !== "overview") continue;
      const times: number[] = [];
      let bytes = 0;
      for (let round = 0; round <= ROUNDS; round++) {
        // An event moves the history's head: how things stand is counted anew.
        if (name.endsWith("happened"))
          await database.db
            .updateTable("chain")
            .set(({ eb }) => ({ seq: eb("seq", "+", 1) }))
            .execute();
        const from = performance.now();
        const answer = await board.request(address(round), { headers: { cookie } });
        const text = await answer.text();
        if (answer.status !== 200 && !(name === "ticket" && answer.status === 404))
          throw new Error(`${address(round)} answers ${answer.status}`);
        bytes = Math.max(bytes, Buffer.byteLength(text));
        // The first one fills what is cached, and compiles the query.
        if (round > 0) times.push(performance.now() - from);
        else if (name === "overview") say(`    first overview: ${Math.round(performance.now() - from)} ms`);
      }
      times.sort((a, b) => a - b);
      const p = (share: number): number => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(1));
      found[`${name} (${person})`] = { p50: p(0.5), p95: p(0.95), kB: Number((bytes / 1000).toFixed(1)) };
      say(`    ${name} (${person}): p50 ${p(0.5)} ms, p95 ${p(0.95)} ms, ${(bytes / 1000).toFixed(1)} kB`);
    }
  }
  return found;
}

async function tried(name: string, count: number, open: () => Promise<Fresh>): Promise<Record<string, Measured>> {
  const fresh = await open();
  try {
    const from = performance.now();
    await fillBoard(fresh.database, count, NOW);
    say(`${name}: ${count} tickets written in ${Math.round((performance.now() - from) / 1_000)} s`);
    return await measure(fresh.database, count);
  } finally {
    await fresh.drop();
  }
}

const server = process.env["TEST_DATABASE_URL"];
const results = {
  sqlite: await tried("SQLite", option("sqlite", 100_000), freshSqlite),
  ...(server === undefined
    ? {}
    : { postgres: await tried("PostgreSQL", option("postgres", 1_000_000), () => freshPostgres(server)) }),
};
say(JSON.stringify(results));

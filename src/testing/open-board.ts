import type { Hono } from "hono";
import { createBoard } from "../board/board.ts";
import { emptyHalls } from "../board/halls/halls.fixture.ts";
import type { BoardParts } from "../board/parts.ts";
import type { BoardEnv } from "../board/shell/visitor.ts";
import { createLinks, LINK_LIVES } from "../board/sign-in/links.ts";
import { createSessions } from "../board/sign-in/sessions.ts";
import { boardParts } from "../board-parts.ts";
import { readConfig } from "../config.ts";
import { createMemory } from "../memory.ts";
import type { Instant } from "../shared/instant.ts";
import { createJournal } from "../store/journal.ts";
import { createRegister } from "../store/register.ts";
import type { Command, Opening } from "../tickets/command.ts";
import type { Office } from "../tickets/keep.ts";
import { carryOut, type Done, fileReport } from "../tickets/office.ts";
import { type Fresh, freshSqlite } from "./databases.ts";
import { at, house, lampReading, people } from "./house.ts";

type Report = {
  readonly kind?: Opening["reading"]["kind"];
  readonly says?: string;
  readonly by?: Opening["reporter"];
  readonly place?: Opening["reading"]["place"];
  readonly file?: string;
};

/** The board on a real database and real flows, asked as a browser asks it. */
export type OpenBoard = {
  readonly board: Hono<BoardEnv>;
  readonly parts: BoardParts;
  readonly fresh: Fresh;
  readonly now: () => Instant;
  readonly pass: (milliseconds: number) => void;
  /** Somebody reports something; gives the ticket's number. */
  readonly reports: (report?: Report) => Promise<number>;
  readonly does: (number: number, command: Command) => Promise<Done | undefined>;
  /** A one-time token, as the bot would send it. */
  readonly token: (person: string) => Promise<string>;
  readonly visitor: (person: string) => Promise<Visitor>;
  readonly close: () => Promise<void>;
};

/** A signed-in person's browser. */
export type Visitor = {
  readonly cookie: string;
  readonly csrf: string;
  readonly gets: (path: string) => Promise<{ readonly status: number; readonly text: string; readonly headers: Headers }>;
  readonly sends: (
    path: string,
    fields: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly text: string; readonly headers: Headers }>;
};

/** A form as a browser sends it. */
export function form(fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(fields).toString(),
  };
}

/** Opens the board of the sample community on a Monday morning. `change` replaces parts of it. */
export async function openBoard(change: Partial<BoardParts> = {}): Promise<OpenBoard> {
  const fresh = await freshSqlite();
  const { database } = fresh;
  let time = at("2026-09-14T10:00");
  const clock = (): Instant => time;
  const register = createRegister(database);
  const office: Office = { ...house, register, reachable: () => true };
  const act = (number: number, command: Command) => carryOut(office, number, command, time);
  const failed = (why: string): never => {
    throw new Error(why);
  };
  const base = boardParts({
    config: readConfig({ DATA_DIR: fresh.dataDir }),
    house,
    database,
    memory: createMemory(database, clock),
    clock,
    failed,
  });
  const parts: BoardParts = {
    ...base,
    status: () => ({ state: "starting" }),
    act,
    personNamed: () => undefined,
    halls: emptyHalls,
    ...change,
  };
  const board = createBoard(parts);
  const sessions = createSessions({ ...parts.door, clock });
  const journal = createJournal(database);
  let said = 0;
  return {
    board,
    parts,
    fresh,
    now: clock,
    pass: (milliseconds) => {
      time += milliseconds;
    },
    reports: async ({
      kind = "demand",
      says = lampReading.summary,
      by = people.resident,
      place = lampReading.place,
      file,
    } = {}) => {
      said += 1;
      const speaker = { id: by.id, alias: by.alias, name: by.alias, friend: true };
      const [row = 0] = await journal.record([
        { message: { id: `m${said}`, sentAt: time, speaker, kind: "text", text: says, mentionsBot: false }, heardAt: time },
      ]);
      if (file !== undefined) await journal.keepFile(row, file);
      const matter = await fileReport(
        office,
        { reading: { ...lampReading, kind, summary: says, place }, reporter: by, home: place, room: "葵花里小区居民群" },
        [row],
        says,
        time,
      );
      if (matter === undefined) throw new Error("the report was filed already");
      return matter.ticket.number;
    },
    does: act,
    token: (person) => createLinks(parts.door.memory, parts.door.newToken, clock).offer(person, time + LINK_LIVES),
    visitor: async (person) => {
      const token = (await sessions.begin(person)) ?? "";
      const cookie = `board=${token}`;
      const csrf = (await sessions.find(token))?.csrf ?? "";
      const told = async (answer: Response | Promise<Response>) => {
        const { status, headers } = await answer;
        return { status, headers, text: await (await answer).text() };
      };
      return {
        cookie,
        csrf,
        gets: (path) => told(board.request(path, { headers: { cookie } })),
        sends: (path, fields) => told(board.request(path, form({ csrf, ...fields }, { cookie }))),
      };
    },
    close: fresh.drop,
  };
}

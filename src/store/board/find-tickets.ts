import { type ExpressionBuilder, type Kysely, type SelectQueryBuilder, sql } from "kysely";
import type { After, Finder, Order, Reach, Wanted } from "../../board/tickets/finder.ts";
import type { Message } from "../../intake/message.ts";
import type { Matter } from "../../tickets/register.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { historyOf } from "../chain.ts";
import type { Database } from "../database/open.ts";
import type { Schema } from "../database/schema.ts";
import { findMatter } from "../register-reads.ts";
import { pairsOf } from "./ticket-words.ts";

/** As much of what was said as anybody reads. */
const SAID = 200;

/** Looks tickets up for the board: each page begins behind the last row of the one before, and nothing is counted to its end. */
export function createFinder({ db }: Database): Finder {
  return {
    find: async (reach, wanted, order, after, most) => {
      const numbers = await numbersOf(db, reach, wanted, order, after, most);
      return matters(db, numbers);
    },
    page: async (reach, wanted, order, after, most, counted) => {
      // The first page and the count are the same rows: they are looked up once.
      const first = await numbersOf(db, reach, wanted, order, undefined, counted);
      const numbers = after === undefined ? first : await numbersOf(db, reach, wanted, order, after, most);
      return { matters: await matters(db, numbers.slice(0, most)), count: first.length };
    },
    matter: (number) => findMatter(db, number),
    history: (number) => historyOf(db, number),
    said: async (number) => {
      const rows = await db
        .selectFrom("messages")
        .select(["id", "heard_at", "body", "file"])
        .where("ticket", "=", number)
        .where("state", "=", "filed")
        .orderBy("id")
        .limit(SAID)
        .execute();
      return rows.flatMap(({ id, heard_at, body, file }) => {
        if (body === null) return [];
        const { speaker, text } = JSON.parse(body) as Message;
        return [{ id, at: heard_at, alias: speaker.alias, text, ...(file === null ? {} : { file }) }];
      });
    },
  };
}

async function numbersOf(
  db: Kysely<Schema>,
  reach: Reach,
  wanted: Wanted,
  order: Order,
  after: After | undefined,
  most: number,
): Promise<readonly number[]> {
  const pairs = await rarest(db, wanted);
  const by = isLed(wanted, pairs) ? "ticket_words.ticket" : "tickets.number";
  const rows = await ordered(narrowed(db, reach, wanted, pairs), order, after, by)
    .select("tickets.number")
    .limit(most)
    .execute();
  return rows.map(({ number }) => number);
}

/** The numbers are found in an index alone; only what is shown is read whole, and stands as it was found. */
async function matters(db: Kysely<Schema>, numbers: readonly number[]): Promise<readonly Matter[]> {
  if (numbers.length === 0) return [];
  const rows = await db
    .selectFrom("tickets")
    .select(["number", "document", "summary"])
    .where("number", "in", [...numbers])
    .execute();
  const found = new Map(
    rows.map(({ number, document, summary }) => [number, { ticket: JSON.parse(document) as Ticket, summary }]),
  );
  return numbers.flatMap((number) => found.get(number) ?? []);
}

/** A pair that is counted to the end has at most so many tickets. */
const COMMON = 1_000;

/** The pairs of what is looked for, the rarest first: the others are only looked up beside it. */
async function rarest(db: Kysely<Schema>, { words = "" }: Wanted): Promise<readonly string[]> {
  const counted = await Promise.all(
    pairsOf(words).map(async (pair) => {
      const some = db.selectFrom("ticket_words").select("ticket").where("word", "=", pair).limit(COMMON).as("some");
      const { count } = await db
        .selectFrom(some)
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      return { pair, count: Number(count) };
    }),
  );
  return counted.sort((one, other) => one.count - other.count).map(({ pair }) => pair);
}

/** Few are open: among them each is looked at; else the rarest pair leads to the tickets, in the order of its own index. */
function isLed({ state }: Wanted, pairs: readonly string[]): boolean {
  return pairs.length > 0 && state !== "open";
}

/** The building that nobody told. */
const UNKNOWN = "?";

type Query = SelectQueryBuilder<Schema, "tickets", object>;

function narrowed(db: Kysely<Schema>, reach: Reach, wanted: Wanted, [first, ...pairs]: readonly string[]): Query {
  const leads = first !== undefined && isLed(wanted, [first]);
  let query: Query = leads
    ? (db
        .selectFrom("ticket_words")
        .innerJoin("tickets", "tickets.number", "ticket_words.ticket")
        .where("ticket_words.word", "=", first) as unknown as Query)
    : db.selectFrom("tickets");
  const by = (leads ? "ticket_words.ticket" : "tickets.number") as "tickets.number";
  for (const pair of leads || first === undefined ? pairs : [first, ...pairs]) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom("ticket_words as also")
          .select(sql`1`.as("one"))
          .where("also.word", "=", pair)
          .whereRef("also.ticket", "=", by),
      ),
    );
  }
  query = query.where(({ eb, or }) => or([eb("tickets.outcome", "is", null), eb("tickets.outcome", "!=", "unfiled")]));
  for (const column of ["state", "kind", "category", "urgency", "grid", "estate", "building", "handler", "outcome"] as const) {
    const value = wanted[column];
    if (value === undefined) continue;
    const isUnknown = column === "building" && value === UNKNOWN;
    query = isUnknown ? query.where("tickets.building", "is", null) : query.where(`tickets.${column}`, "=", value);
  }
  if (wanted.noDisputes === true) query = query.where("tickets.kind", "!=", "dispute");
  if (wanted.openedSince !== undefined)
    query = query.where("tickets.opened_at", ">=", wanted.openedSince).where("tickets.stage", "!=", "asked");
  if (wanted.closedSince !== undefined) query = query.where("tickets.closed_at", ">=", wanted.closedSince);
  if (wanted.overdueAt !== undefined) query = query.where("tickets.state", "=", "open").where("due", "<", wanted.overdueAt);
  return within(query, reach);
}

/** What a visitor may find at all. */
export function within<Of extends Query>(query: Of, reach: Reach): Of {
  if (reach === "all") return query;
  return (query as Query).where((where) => ("staff" in reach ? forStaff(where, reach.staff) : forHelper(where, reach))) as Of;
}

type Where = ExpressionBuilder<Schema, "tickets">;

function forStaff({ eb, or }: Where, name: string) {
  return or([eb("kind", "!=", "dispute"), eb("handler", "=", name)]);
}

function forHelper({ eb, or, and, selectFrom }: Where, { helper, unit }: Exclude<Reach, "all" | { staff: string }>) {
  const wish = and([eb("kind", "=", "wish"), eb("stage", "!=", "asked")]);
  const claimed = eb("tickets.number", "in", selectFrom("claims").select("claims.ticket").where("person", "=", helper));
  const called = unit === undefined ? [] : [and([eb("unit", "=", unit), eb("kind", "!=", "dispute")])];
  return or([wish, claimed, ...called]);
}

function ordered(query: Query, order: Order, after: After | undefined, by: "tickets.number" | "ticket_words.ticket"): Query {
  const number = sql.ref<number>(by);
  switch (order) {
    case "new":
      return (after === undefined ? query : query.where(number, "<", after.number)).orderBy(number, "desc");
    case "old":
      return (after === undefined ? query : query.where(number, ">", after.number)).orderBy(number);
    case "due": {
      const open = query.where("tickets.state", "=", "open").where("due", "is not", null).orderBy("due").orderBy(number);
      return after?.due === undefined ? open : open.where(sql<boolean>`(due, tickets.number) > (${after.due}, ${after.number})`);
    }
  }
}

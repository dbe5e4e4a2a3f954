import { type ExpressionBuilder, type Kysely, type SelectQueryBuilder, sql } from "kysely";
import type { After, Finder, Order, Reach, Wanted } from "../../board/tickets/finder.ts";
import type { Message } from "../../intake/message.ts";
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
      const rows = await ordered(narrowed(db, reach, wanted), order, after)
        .select(["tickets.document", "tickets.summary"])
        .limit(most)
        .execute();
      return rows.map(({ document, summary }) => ({ ticket: JSON.parse(document) as Ticket, summary }));
    },
    count: async (reach, wanted, most) => {
      const { count } = await db
        .selectFrom(narrowed(db, reach, wanted).select("tickets.number").limit(most).as("found"))
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      return Number(count);
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

type Query = SelectQueryBuilder<Schema, "tickets", object>;

function narrowed(db: Kysely<Schema>, reach: Reach, wanted: Wanted): Query {
  let query: Query = db
    .selectFrom("tickets")
    .where(({ eb, or }) => or([eb("outcome", "is", null), eb("outcome", "!=", "unfiled")]));
  for (const column of ["state", "kind", "category", "urgency", "grid", "estate", "building", "handler", "outcome"] as const) {
    const value = wanted[column];
    if (value !== undefined) query = query.where(`tickets.${column}`, "=", value);
  }
  if (wanted.overdueAt !== undefined) query = query.where("tickets.state", "=", "open").where("due", "<", wanted.overdueAt);
  for (const word of pairsOf(wanted.words ?? ""))
    query = query.where("tickets.number", "in", db.selectFrom("ticket_words").select("ticket").where("word", "=", word));
  return within(query, reach);
}

function within(query: Query, reach: Reach): Query {
  if (reach === "all") return query;
  return query.where((where) => ("staff" in reach ? forStaff(where, reach.staff) : forHelper(where, reach)));
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

function ordered(query: Query, order: Order, after: After | undefined): Query {
  switch (order) {
    case "new":
      return (after === undefined ? query : query.where("tickets.number", "<", after.number)).orderBy("tickets.number", "desc");
    case "old":
      return (after === undefined ? query : query.where("tickets.number", ">", after.number)).orderBy("tickets.number");
    case "due": {
      const open = query
        .where("tickets.state", "=", "open")
        .where("due", "is not", null)
        .orderBy("due")
        .orderBy("tickets.number");
      return after?.due === undefined ? open : open.where(sql<boolean>`(due, tickets.number) > (${after.due}, ${after.number})`);
    }
  }
}

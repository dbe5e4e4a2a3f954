import { setImmediate as othersTurn } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { History } from "../schedule/reports/life.ts";
import type { Instant } from "../shared/instant.ts";
import type { TicketEvent } from "../tickets/ticket.ts";
import type { Schema } from "./database/schema.ts";

/** So many tickets' events are read at a time, and others have their turn between. */
const PAGE = 100;

/** Everything that happened to each ticket that was open after `from` or that something happened to between the two moments, some tickets at a time. */
export async function* pagesOfHistories(db: Kysely<Schema>, from: Instant, to: Instant): AsyncGenerator<readonly History[]> {
  const numbers = await numbersOf(db, from, to);
  for (let first = 0; first < numbers.length; first += PAGE) {
    const page = numbers.slice(first, first + PAGE);
    const wanted = new Map<number, TicketEvent[]>(page.map((number) => [number, []]));
    const rows = await db
      .selectFrom("events")
      .select(["ticket", "type", "at", "by", "set"])
      .where("ticket", "in", page)
      .orderBy("ticket")
      .orderBy("position")
      .execute();
    for (const { ticket, type, at, by, set } of rows)
      wanted.get(ticket)?.push({ type, at, by, set: JSON.parse(set) as TicketEvent["set"] });
    yield Array.from(wanted, ([number, events]) => ({ number, events }));
    await othersTurn();
  }
}

/** Those that are open are scattered over the years; the others are found by when something happened. */
async function numbersOf(db: Kysely<Schema>, from: Instant, to: Instant): Promise<readonly number[]> {
  const rows = await db
    .selectFrom("tickets")
    .select("number")
    .where("opened_at", "<=", to)
    .where("number", "in", ({ selectFrom }) =>
      selectFrom("tickets")
        .select("number")
        .where("state", "=", "open")
        .union(selectFrom("tickets").select("number").where("closed_at", ">", from))
        .union(selectFrom("events").select("ticket as number").where("at", ">", from).where("at", "<=", to)),
    )
    .orderBy("number")
    .execute();
  return rows.map(({ number }) => number);
}

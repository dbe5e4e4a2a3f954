import type { Kysely } from "kysely";
import type { History } from "../schedule/reports/life.ts";
import type { Instant } from "../shared/instant.ts";
import type { TicketEvent } from "../tickets/ticket.ts";
import type { Schema } from "./database/schema.ts";

/** Those that are open are scattered over the years: each is looked up by its number. */
const PAGE = 500;

/** Everything that happened to each ticket that was open after `from` or that something happened to between the two moments. */
export async function historiesOf(db: Kysely<Schema>, from: Instant, to: Instant): Promise<readonly History[]> {
  const found: History[] = [];
  for (let after = -1; ; ) {
    const tickets = await db
      .selectFrom("tickets")
      .select("number")
      .where("number", ">", after)
      .where("opened_at", "<=", to)
      .where("number", "in", ({ selectFrom }) =>
        selectFrom("tickets")
          .select("number")
          .where("state", "=", "open")
          .union(selectFrom("tickets").select("number").where("closed_at", ">", from))
          .union(selectFrom("events").select("ticket as number").where("at", ">", from).where("at", "<=", to)),
      )
      .orderBy("number")
      .limit(PAGE)
      .execute();
    const last = tickets.at(-1);
    if (last === undefined) return found;

    const wanted = new Map<number, TicketEvent[]>(tickets.map(({ number }) => [number, []]));
    const rows = await db
      .selectFrom("events")
      .select(["ticket", "type", "at", "by", "set"])
      .where("ticket", "in", [...wanted.keys()])
      .orderBy("ticket")
      .orderBy("position")
      .execute();
    for (const { ticket, type, at, by, set } of rows)
      wanted.get(ticket)?.push({ type, at, by, set: JSON.parse(set) as TicketEvent["set"] });
    for (const [number, events] of wanted) found.push({ number, events });
    after = last.number;
  }
}

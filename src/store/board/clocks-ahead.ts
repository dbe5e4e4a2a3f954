import type { Matter } from "../../tickets/register.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import type { Database } from "../database/open.ts";

/** A matter with the clock of it that rings next. */
export type ClockAhead = Matter & { readonly clock: string; readonly at: number };

/** The clocks that run, the soonest first. Those of disputes are nobody's to see. */
export async function clocksAhead({ db }: Database, most: number): Promise<readonly ClockAhead[]> {
  const rows = await db
    .selectFrom("timers")
    .innerJoin("tickets", "tickets.number", "timers.ticket")
    .select(["timers.name", "timers.at", "tickets.document", "tickets.summary"])
    .where("tickets.kind", "!=", "dispute")
    .orderBy("timers.at")
    .orderBy("timers.ticket")
    .limit(most)
    .execute();
  return rows.map(({ name, at, document, summary }) => ({ ticket: JSON.parse(document) as Ticket, summary, clock: name, at }));
}

import type { Matter } from "../tickets/register.ts";
import type { Ticket } from "../tickets/ticket.ts";
import type { Database } from "./database/open.ts";

/** What the board shows: open matters first, then those closed last. Disputes are not on any board that is not signed in. */
export async function boardMatters({ db }: Database, most: number): Promise<readonly Matter[]> {
  const rows = await db
    .selectFrom("tickets")
    .select(["document", "summary"])
    .where("kind", "!=", "dispute")
    .where((where) => where.or([where("outcome", "is", null), where("outcome", "!=", "unfiled")]))
    .orderBy("state", "desc")
    .orderBy("number", "desc")
    .limit(most)
    .execute();
  return rows.map(({ document, summary }) => ({ ticket: JSON.parse(document) as Ticket, summary }));
}

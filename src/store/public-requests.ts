import { ASKED } from "../schedule/reports/life.ts";
import type { Instant } from "../shared/instant.ts";
import type { Matter } from "../tickets/register.ts";
import type { Ticket } from "../tickets/ticket.ts";
import type { Database } from "./database/open.ts";
import { sha256 } from "./hash.ts";

/** A matter and when something last happened to it. */
export type Dated = Matter & { readonly updatedAt: Instant };

export type PublicFilter = {
  readonly from: Instant;
  readonly to: Instant;
  readonly categories?: readonly string[];
  readonly isOpen?: boolean;
  readonly most: number;
};

/**
 * Matters that programs of the city may know of: things to fix and dangers. Never a dispute, a wish, a question or a proposal, nor what nobody has
 * filed or what was taken back.
 */
export function publicRequests({ db }: Pick<Database, "db">) {
  const known = () =>
    db
      .selectFrom("tickets")
      .select(["document", "summary"])
      .where("kind", "in", ["demand", "hazard"])
      .where("stage", "!=", ASKED)
      .where(({ or, eb }) => or([eb("outcome", "is", null), eb("outcome", "not in", ["unfiled", "withdrawn"])]));

  async function dated(rows: readonly { document: string; summary: string }[]): Promise<readonly Dated[]> {
    const matters = rows.map(({ document, summary }) => ({ ticket: JSON.parse(document) as Ticket, summary }));
    const open = matters.flatMap(({ ticket }) => (ticket.state === "open" ? [ticket.number] : []));
    const last =
      open.length === 0
        ? []
        : await db
            .selectFrom("events")
            .select(({ fn }) => ["ticket", fn.max("at").as("at")])
            .where("ticket", "in", open)
            .groupBy("ticket")
            .execute();
    const lastOf = new Map(last.map(({ ticket, at }) => [ticket, Number(at)]));
    return matters.map(({ ticket, summary }) => ({
      ticket,
      summary,
      updatedAt: ticket.state === "closed" ? ticket.closedAt : (lastOf.get(ticket.number) ?? ticket.openedAt),
    }));
  }

  return {
    /** The latest first. */
    between: async ({ from, to, categories, isOpen, most }: PublicFilter): Promise<readonly Dated[]> => {
      let rows = known().where("opened_at", ">=", from).where("opened_at", "<=", to);
      if (categories !== undefined) rows = rows.where("category", "in", [...categories]);
      if (isOpen !== undefined) rows = rows.where("state", "=", isOpen ? "open" : "closed");
      return dated(await rows.orderBy("opened_at", "desc").orderBy("number", "desc").limit(most).execute());
    },
    of: async (numbers: readonly number[]): Promise<readonly Dated[]> =>
      numbers.length === 0
        ? []
        : dated(
            await known()
              .where("number", "in", [...numbers])
              .orderBy("number")
              .execute(),
          ),
    /** What a message became, by the channel's id of it; undefined when it was never heard. */
    heard: async (
      id: string,
    ): Promise<{ readonly row: number; readonly state: string; readonly ticket?: number } | undefined> => {
      const row = await db
        .selectFrom("messages")
        .select(["id", "state", "ticket"])
        .where("hash", "=", sha256(id))
        .executeTakeFirst();
      return row === undefined
        ? undefined
        : { row: row.id, state: row.state, ...(row.ticket === null ? {} : { ticket: row.ticket }) };
    },
  };
}

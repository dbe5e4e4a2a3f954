import type { Tended } from "../../outbox/queue.ts";
import type { Actor } from "../../tickets/ticket.ts";

/**
 * Whether the words of a sentence may stand on a page that others look at too: what groups read, and what somebody reads of a matter.
 * Disputes, one-time links and codes, and whatever else is for one person alone never do.
 */
export function isPlain({ to, ticket, kind }: Pick<Tended, "to" | "ticket" | "kind">): boolean {
  return kind !== "dispute" && ("room" in to || ticket !== undefined);
}

/** Whether this person may decide about sentences: the secretary about all, grid leads about those that they may read. */
export function mayHandle({ roles }: Actor, rows: readonly Tended[]): boolean {
  return roles.includes("secretary") || rows.every(isPlain);
}

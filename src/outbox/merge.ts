import type { Address } from "../tickets/saying/sentence.ts";
import type { Wordings } from "../tickets/saying/wording.ts";
import type { PersonRef } from "../tickets/ticket.ts";
import type { Row } from "./queue.ts";

/** Whether several sentences of this kind become one. */
export function isMerging(wordings: Wordings, row: Row): boolean {
  return wordings.get(row.wording)?.several !== undefined;
}

/** The same kind of sentence for the same room (or the same person) is one sentence; so is a reminder that came due again and again in the night. */
export function mergeable(wordings: Wordings, row: Row, other: Row): boolean {
  if (row.id === other.id) return true;
  if (row.wording !== other.wording || row.urgent !== other.urgent) return false;
  const isAgain = row.purpose === "remind" && row.ticket === other.ticket && mentionOf(row.to)?.id === mentionOf(other.to)?.id;
  if (!isMerging(wordings, row) && !isAgain) return false;
  if ("person" in row.to || "person" in other.to)
    return "person" in row.to && "person" in other.to && row.to.person.id === other.to.person.id;
  return row.to.room === other.to.room;
}

/** Whom a sentence in a group is for. */
export function mentionOf(to: Address): PersonRef | undefined {
  return "room" in to ? to.mention : undefined;
}

/** Where sentences go that are said as one: somebody is mentioned only when all of it is for them. */
export function addressOf(rows: readonly Row[], to: Address): Address {
  if (rows.length < 2 || "person" in to) return to;
  const one = rows.every((row) => mentionOf(row.to)?.id === to.mention?.id);
  return one ? to : { room: to.room };
}

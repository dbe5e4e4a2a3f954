import type { Room } from "../shared/community.ts";
import { isParty } from "../tickets/permit.ts";
import type { Matter } from "../tickets/register.ts";
import type { Address } from "../tickets/saying/sentence.ts";
import type { Actor, Ticket } from "../tickets/ticket.ts";
import type { Known } from "./directory.ts";
import type { Recorded } from "./journal.ts";
import type { Spoken } from "./read-text.ts";

/** A recorded line with everything known of it: who, where, and what was meant. */
export type Heard = {
  readonly line: Recorded;
  readonly actor: Actor;
  readonly known: Known;
  /** Undefined in a private chat. */
  readonly room?: Room;
  readonly spoken: Spoken;
};

/** A matter as this person may read it: the other side of a dispute is not told what was said of them. */
export function seenBy(actor: Actor, matter: Matter): Matter {
  return isParty(actor, matter.ticket) ? { ...matter, summary: "一件邻里的事" } : matter;
}

/** Where an answer to this line goes: in private where it was private or can be, in the staff's own room, else in the group with a mention. */
export function answerTo({ room, actor, known }: Heard): Address {
  if (room === undefined || (room.kind !== "staff" && known.friend)) return { person: actor };
  return { room: room.topic, mention: actor };
}

/** Where an answer about a matter goes: of a dispute to its asker alone, whatever room they asked in. */
export function answerAbout(heard: Heard, ticket: Pick<Ticket, "kind"> | undefined): Address {
  return ticket?.kind === "dispute" ? { person: heard.actor } : answerTo(heard);
}

/** Of several matters those that an answer may name: where others read it, no dispute. */
export function nameable(to: Address, matters: readonly Matter[]): readonly Matter[] {
  return "person" in to ? matters : matters.filter(({ ticket }) => ticket.kind !== "dispute");
}

import type { Room } from "../shared/community.ts";
import type { Address } from "../tickets/sentence.ts";
import type { Actor } from "../tickets/ticket.ts";
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

/** Where an answer to this line goes: in private where it was private or can be, in the staff's own room, else in the group with a mention. */
export function answerTo({ room, actor, known }: Heard): Address {
  if (room === undefined || (room.kind !== "staff" && known.friend)) return { person: actor };
  return { room: room.topic, mention: actor };
}

import type { Room } from "../../shared/community.ts";
import type { Place } from "../../shared/place.ts";
import type { PersonRef } from "../../tickets/ticket.ts";

/** What is known of whoever votes. Pure functions. */
export type Homes = {
  /** The address that somebody's name in a group tells. */
  readonly homeOf: (alias: string, room: Room | undefined) => Place;
  /** Somebody's words without phones, numbers and names. */
  readonly mask: (text: string, alias: string) => string;
  /** A text without phones and numbers of papers; names stay. */
  readonly maskNumbers: (text: string) => string;
  /** Whether the bot can write to somebody in private. */
  readonly reachable: (person: PersonRef) => boolean;
};

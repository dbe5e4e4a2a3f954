import type { Verb } from "../../tickets/command.ts";
import type { Reading } from "../../tickets/reading.ts";

/** What people ask for besides changing a ticket. */
export type Asking = "track" | "mine" | "help" | "bind" | "code" | "undo" | "offer" | "private" | "board";

/** One reply, as its words say; whose it is and which ticket it means is found elsewhere. */
export type Reply = {
  readonly verb: Verb | Asking;
  /** The ticket number it names. */
  readonly number?: number;
  /** A reason, a result, a note or a code; names of people and units and moments stay in it. */
  readonly text: string;
  /** For `extend`: working days. */
  readonly days?: number;
  /** For `rate`: 1 to 5. */
  readonly mark?: number;
  /** The word alone says it; `false`: everyday words (修好了, 收到, 1) that mean a reply only in a quote, with a number, or in private. */
  readonly plain: boolean;
  /** Nothing stands behind the word. */
  readonly bare: boolean;
  /** For `merge`: the ticket that `number` becomes part of. */
  readonly into?: number;
  /** For `reclassify`: what it really is. */
  readonly kind?: Exclude<Reading["kind"], "none">;
};

import type { Desk } from "../desk.ts";
import type { Flow } from "../flow/flow.ts";
import type { PersonRef } from "../ticket.ts";
import type { Reachable } from "./address.ts";
import type { Wordings } from "./wording.ts";

/** What composing needs besides the decision. */
export type Composing = {
  readonly desk: Desk;
  readonly flow: Flow;
  readonly wordings: Wordings;
  /** Whether we may write to this person in private. */
  readonly reachable: Reachable;
  /** Whoever gave the order. */
  readonly speaker?: PersonRef;
  /** The resident's words, where a sentence to staff quotes them. */
  readonly words?: string;
};

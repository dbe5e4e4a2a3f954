import type { Instant } from "../shared/instant.ts";
import type { Facts, Outcome } from "./ticket.ts";

/** One line of the ledger (民心台账): how a matter stood when the period ended. */
export type LedgerRow = Pick<Facts, "number" | "kind" | "category" | "place" | "handler"> & {
  readonly room?: string;
  /** It was open when the period began. */
  readonly wasOpen: boolean;
  /** When it became a matter: told, or filed after a question. */
  readonly filedAt: Instant;
  readonly closedAt?: Instant;
  readonly outcome?: Outcome;
  /** When it went on again after it had ended, the last time. */
  readonly reopenedAt?: Instant;
  /** Everything else that was true of it then. */
  readonly facts: Omit<Facts, "number">;
  /** The words that people read of it now. */
  readonly summary: string;
  /** It was a dispute then, or is one now: nothing of it is written but that it is there. */
  readonly isDispute: boolean;
  /** Its limit passed before it was done, or it was told to be overdue since it was last taken up. */
  readonly isLate: boolean;
  /** When it first came to each of the seven steps (D6). */
  readonly steps: { readonly [step: string]: Instant };
};

import type { ByHand } from "../../outbox/by-hand.ts";
import type { Queue, Row } from "../../outbox/queue.ts";
import type { Instant } from "../../shared/instant.ts";

/** What the outbox's page is handed. */
export type OutboxDesk = {
  readonly queue: Pick<Queue, "listed" | "count" | "tended" | "handle">;
  /** The account may not speak: what is due is said by hand. */
  readonly byHand: ByHand | undefined;
  /** A sentence in words for this moment. */
  readonly words: (row: Row, now: Instant) => string;
  /** When the bot may next speak; the same moment when it may now. */
  readonly waking: (now: Instant) => Instant;
  /** A picture that is shown instead of words. */
  readonly openPicture: (path: string) => Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
};

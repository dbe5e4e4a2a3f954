import type { Instant } from "../shared/instant.ts";
import type { Sentence } from "../tickets/saying/sentence.ts";

/** A queued sentence. */
export type Row = Sentence & { readonly id: number; readonly attempts: number };

/** A sentence as somebody who looks after the outbox sees it. */
export type Tended = Row & {
  readonly state: "waiting" | "sending" | "said" | "held" | "dropped";
  /** Why it was not said. */
  readonly why?: string;
  readonly saidAt?: Instant;
  /** The words that were said. */
  readonly text?: string;
  readonly handledBy?: string;
  /** The kind of the ticket it is about. */
  readonly kind?: string;
};

/** What a person does with a sentence: it is tried again, it has been said, or it is not said at all. */
export type Handling = "again" | "said" | "dropped";

/** What was said lately, for the account's limits. */
export type Lately = { readonly last?: Instant; readonly inMinute: number; readonly inDay: number };

/** The port to the outbox's rows. A row is waiting, sending, said, held (a person decides) or dropped. */
export type Queue = {
  /** Rows that are due, the oldest first. Nothing is claimed yet. */
  readonly due: (now: Instant, most: number) => Promise<readonly Row[]>;
  /** Marks rows `sending` for this process; returns those that nobody else had claimed. */
  readonly claim: (ids: readonly number[], now: Instant) => Promise<readonly number[]>;
  readonly said: (ids: readonly number[], at: Instant, text: string, channelId: string | undefined) => Promise<void>;
  readonly postpone: (ids: readonly number[], until: Instant) => Promise<void>;
  readonly retry: (ids: readonly number[], at: Instant, why: string) => Promise<void>;
  readonly hold: (ids: readonly number[], why: string) => Promise<void>;
  readonly lately: (now: Instant) => Promise<Lately>;
  /** When a sentence of this wording was last said there. */
  readonly lastSaid: (to: Sentence["to"], wording: string) => Promise<Instant | undefined>;
  /** Rows that a process which died was sending: notices wait again, half-said replies are held. */
  readonly recover: (before: Instant) => Promise<{ readonly again: number; readonly held: number }>;
  /** For whoever looks after it: what waits the soonest first, what is held the oldest first, what was said the latest first. */
  readonly listed: (state: "waiting" | "held" | "said", most: number) => Promise<readonly Tended[]>;
  readonly count: (state: "waiting" | "held") => Promise<number>;
  readonly tended: (ids: readonly number[]) => Promise<readonly Tended[]>;
  /**
   * A person has decided. `stuck`: only what is held, or has failed; `due`: whatever waits (it was said by hand).
   * Gives those that nobody had decided about before.
   */
  readonly handle: (
    ids: readonly number[],
    of: "stuck" | "due",
    how: { readonly as: Handling; readonly by: string; readonly at: Instant; readonly text?: string },
  ) => Promise<readonly number[]>;
  readonly next: () => Promise<Instant | undefined>;
};

import type { Instant } from "../shared/instant.ts";
import type { Timer } from "./deciding/decide.ts";
import type { OpenMatter } from "./reading.ts";
import type { Sentence } from "./saying/sentence.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

/** A ticket with the words that people read of it. They are kept beside the ticket, not in its history, so that they can be hidden. */
export type Matter = { readonly ticket: Ticket; readonly summary: string };

/** What became of recorded messages. `dropped` and `answered` lose their text at once (DESIGN: Privacy). */
export type Settled = { readonly as: "dropped" | "answered" } | { readonly as: "filed"; readonly ticket: number };

export type Timed = Timer & { readonly ticket: number };

/** What one transaction may do. Nothing of it is kept unless all of it is. */
export type Transaction = {
  readonly nextNumber: () => Promise<number>;
  readonly matter: (number: number) => Promise<Matter | undefined>;
  /** Everything that happened to a ticket, in order. */
  readonly history: (number: number) => Promise<readonly TicketEvent[]>;
  readonly save: (
    matter: Matter,
    events: readonly TicketEvent[],
    timers: { readonly set: readonly Timer[]; readonly cancel: readonly string[] },
    /** When it counts as overdue. */
    due?: Instant,
  ) => Promise<void>;
  /** Those of the messages that nobody has dealt with or taken back meanwhile. */
  readonly unsettled: (rows: readonly number[]) => Promise<readonly number[]>;
  readonly settle: (rows: readonly number[], as: Settled) => Promise<void>;
  /** Takes back sentences about a ticket that have not been said: of these wordings, or all. Gives the wordings that were taken back. */
  readonly hush: (ticket: number, wordings: readonly string[] | "all") => Promise<readonly string[]>;
  /** Takes back what one event queued and nobody has said yet. True: somebody has already been told of it. */
  readonly unsay: (ticket: number, event: TicketEvent) => Promise<boolean>;
  /** Empties whatever was queued or said about a ticket of its words: they were taken back. */
  readonly forgetWords: (ticket: number) => Promise<void>;
  /** Keeps what a unit offers. */
  readonly offer: (unit: string, text: string, at: Instant) => Promise<void>;
  readonly say: (sentences: readonly Sentence[]) => Promise<void>;
  /** True once for an entry of the calendar, a room and a slot, however many processes ask. */
  readonly claimFiring: (entry: string, room: string, slot: Instant, now: Instant) => Promise<boolean>;
  /** The earliest timer that is due and nobody else holds; it is gone when the transaction ends well. */
  readonly takeTimer: (now: Instant) => Promise<Timed | undefined>;
};

/** The port to the tickets' home. */
export type Register = {
  readonly transact: <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;
  readonly matter: (number: number) => Promise<Matter | undefined>;
  /** Matters that a person raised or joined, the latest first. */
  readonly askedBy: (person: string) => Promise<readonly Matter[]>;
  /** Open matters that wait for a member of staff, the oldest first. */
  readonly waitingFor: (handler: string) => Promise<readonly Matter[]>;
  /** Open matters that a unit was called to, the oldest first. */
  readonly calledTo: (unit: string) => Promise<readonly Matter[]>;
  /** Proposals that wait for the next council. */
  readonly onAgenda: () => Promise<readonly Matter[]>;
  /** Published wishes that nobody has claimed. */
  readonly unclaimed: () => Promise<readonly Matter[]>;
  /** Wishes that a person has claimed. */
  readonly claimedBy: (person: string) => Promise<readonly Matter[]>;
  /** All open matters after a number, a page of them. */
  readonly openAfter: (number: number) => Promise<readonly Matter[]>;
  /** Open matters raised in a room, the latest first; disputes are left out. */
  readonly openIn: (room: string, since: Instant) => Promise<readonly Matter[]>;
  /** Open matters (no dispute) that this person was spoken to about since then, in private or in this room; without a room: anywhere. The oldest first. */
  readonly toldTo: (person: string, room: string | undefined, since: Instant) => Promise<readonly Matter[]>;
  /** What triage compares a new report with. */
  readonly openMatters: (estate: string | undefined) => Promise<readonly OpenMatter[]>;
  readonly nextTimer: () => Promise<Instant | undefined>;
};

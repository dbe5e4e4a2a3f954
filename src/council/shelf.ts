import type { Instant } from "../shared/instant.ts";
import type { Transaction } from "../tickets/register.ts";
import type { Fill } from "../tickets/saying/wording.ts";
import type { Affair, AffairKind } from "./affair.ts";

/** How a sentence fared in one group. */
export type Receipt = { readonly room: string; readonly state: "waiting" | "sending" | "said" | "held" | "dropped" };

/** What a transaction may do about affairs, besides what it may do about tickets and sentences. */
export type AffairRows = {
  /** The next number of a kind: 会议3 and 通知3 are two things. */
  readonly nextAffair: (kind: AffairKind) => Promise<number>;
  readonly affair: (kind: AffairKind, number: number) => Promise<Affair | undefined>;
  readonly saveAffair: (affair: Affair) => Promise<void>;
  /** Removes what is over and began before this. */
  readonly forgetAffairs: (kind: AffairKind, before: Instant) => Promise<void>;
  /** The affair whose clock is the next that is due; nobody else holds it. */
  readonly dueAffair: (now: Instant) => Promise<Affair | undefined>;
  /** How the sentences whose key begins like this fared. */
  readonly receipts: (key: string) => Promise<readonly Receipt[]>;
  /** Takes back sentences that wait and whose key begins like this; gives the groups that will not hear them. */
  readonly unsayAll: (key: string) => Promise<readonly string[]>;
  /** Sentences with such a key that were held or dropped wait to be said again. */
  readonly sayAgain: (key: string, now: Instant) => Promise<readonly string[]>;
  /** Empties sentences with such a key of their words, said or not. */
  readonly forgetSaid: (key: string) => Promise<void>;
  /** A line's number for an order that came by no chat, by the form it was given with; undefined when that form came before. */
  readonly orderLine: (once: string, now: Instant) => Promise<number | undefined>;
};

export type CouncilTransaction = Transaction & AffairRows;

/** The port to where affairs are kept. One transaction holds affairs, tickets and sentences together. */
export type Shelf = {
  readonly transact: <T>(work: (transaction: CouncilTransaction) => Promise<T>) => Promise<T>;
  readonly affair: (kind: AffairKind, number: number) => Promise<Affair | undefined>;
  /** Affairs about which something can still be done, the latest first. */
  readonly open: () => Promise<readonly Affair[]>;
  readonly all: () => Promise<readonly Affair[]>;
  /** The latest of some kinds. */
  readonly latest: (kinds: readonly AffairKind[], most: number) => Promise<readonly Affair[]>;
  readonly receipts: AffairRows["receipts"];
  readonly nextDue: () => Promise<Instant | undefined>;
  /** What this person was told last that one can answer, in private or in a group: a bare 确认 answers that. */
  readonly lastTold: (
    person: string,
    room: string | undefined,
  ) => Promise<{ readonly wording: string; readonly fill: Fill } | undefined>;
};

import type { Span } from "../../shared/work-calendar.ts";
import type { Verb } from "../command.ts";
import type { Kind, Urgency } from "../reading.ts";
import type { Level, Outcome } from "../ticket.ts";

/**
 * Who a sentence of a flow is for. `asked`: everyone who raised or joined the matter; `speaker`: whoever gave the order;
 * `lead`: the lead of its grid; `unit`: whoever speaks for the unit that was called; `pool`: the groups where wishes are published; `parties`: the other side of a
 * dispute, `lastParty` the one named last; `joiner`: who joined it last, in private or not at all; `group`: the residents' group where it was raised (never of a dispute).
 */
export const AUDIENCES = [
  "reporter",
  "asked",
  "speaker",
  "handler",
  "firstHandler",
  "lead",
  "secretary",
  "unit",
  "claimant",
  "pool",
  "parties",
  "lastParty",
  "joiner",
  "group",
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** One sentence to somebody. `if` counts for opening sentences alone: moves have their own. */
export type Say = { readonly to: Audience; readonly wording: string; readonly if?: Guard };

/** What a flow may change besides the state (each is a function in `machine.ts`). */
export const DEEDS = [
  "climb",
  "askLater",
  "again",
  "take",
  "extend",
  "transfer",
  "keepResult",
  "rate",
  "restart",
  "join",
  "whistle",
  "reportIn",
  "object",
  "rule",
  "finishCall",
  "until",
  "answerAfter",
  "pause",
  "goOn",
  "exclude",
  "include",
  "order",
  "publish",
  "claim",
  "release",
  "party",
  "consent",
  "linkPolice",
  "merge",
  "unjoin",
  "agree",
] as const;
export type Deed = (typeof DEEDS)[number];

/** Questions a flow may ask before it moves (each is a function in `machine.ts`). */
export const GUARDS = [
  "inGrid",
  "inCommunity",
  "lowMark",
  "lowAgain",
  "danger",
  "dangerInGrid",
  "namesUnit",
  "hasUnit",
  "byUnit",
  "byClaimant",
  "foundByStaff",
  "raisedByResident",
  "inPrivate",
  "hasText",
  "hasConsent",
  "wasReturned",
  "saysBroken",
  "isOver",
  "tellsOfOwn",
  "tellsMore",
  "byHandler",
  "foundAgain",
] as const;
export type Guard = (typeof GUARDS)[number];

/** One way on. Without `to` the ticket stays where it is and its clocks run on. */
export type Move = {
  readonly to?: string;
  readonly if?: Guard;
  /** The past-tense name that history keeps. */
  readonly event: string;
  readonly do: readonly Deed[];
  readonly say: readonly Say[];
};

export type FlowState = {
  /** One of the seven steps (D6). */
  readonly step: string;
  /** Whom everybody waits for in this state. */
  readonly waitsFor: "handler" | "reporter" | "unit" | "claimant" | "pool" | "nobody";
  /** The clock whose end is promised to people while the ticket is here. */
  readonly promise?: string;
  /** The ticket is closed here, with this outcome. */
  readonly outcome?: Outcome;
  /** Nothing more can happen. */
  readonly final: boolean;
  /** Said whenever this state is entered as the first one. */
  readonly opening: readonly Say[];
  readonly after: { readonly [clock: string]: readonly Move[] };
  readonly on: { readonly [verb in Verb]?: readonly Move[] };
};

/** The time limits of one class, stamped on the ticket when it opens and shown with their source. */
export type Limit = {
  /** The handler answers within this. */
  readonly respond: Span;
  /** The matter is done within this. */
  readonly act: Span;
  /** How long after a missed limit the next level takes over, and how long that level then has. */
  readonly climb: Span;
  /** At the highest level: how often it is reminded of what is still open, and what it promises. */
  readonly press: Span;
  /** How long before `act` the handler is reminded. */
  readonly nudge: Span;
  /** Where the limit comes from, for people. */
  readonly source: string;
};

/** A flow file, checked: what the community promises for some kinds of matter. */
export type Flow = {
  readonly name: string;
  readonly version: number;
  readonly kinds: readonly Exclude<Kind, "none">[];
  readonly steps: readonly string[];
  readonly initial: string;
  /** Where a reading that nobody is sure of begins: the grid worker is asked. */
  readonly unsure: string;
  /** Where a question begins that was answered at once (D14). */
  readonly answered?: string;
  /** Where a matter begins that its finder, a member of staff, has already put right (A2). */
  readonly onSpot?: string;
  /** Where a matter of another kind comes in when it is found to be of this one; else `initial`. */
  readonly reclassified?: string;
  readonly limits: { readonly [urgency in Urgency]: Limit };
  /** What to keep away from or do at once, by category (B7); `其他` for all others. */
  readonly advice?: { readonly [category: string]: string };
  /** How long each level has, where levels are a ladder (D7); their sum is the whole. */
  readonly ladder?: { readonly [level in Level]: Span };
  /** Lengths of the other waits, counted from entering the state, by the clock's name. */
  readonly waits: { readonly [clock: string]: Span };
  readonly states: { readonly [state: string]: FlowState };
};

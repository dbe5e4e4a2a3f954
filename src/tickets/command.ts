import type { Instant } from "../shared/instant.ts";
import type { Place } from "../shared/place.ts";
import type { Reading } from "./reading.ts";
import type { Actor, PersonRef } from "./ticket.ts";

/** What residents and staff may do to a ticket by reply (DESIGN: Ticket numbers and replies). A flow says in which state each is possible. */
export const VERBS = [
  // whoever handles it
  "confirm",
  "reject",
  "start",
  "arrive",
  "finish",
  "extend",
  "escalate",
  "transfer",
  "note",
  "dismiss",
  "whistle",
  "consult",
  "merge",
  "split",
  "suspend",
  "resume",
  "reclassify",
  "await",
  "explain",
  "refer",
  "secure",
  "notice",
  "pass",
  "fault",
  "agenda",
  // units and volunteers
  "accept",
  "object",
  "claim",
  "contact",
  "release",
  // mediators
  "party",
  "consent",
  "meet",
  "agree",
  "fail",
  "decline",
  "police",
  "visit",
  // the secretary
  "rule",
  "urge",
  "exclude",
  "include",
  // residents
  "supplement",
  "withdraw",
  "recall",
  "rate",
  "reopen",
  "support",
  "thank",
] as const;
export type Verb = (typeof VERBS)[number];

/** One order about one ticket. Everything besides the verb and the speaker is optional data. */
export type Command = {
  readonly verb: Verb;
  readonly by: Actor;
  /** A reason, a result or a note. */
  readonly text?: string;
  /** For `extend`: how many working days. */
  readonly days?: number;
  /** For `transfer`, `whistle`, `notice` and `rule`: the name of a person or unit in community.yaml. */
  readonly to?: string;
  /** For `party`: somebody who is no member of staff. */
  readonly party?: PersonRef;
  /** For `consult`, `meet`, `suspend` and `notice`: the moment that the words name. */
  readonly at?: Instant;
  /** For `merge`: the ticket that this one becomes part of. */
  readonly into?: number;
  /** For `reclassify`: what it really is. */
  readonly kind?: Exclude<Reading["kind"], "none">;
  /** For `rate`: 1 to 5. */
  readonly mark?: number;
  /** For `supplement` of whoever raised it: where it is, put right. */
  readonly place?: Place;
  /** Photos came with it: evidence for `finish`. */
  readonly photos?: number;
};

/** A report becoming a ticket. */
export type Opening = {
  readonly reading: Reading & { readonly kind: Exclude<Reading["kind"], "none"> };
  readonly reporter: PersonRef;
  /** Where the reporter lives, as their name in the group says: when the matter's own place names no building, their grid is first asked. */
  readonly home: Place;
  readonly room?: string;
  /** Members of staff whom the words are about, or who said them. */
  readonly concerns?: readonly string[];
  /** A question that was answered from what the community knows. */
  readonly answered?: boolean;
  /** Its finder, a member of staff, has put it right already; `result` says how (A2). */
  readonly onSpot?: boolean;
  readonly result?: string;
  /** Who says so, when it is an answer. */
  readonly source?: string;
};

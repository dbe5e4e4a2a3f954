import type { Role } from "../shared/community.ts";
import type { Instant, When } from "../shared/instant.ts";
import type { Place } from "../shared/place.ts";
import type { Kind, Urgency } from "./reading.ts";

/** Small matters stay in the grid, big ones in the community, hard ones are done jointly (A3). */
export const LEVELS = ["grid", "community", "joint"] as const;
export type Level = (typeof LEVELS)[number];

/** How a ticket ends (DOMAIN: Ends of a ticket), and the four ends that are not an answer: sent back, taken back, part of another, never filed. */
export const OUTCOMES = [
  "resolved",
  "explained",
  "outsideDuty",
  "suspended",
  "rejected",
  "withdrawn",
  "merged",
  "unfiled",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A resident or a member of staff, by our own id; the alias is what people read. */
export type PersonRef = { readonly id: string; readonly alias: string };

/** Whoever gives a command. The clock acts through timers, never through this. */
export type Actor = PersonRef & { readonly roles: readonly Role[]; readonly name?: string; readonly unit?: string };

/** Named moments of one ticket: `respond`, `act`, … as its flow names them. */
export type Dues = { readonly [clock: string]: Instant };

/** One call to a unit and how it was answered (C3, D10): the minutes between are what units are assessed on. */
export type Whistle = {
  readonly unit: string;
  readonly at: Instant;
  readonly reportedInAt?: Instant;
  readonly objectedAt?: Instant;
  readonly finishedAt?: Instant;
};

/** A stretch in which the limits do not run, because the resident is waited for. Without `to` it goes on. */
export type Pause = { readonly from: Instant; readonly to?: Instant };

/** What a ticket is, besides whether it is open. It holds no resident's words: those stay with the messages, so that a recall can hide them. */
export type Facts = {
  readonly number: number;
  readonly kind: Exclude<Kind, "none">;
  readonly category: string;
  readonly urgency: Urgency;
  readonly place: Place;
  readonly grid?: string;
  readonly level: Level;
  /** Name in community.yaml of whoever must act now. */
  readonly handler: string;
  /** The first handler stays responsible while others help (first-asked responsibility). */
  readonly firstHandler: string;
  /** The topic of the group where it was raised; undefined: in private. */
  readonly room?: string;
  readonly reporters: readonly PersonRef[];
  readonly supporters: readonly PersonRef[];
  readonly flow: string;
  /** The flow's state. */
  readonly stage: string;
  /** One of the seven steps (D6). */
  readonly step: string;
  readonly openedAt: Instant;
  /** When it happened or will happen, as the report said. */
  readonly when?: When;
  readonly dues: Dues;
  /** From when the limits count: the opening, or the last time it went back to work. */
  readonly since?: Instant;
  readonly pauses?: readonly Pause[];
  /** Working days that were added with a reason. */
  readonly extraDays?: number;
  /** When staff first answered it themselves; a note is no answer. */
  readonly respondedAt?: Instant;
  /** The unit that was called and must act or has acted. */
  readonly unit?: string;
  readonly whistles?: readonly Whistle[];
  /** The secretary has decided about an objection: there is no second one. */
  readonly ruled?: boolean;
  /** One of the four service modes (B3), as the handler named it. */
  readonly mode?: string;
  /** For a wish: the words that were published, without name or place. */
  readonly published?: string;
  /** For a wish: who has claimed it now. */
  readonly claimant?: PersonRef;
  /** For a wish: how often it came back to the pool; such wishes come first. */
  readonly returned?: number;
  /** For a dispute: the other side, as the mediator named them. They are never told who complained. */
  readonly parties?: readonly PersonRef[];
  /** For a dispute: both sides agreed to be helped. */
  readonly consented?: boolean;
  /** For a dispute: the police know of it. */
  readonly police?: boolean;
  /** The ticket that this one became part of. */
  readonly mergedInto?: number;
  /** A person left it out of the rates, with a reason (DOMAIN: Three rates). */
  readonly excluded?: string;
  /** What was done, in the handler's words. */
  readonly result?: string;
  /** For a question: who says so. */
  readonly source?: string;
  /** 1 to 5, of whoever raised it; until they have rated, of the first neighbour who did. */
  readonly rating?: number;
  /** How many marks so far said that it is not good yet. */
  readonly lowMarks?: number;
  /** Everybody's mark, by our own id of the person. */
  readonly ratings?: { readonly [person: string]: number };
};

export type Ticket = Facts &
  ({ readonly state: "open" } | { readonly state: "closed"; readonly closedAt: Instant; readonly outcome: Outcome });

/** What happened to a ticket. `set` is the whole change, so that replaying the events gives the ticket (a law, tested). */
export type TicketEvent = {
  readonly type: string;
  readonly at: Instant;
  /** An alias, or `clock`. */
  readonly by: string;
  /** A reason or a result, in staff's words; never a resident's. */
  readonly text?: string;
  readonly set: Partial<Omit<Facts, "number">> & {
    readonly closed?: { readonly outcome: Outcome } | null;
    /** Facts that no longer hold: a claim that was given up, say. */
    readonly cleared?: readonly string[];
  };
};

/** The ticket after one more event; the first event is always `opened` and sets everything. */
export function evolve(ticket: Ticket | undefined, number: number, event: TicketEvent): Ticket {
  const { closed, cleared = [], ...facts } = event.set;
  if (ticket === undefined) return asClosed({ ...(facts as Omit<Facts, "number">), number, state: "open" }, event);

  const kept = Object.fromEntries(Object.entries(ticket).filter(([fact]) => !cleared.includes(fact)));
  const next = { ...(kept as Ticket), ...facts };
  return closed === null ? reopened(next) : asClosed(next, event);
}

function asClosed(ticket: Ticket, { at, set }: TicketEvent): Ticket {
  return set.closed ? { ...ticket, state: "closed", closedAt: at, outcome: set.closed.outcome } : ticket;
}

function reopened(ticket: Ticket): Ticket {
  if (ticket.state === "open") return ticket;
  const { closedAt: _at, outcome: _outcome, ...facts } = ticket;
  return { ...facts, state: "open" };
}

/** The ticket that a list of events tells of; undefined for an empty list. */
export function replay(number: number, events: readonly TicketEvent[]): Ticket | undefined {
  return events.reduce<Ticket | undefined>((ticket, event) => evolve(ticket, number, event), undefined);
}

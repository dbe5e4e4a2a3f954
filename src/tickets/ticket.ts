import type { Role } from "../shared/community.ts";
import type { Instant, When } from "../shared/instant.ts";
import type { Place } from "../shared/place.ts";
import type { Kind, Urgency } from "./reading.ts";

/** Small matters stay in the grid, big ones in the community, hard ones are done jointly (A3). */
export const LEVELS = ["grid", "community", "joint"] as const;
export type Level = (typeof LEVELS)[number];

/** How a ticket ends (DOMAIN: Ends of a ticket), and the three ends that are not an answer: sent back, taken back, never filed. */
export const OUTCOMES = ["resolved", "explained", "outsideDuty", "suspended", "rejected", "withdrawn", "unfiled"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A resident or a member of staff, by our own id; the alias is what people read. */
export type PersonRef = { readonly id: string; readonly alias: string };

/** Whoever gives a command. The clock acts through timers, never through this. */
export type Actor = PersonRef & { readonly roles: readonly Role[]; readonly name?: string };

/** Named moments of one ticket: `respond`, `act`, … as its flow names them. */
export type Dues = { readonly [clock: string]: Instant };

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
  /** What was done, in the handler's words. */
  readonly result?: string;
  /** 1 to 5, of whoever raised it; until they have rated, of the first neighbour who did. */
  readonly rating?: number;
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
  readonly set: Partial<Omit<Facts, "number">> & { readonly closed?: { readonly outcome: Outcome } | null };
};

/** The ticket after one more event; the first event is always `opened` and sets everything. */
export function evolve(ticket: Ticket | undefined, number: number, event: TicketEvent): Ticket {
  const { closed, ...facts } = event.set;
  if (ticket === undefined) return { ...(facts as Omit<Facts, "number">), number, state: "open" };

  const next = { ...ticket, ...facts };
  if (closed === null) return reopened(next);
  if (closed === undefined) return next;
  return { ...next, state: "closed", closedAt: event.at, outcome: closed.outcome };
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

import type { Instant } from "../../shared/instant.ts";
import { evolve, type Outcome, type Ticket, type TicketEvent } from "../../tickets/ticket.ts";

/** The stage in which a grid worker is asked whether it is a matter at all (flows: `unsure`). */
export const ASKED = "asked";

/** Everything that happened to one ticket, in order. */
export type History = { readonly number: number; readonly events: readonly TicketEvent[] };

/** A ticket after each of its events. `isFiled`: it is a matter, and not only a question to the grid worker. */
type Moment = { readonly at: Instant; readonly type: string; readonly ticket: Ticket; readonly isFiled: boolean };
export type Life = readonly Moment[];

/** What one period was for one ticket: how it stood at both ends, and what counts in between. */
export type Course = {
  /** As it was when the period ended, whatever happened to it since. */
  readonly ticket: Ticket;
  readonly before?: Ticket;
  readonly wasOpen: boolean;
  readonly isOpen: boolean;
  /** Filed in the period. */
  readonly isOpened: boolean;
  /** Ended before the period, and went on in it. */
  readonly isReopened: boolean;
  /** How it ended in the period, as it stood at its end; `unfiled` also for what was undone until nobody had filed it. */
  readonly closedAs?: Outcome;
  /** The types of what happened in the period. */
  readonly happened: readonly string[];
  /** Something of the work was late, since it was last taken up. */
  readonly isLate: boolean;
};

/** The ticket's states one by one. */
export function lifeOf({ number, events }: History): Life {
  const moments: Moment[] = [];
  for (const event of events) {
    const last = moments.at(-1);
    const ticket = evolve(last?.ticket, number, event);
    moments.push({ at: event.at, type: event.type, ticket, isFiled: isFiled(ticket, last?.isFiled ?? false) });
  }
  return moments;
}

/** What was taken back before anybody filed it was never a matter. */
function isFiled(ticket: Ticket, wasFiled: boolean): boolean {
  if (ticket.stage === ASKED) return false;
  if (ticket.state === "open") return true;
  return ticket.outcome !== "unfiled" && (ticket.outcome !== "withdrawn" || wasFiled);
}

/**
 * One ticket's part in `(from, to]`; undefined when it has none. Every change between none, open and ended is one of opened, reopened and
 * closed, so that always: open at the start + opened + reopened = closed + open at the end.
 */
export function courseOf(life: Life, from: Instant, to: Instant): Course | undefined {
  const first = life.findLast(({ at }) => at <= from);
  const last = life.findLast(({ at }) => at <= to);
  if (last === undefined) return undefined;

  const between = life.filter(({ at }) => at > from && at <= to);
  const was = stateOf(first);
  const is = stateOf(last);
  const workedOn = was === "open" || between.some((moment) => stateOf(moment) === "open");
  const isReopened = was === "closed" && is !== "none" && workedOn;
  const isOpened = was === "none" && is !== "none";
  const ended = is === "closed" && (was !== "closed" || isReopened);
  const closedAs =
    is === "none" && was === "open" ? "unfiled" : ended && last.ticket.state === "closed" ? last.ticket.outcome : undefined;
  return {
    ticket: last.ticket,
    ...(first === undefined ? {} : { before: first.ticket }),
    wasOpen: was === "open",
    isOpen: is === "open",
    isOpened,
    isReopened,
    ...(closedAs === undefined ? {} : { closedAs }),
    happened: between.map(({ type }) => type),
    isLate: isLate(life, last.ticket, to),
  };
}

function stateOf(moment: Moment | undefined): "none" | Ticket["state"] {
  return moment?.isFiled === true ? moment.ticket.state : "none";
}

/** Its limit passed before it was done, or it was told to be overdue; a level that took over has a new limit, and it stays late. */
function isLate(life: Life, ticket: Ticket, to: Instant): boolean {
  // What ended without being worked on (sent back, taken back, merged) was not late.
  if (ticket.state === "closed" && ticket.outcome !== "resolved" && ticket.outcome !== "explained") return false;

  const since = ticket.since ?? ticket.openedAt;
  if (life.some(({ type, at }) => type === "overdue" && at > since && at <= to)) return true;
  // Nobody has answered, however often the next level promised to.
  if ((ticket.dues["missed"] ?? to) < to) return true;
  const isPaused = ticket.pauses?.some((pause) => pause.to === undefined) === true;
  return !isPaused && (ticket.dues["act"] ?? to) < (ticket.state === "closed" ? ticket.closedAt : to);
}

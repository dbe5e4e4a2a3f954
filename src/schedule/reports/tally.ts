import type { Instant } from "../../shared/instant.ts";
import { placeText } from "../../shared/place.ts";
import { OUTCOMES, type Outcome, type Ticket } from "../../tickets/ticket.ts";
import { whereabouts } from "../recurring.ts";
import { type Course, courseOf, type Life } from "./life.ts";

/** Whose matters are counted: one group's, one estate's, or all. */
export type Scope = { readonly room: string } | { readonly estate: string } | "community";

/** Residents are told nothing of disputes, not even in a sum. */
export type Reader = "residents" | "staff" | "secretary";

export type Row = { readonly name: string; readonly opened: number; readonly settled: number; readonly open: number };
export type Share = { readonly name: string; readonly count: number };

/** A period's matters. Always: openAtStart + opened + reopened = all of closed + openAtEnd. */
export type Tally = {
  readonly from: Instant;
  readonly to: Instant;
  readonly openAtStart: number;
  readonly opened: number;
  readonly reopened: number;
  readonly closed: Readonly<Record<Outcome, number>>;
  readonly openAtEnd: number;
  /** By kind; the only table in which disputes are. */
  readonly kinds: readonly Row[];
  readonly categories: readonly Row[];
  readonly buildings: readonly Row[];
  /** By the unit that was called. */
  readonly units: readonly Row[];
  /** By name in community.yaml. */
  readonly handlers: readonly Row[];
  /** Open and late at the end, or done late in the period. */
  readonly overdue: {
    readonly open: number;
    readonly closed: number;
    readonly people: readonly Share[];
    readonly units: readonly Share[];
  };
};

/** What every ticket of a scope did in a period, as a reader may know it. */
export function coursesIn(lives: readonly Life[], scope: Scope, reader: Reader, from: Instant, to: Instant): readonly Course[] {
  return lives.flatMap((life) => {
    const course = courseOf(life, from, to);
    if (course === undefined || !isOf(scope, course.ticket)) return [];
    // What has become a dispute since is no longer the neighbours' either.
    const isDispute = course.ticket.kind === "dispute" || life.at(-1)?.ticket.kind === "dispute";
    return reader === "residents" && isDispute ? [] : [course];
  });
}

function isOf(scope: Scope, { room, place }: Ticket): boolean {
  if (scope === "community") return true;
  return "room" in scope ? room === scope.room : place.estate === scope.estate;
}

/** Counts a period. */
export function tallyOf(courses: readonly Course[], from: Instant, to: Instant): Tally {
  const count = (test: (course: Course) => boolean): number => courses.filter(test).length;
  const open = courses.filter((one) => one.isOpen && one.isLate);
  const closed = courses.filter((one) => one.closedAs !== undefined && one.isLate);
  const late = [...open, ...closed];
  const told = courses.filter(({ ticket }) => ticket.kind !== "dispute");
  return {
    from,
    to,
    openAtStart: count(({ wasOpen }) => wasOpen),
    opened: count(({ isOpened }) => isOpened),
    reopened: count(({ isReopened }) => isReopened),
    closed: Object.fromEntries(
      OUTCOMES.map((outcome) => [outcome, count(({ closedAs }) => closedAs === outcome)]),
    ) as Tally["closed"],
    openAtEnd: count(({ isOpen }) => isOpen),
    kinds: rowsBy(courses, ({ kind }) => kind),
    categories: categoriesOf(courses),
    buildings: rowsBy(told, ({ place }) => (place.building === undefined ? undefined : placeText(whereabouts(place)))),
    units: rowsBy(told, ({ unit }) => unit),
    handlers: rowsBy(courses, ({ handler }) => handler),
    overdue: {
      open: open.length,
      closed: closed.length,
      people: sharesBy(late, ({ handler }) => handler),
      units: sharesBy(late, ({ unit }) => unit),
    },
  };
}

/** What about, of all but disputes. */
export function categoriesOf(courses: readonly Course[]): readonly Row[] {
  return rowsBy(
    courses.filter(({ ticket }) => ticket.kind !== "dispute"),
    ({ category }) => category,
  );
}

/** All that ended in a period, however it ended. */
export function closedIn({ closed }: Tally): number {
  return Object.values(closed).reduce((sum, one) => sum + one, 0);
}

function rowsBy(courses: readonly Course[], nameOf: (ticket: Ticket) => string | undefined): readonly Row[] {
  const rows = [...Map.groupBy(courses, ({ ticket }) => nameOf(ticket))].flatMap(([name, own]): readonly Row[] => {
    const row = {
      opened: own.filter(({ isOpened }) => isOpened).length,
      settled: own.filter(({ closedAs }) => closedAs === "resolved").length,
      open: own.filter(({ isOpen }) => isOpen).length,
    };
    return name === undefined || row.opened + row.settled + row.open === 0 ? [] : [{ name, ...row }];
  });
  return inOrder(rows);
}

/** The most first. */
export function inOrder(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => b.opened - a.opened || b.open - a.open || b.settled - a.settled || (a.name < b.name ? -1 : 1));
}

function sharesBy(courses: readonly Course[], nameOf: (ticket: Ticket) => string | undefined): readonly Share[] {
  return [...Map.groupBy(courses, ({ ticket }) => nameOf(ticket))]
    .flatMap(([name, own]) => (name === undefined ? [] : [{ name, count: own.length }]))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

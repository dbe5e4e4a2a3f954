import { DAY, type Instant } from "../../shared/instant.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { type Rates, type RateWeights, ratesOf, type UnitFigures, unitsOf } from "../rates.ts";
import { clustersOf, type Recurring } from "../recurring.ts";
import type { Course, Life } from "./life.ts";
import type { Period } from "./report-shape.ts";
import { isSameMark, type Risk, type Risky, risksOf } from "./risks.ts";
import { coursesIn, type Reader, type Scope, type Tally, tallyOf } from "./tally.ts";

/** What places may set of their figures (seeds/calendar.yaml). */
export type FigureSettings = { readonly rates: RateWeights; readonly recurring: Recurring; readonly risks: Risky };

/** The five counts (C10); undefined where nothing is kept that could be counted. */
export type FiveCounts = {
  readonly teams?: number;
  readonly volunteers?: number;
  readonly needs: number;
  readonly services: number;
  readonly served: number;
};

/** Opened and ended in one of the periods, for the trend. */
export type Step = { readonly from: Instant; readonly to: Instant; readonly opened: number; readonly closed: number };

/** Everything a report tells of a period. */
export type PeriodFigures = Tally & {
  readonly scope: Scope;
  readonly rates: { readonly all: Rates; readonly left: Rates };
  readonly responses: readonly UnitFigures[];
  /** The weeks or months before and this one, or the year's months; the oldest first. */
  readonly trend: readonly Step[];
  readonly risks: readonly Risk[];
  readonly five: FiveCounts;
};

/** A period, and the ends of the steps by which its trend is told, the oldest first. */
export type Span = { readonly from: Instant; readonly to: Instant; readonly steps: readonly Instant[] };

/** What figures are asked for. */
export type Asked = Span & {
  readonly period: Period;
  readonly scope: Scope;
  readonly reader: Reader;
  readonly people: Pick<FiveCounts, "teams" | "volunteers">;
};

/** From when histories are needed to answer. */
export function neededFrom({ from, to, steps }: Span, { recurring }: FigureSettings): Instant {
  return Math.min(from, steps[0] ?? from, to - recurring.days * DAY);
}

/** The figures of a period, from what happened to every ticket. Pure. */
export function periodFigures(lives: readonly Life[], asked: Asked, settings: FigureSettings): PeriodFigures {
  const { scope, reader, from, to } = asked;
  const courses = coursesIn(lives, scope, reader, from, to);
  const since = to - settings.recurring.days * DAY;
  const opened = coursesIn(lives, scope, reader, since, to).filter(
    ({ isOpened, ticket, closedAs }) => isOpened && ticket.kind !== "dispute" && closedAs !== "withdrawn",
  );
  const clusters = clustersOf(
    opened.map(({ ticket }) => ticket),
    settings.recurring,
  );
  return {
    scope,
    ...tallyOf(courses, from, to),
    rates: ratesOf(markedIn(courses), settings.rates),
    responses: unitsOf(calledIn(courses, from, to)),
    trend: trendOf(lives, asked),
    risks: risksOf(courses, clusters, settings.risks.crowded[asked.period], to),
    five: { ...asked.people, ...wishCounts(courses) },
  };
}

/** Tickets that were given a mark in the period. */
export function markedIn(courses: readonly Course[]): readonly Ticket[] {
  return courses.flatMap(({ ticket, before }) => (isSameMark(before, ticket) ? [] : [ticket]));
}

/** The calls of a period to units. */
export function calledIn(courses: readonly Course[], from: Instant, to: Instant): readonly Pick<Ticket, "whistles">[] {
  return courses.flatMap(({ ticket: { whistles = [] } }) => {
    const own = whistles.filter(({ at }) => at > from && at <= to);
    return own.length === 0 ? [] : [{ whistles: own }];
  });
}

/** Opened and ended in each step. */
export function trendOf(lives: readonly Life[], asked: Asked): readonly Step[] {
  return asked.steps.slice(1).map((end, index) => stepOf(lives, asked, asked.steps[index] ?? end, end));
}

/** Only those to which something happened in a step were opened or ended in it. */
function stepOf(lives: readonly Life[], { scope, reader }: Asked, from: Instant, to: Instant): Step {
  const moved = lives.filter((life) => life.some(({ at }) => at > from && at <= to));
  const courses = coursesIn(moved, scope, reader, from, to);
  return {
    from,
    to,
    opened: courses.filter(({ isOpened }) => isOpened).length,
    closed: courses.filter(({ closedAs }) => closedAs !== undefined).length,
  };
}

/** Needs raised as wishes, services that granted one, and the people whose wish it was. */
function wishCounts(courses: readonly Course[]): Pick<FiveCounts, "needs" | "services" | "served"> {
  const wishes = courses.filter(({ ticket }) => ticket.kind === "wish");
  const granted = wishes.filter(({ closedAs }) => closedAs === "resolved");
  const people = new Set(granted.flatMap(({ ticket }) => ticket.reporters.map(({ id }) => id)));
  return { needs: wishes.filter(({ isOpened }) => isOpened).length, services: granted.length, served: people.size };
}

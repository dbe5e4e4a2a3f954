import { DAY, type Instant } from "../../shared/instant.ts";
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

/** What a period's figures are made of; parts of it made of some tickets can be put together. */
export type PeriodParts = {
  /** Of the period. */
  readonly courses: readonly Course[];
  /** Of the days in which what keeps coming back is looked for. */
  readonly recent: readonly Course[];
  readonly trend: readonly Step[];
};

/** Goes through what happened to some tickets. Pure. */
export function partsOfPeriod(lives: readonly Life[], asked: Asked, { recurring }: FigureSettings): PeriodParts {
  const { scope, reader, from, to, steps } = asked;
  const during = (start: Instant, end: Instant): readonly Course[] => coursesIn(lives, scope, reader, start, end);
  const courses = during(from, to);
  const since = to - recurring.days * DAY;
  return {
    courses,
    recent: since === from ? courses : during(since, to),
    trend: steps.slice(1).map((end, index) => stepOf(lives, asked, steps[index] ?? end, end)),
  };
}

/** The figures of a period, from what happened to every ticket. Pure. */
export function periodFigures(lives: readonly Life[], asked: Asked, settings: FigureSettings): PeriodFigures {
  return figuresOf(partsOfPeriod(lives, asked, settings), asked, settings);
}

/** The figures of a period, once all tickets have been gone through. */
export function figuresOf({ courses, recent, trend }: PeriodParts, asked: Asked, settings: FigureSettings): PeriodFigures {
  const { scope, from, to } = asked;
  const opened = recent.filter(
    ({ isOpened, ticket, closedAs }) => isOpened && ticket.kind !== "dispute" && closedAs !== "withdrawn",
  );
  const clusters = clustersOf(
    opened.map(({ ticket }) => ticket),
    settings.recurring,
  );
  const marked = courses.filter(({ ticket, before }) => !isSameMark(before, ticket));
  return {
    scope,
    ...tallyOf(courses, from, to),
    rates: ratesOf(
      marked.map(({ ticket }) => ticket),
      settings.rates,
    ),
    responses: unitsOf(
      courses.map(({ ticket }) => ({ whistles: ticket.whistles?.filter(({ at }) => at > from && at <= to) ?? [] })),
    ),
    trend,
    risks: risksOf(courses, clusters, settings.risks.crowded[asked.period], to),
    five: { ...asked.people, ...wishCounts(courses) },
  };
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

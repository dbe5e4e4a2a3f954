import type { Ticket } from "../../tickets/ticket.ts";
import { type RateWeights, ratesOf, unitsOf } from "../rates.ts";
import type { Life } from "./life.ts";
import { type Asked, calledIn, markedIn, type PeriodFigures, type Step, trendOf } from "./period.ts";
import { categoriesOf, coursesIn, inOrder, type Row } from "./tally.ts";

/** What of a period's figures can be counted some tickets at a time, keeping little of them: where there are very many, nobody has to wait. */
export type Running = {
  readonly trend: readonly Step[];
  readonly categories: readonly Row[];
  readonly marked: readonly Ticket[];
  readonly called: readonly Pick<Ticket, "whistles">[];
};

export type RunFigures = Pick<PeriodFigures, "rates" | "trend" | "categories" | "responses">;

/** Counts some tickets. */
export function runningOf(lives: readonly Life[], asked: Asked): Running {
  const { scope, reader, from, to } = asked;
  const courses = coursesIn(lives, scope, reader, from, to);
  return {
    trend: trendOf(lives, asked),
    categories: categoriesOf(courses),
    marked: markedIn(courses),
    called: calledIn(courses, from, to),
  };
}

/** What two lots of tickets come to; none is in both. */
export function together(one: Running, other: Running): Running {
  return {
    trend: one.trend.map((step, index) => {
      const { opened = 0, closed = 0 } = other.trend[index] ?? {};
      return { ...step, opened: step.opened + opened, closed: step.closed + closed };
    }),
    categories: [...Map.groupBy([...one.categories, ...other.categories], ({ name }) => name)].map(([name, rows]) => {
      const sum = (of: (row: Row) => number): number => rows.reduce((all, row) => all + of(row), 0);
      return { name, opened: sum(({ opened }) => opened), settled: sum(({ settled }) => settled), open: sum(({ open }) => open) };
    }),
    marked: [...one.marked, ...other.marked],
    called: [...one.called, ...other.called],
  };
}

/** The figures, once all tickets are in. */
export function runFigures({ trend, categories, marked, called }: Running, weights: RateWeights): RunFigures {
  return { trend, categories: inOrder(categories), rates: ratesOf(marked, weights), responses: unitsOf(called) };
}

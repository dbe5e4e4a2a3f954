import type { Instant } from "../../shared/instant.ts";
import type { WeekFigures } from "../figures.ts";
import type { Life } from "./life.ts";
import { coursesIn, type Scope, tallyOf } from "./tally.ts";

/** What a residents' group is told of a week: its own figures, and the whole community's where that is more. */
export function weekOfRoom(lives: readonly Life[], room: string, from: Instant, to: Instant): WeekFigures {
  const count = (scope: Scope) => {
    const courses = coursesIn(lives, scope, "residents", from, to);
    return { courses, tally: tallyOf(courses, from, to) };
  };
  const { courses, tally } = count({ room });
  const all = count("community").tally;
  const { resolved, ...otherwise } = tally.closed;
  const isMore = all.opened > tally.opened || all.closed.resolved > resolved || all.openAtEnd > tally.openAtEnd;
  return {
    received: tally.opened,
    reopened: tally.reopened,
    settled: resolved,
    otherwise: Object.entries(otherwise).flatMap(([outcome, count]) =>
      count === 0 ? [] : [{ outcome: outcome as keyof typeof otherwise, count }],
    ),
    open: tally.categories
      .filter(({ open }) => open > 0)
      .map(({ name, open }) => ({ category: name, count: open }))
      .sort((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1)),
    handlers: [...new Set(courses.filter(({ closedAs }) => closedAs === "resolved").map(({ ticket }) => ticket.handler))].sort(),
    ...(isMore ? { community: { received: all.opened, settled: all.closed.resolved, open: all.openAtEnd } } : {}),
  };
}

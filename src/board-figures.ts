import { setImmediate as othersTurn } from "node:timers/promises";
import type { OverviewReads } from "./board/overview/overview-port.ts";
import type { House } from "./load-house.ts";
import { type Course, type History, type Life, lifeOf } from "./schedule/reports/life.ts";
import {
  type Asked,
  type FigureSettings,
  figuresOf,
  neededFrom,
  type PeriodFigures,
  partsOfPeriod,
  type Step,
} from "./schedule/reports/period.ts";
import type { Reader } from "./schedule/reports/tally.ts";
import { DAY } from "./shared/instant.ts";
import { plusDays, weekdayOf } from "./shared/zone.ts";
import type { Database } from "./store/database/open.ts";
import { createFigures } from "./store/figures.ts";

const WEEKS = 8;
/** So many histories are gone through before others have their turn. */
const TURN = 1_000;

/** The figures of the overview for each reader, counted as the reports count them: four weeks, and the trend of eight that begin on Mondays. */
export function boardFigures(database: Database, { desk, calendar }: Pick<House, "desk" | "calendar">): OverviewReads["figures"] {
  const figures = createFigures(database);
  const { zone } = desk.calendar;
  return async (now) => {
    const monday = plusDays(zone.day(now), 1 - weekdayOf(zone.day(now)));
    const weeks = Array.from({ length: WEEKS }, (_, index) => zone.instant(plusDays(monday, -7 * (WEEKS - 1 - index)), 0, 0));
    const span = { from: now - 28 * DAY, to: now, steps: [...weeks, now] };
    // What keeps coming back is told in the reports; the overview need not look further back for it.
    const settings = { ...calendar, recurring: { ...calendar.recurring, days: 28 } };
    const lives = await livesOf(await figures.histories(neededFrom(span, settings), now));
    const told = (reader: Reader) =>
      inTurns(lives, { ...span, period: "month", scope: "community", reader, people: {} }, settings);
    // The secretary's figures are the staff's; only reports tell her more of disputes.
    const staff = await told("staff");
    return { residents: await told("residents"), staff, secretary: staff };
  };
}

async function livesOf(histories: readonly History[]): Promise<readonly Life[]> {
  const lives: Life[] = [];
  for (const [index, history] of histories.entries()) {
    if (index % TURN === TURN - 1) await othersTurn();
    lives.push(lifeOf(history));
  }
  return lives;
}

/** As `periodFigures`, and others have their turn between. */
async function inTurns(lives: readonly Life[], asked: Asked, settings: FigureSettings): Promise<PeriodFigures> {
  const courses: Course[] = [];
  const recent: Course[] = [];
  let trend: readonly Step[] = partsOfPeriod([], asked, settings).trend;
  for (let first = 0; first < lives.length; first += TURN) {
    const made = partsOfPeriod(lives.slice(first, first + TURN), asked, settings);
    courses.push(...made.courses);
    recent.push(...made.recent);
    trend = trend.map((step, index) => {
      const { opened = 0, closed = 0 } = made.trend[index] ?? {};
      return { ...step, opened: step.opened + opened, closed: step.closed + closed };
    });
    await othersTurn();
  }
  return figuresOf({ courses, recent, trend }, asked, settings);
}

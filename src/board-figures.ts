import type { OverviewReads } from "./board/overview/overview-port.ts";
import type { House } from "./load-house.ts";
import { lifeOf } from "./schedule/reports/life.ts";
import type { Asked } from "./schedule/reports/period.ts";
import { runFigures, runningOf, together } from "./schedule/reports/running.ts";
import { DAY } from "./shared/instant.ts";
import { plusDays, weekdayOf } from "./shared/zone.ts";
import type { Database } from "./store/database/open.ts";
import { pagesOfHistories } from "./store/histories.ts";

const WEEKS = 8;

/** The figures of the overview for each reader, counted as the reports count them: four weeks, and the trend of eight that begin on Mondays. */
export function boardFigures({ db }: Database, { desk, calendar }: Pick<House, "desk" | "calendar">): OverviewReads["figures"] {
  const { zone } = desk.calendar;
  return async (now) => {
    const monday = plusDays(zone.day(now), 1 - weekdayOf(zone.day(now)));
    const weeks = Array.from({ length: WEEKS }, (_, index) => zone.instant(plusDays(monday, -7 * (WEEKS - 1 - index)), 0, 0));
    const span = { from: now - 28 * DAY, to: now, steps: [...weeks, now] };
    const all: Asked = { ...span, period: "month", scope: "community", reader: "residents", people: {} };
    const members: Asked = { ...all, reader: "staff" };
    let residents = runningOf([], all);
    let staff = runningOf([], members);
    for await (const page of pagesOfHistories(db, Math.min(span.from, weeks[0] ?? now), now)) {
      const lives = page.map(lifeOf);
      residents = together(residents, runningOf(lives, all));
      staff = together(staff, runningOf(lives, members));
    }
    const told = runFigures(staff, calendar.rates);
    // The secretary's figures are the staff's; only reports tell her more of disputes.
    return { residents: runFigures(residents, calendar.rates), staff: told, secretary: told };
  };
}

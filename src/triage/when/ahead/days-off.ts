import type { WorkCalendar } from "../../../shared/work-calendar.ts";
import { type Day, plusDays, weekdayOf } from "../../../shared/zone.ts";

const FAR = 400;

/** The n-th working day after that day; undefined in the far future only. */
export function workdayAfter({ isWorkday }: WorkCalendar, from: Day, nth = 1): Day | undefined {
  let left = nth;
  for (let ahead = 1; ahead < FAR; ahead++) {
    const day = plusDays(from, ahead);
    if (isWorkday(day)) left--;
    if (left === 0) return day;
  }
  return undefined;
}

/** The last working day before that day. */
export function workdayBefore({ isWorkday }: WorkCalendar, before: Day): Day | undefined {
  for (let back = 1; back < FAR; back++) if (isWorkday(plusDays(before, -back))) return plusDays(before, -back);
  return undefined;
}

/** The first day off of the next holiday; with `running`, of the one that is now, if it is one. A plain weekend is none. */
export function holidayFrom(calendar: WorkCalendar, today: Day, running: boolean): Day | undefined {
  const { isWorkday } = calendar;
  const startOf = (day: Day): Day => {
    const before = workdayBefore(calendar, day);
    return before === undefined ? day : plusDays(before, 1);
  };
  // A holiday that is now may have begun with its weekdays: look a week back.
  for (let ahead = running && !isWorkday(today) ? -10 : 0; ahead < FAR; ahead++) {
    const day = plusDays(today, ahead);
    if (isWorkday(day) || weekdayOf(day) > 5) continue;
    const start = startOf(day);
    const next = workdayAfter(calendar, start);
    if (start > today || (running && start <= today && next !== undefined && next > today)) return start;
  }
  return undefined;
}

/**
 * Whether it is known how long the holiday around that day lasts. Before the State Council has published a year only New
 * Year's Day is certain: the law fixes it, and it is a single day.
 */
export function isCertain({ isPublished = () => true }: WorkCalendar, day: Day): boolean {
  return isPublished(Number(day.slice(0, 4))) || day.endsWith("-01-01");
}

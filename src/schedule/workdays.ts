import type { Hours, WorkCalendar } from "../shared/work-calendar.ts";
import { type Day, plusDays, weekdayOf, type Zone } from "../shared/zone.ts";
import { chineseDays } from "./chinese-days.ts";

/**
 * The State Council's calendar with its make-up days, and the community's own hours.
 * Beyond the last published year every Monday to Friday counts but the holidays whose date the law fixes: such days are
 * provisional (see `isPublished`).
 */
export function workCalendar(zone: Zone, working: readonly Hours[], waking: Hours): WorkCalendar {
  const known = new Map<Day, boolean>();
  return {
    zone,
    working,
    waking,
    isPublished,
    isWorkday: (day) => {
      const found = known.get(day);
      if (found !== undefined) return found;
      const is = isPublished(Number(day.slice(0, 4))) ? chineseDays.isWorkday(day) : isLikelyWorkday(day);
      known.set(day, is);
      return is;
    },
  };
}

/** New Year, Labour Day and National Day: off in every year (全国年节及纪念日放假办法, article 2). The lunar ones wait for the State Council. */
const FIXED = new Set(["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"]);

function isLikelyWorkday(day: Day): boolean {
  return weekdayOf(day) <= 5 && !FIXED.has(day.slice(5));
}

const published = new Map<number, boolean>();

/** Whether the holidays of a year have been published: then the National Day week has a free weekday. */
export function isPublished(year: number): boolean {
  const found = published.get(year);
  if (found !== undefined) return found;
  const week = Array.from({ length: 7 }, (_, index) => plusDays(`${year}-10-01`, index));
  const is = week.some((day) => weekdayOf(day) <= 5 && !chineseDays.isWorkday(day));
  published.set(year, is);
  return is;
}

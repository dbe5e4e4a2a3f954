import type { WorkCalendar } from "../../shared/work-calendar.ts";
import { type Day, daysBetween, plusDays, weekdayOf } from "../../shared/zone.ts";

/**
 * The days of a rule that belong to a year, in any order. A day may lie in the year before or after it (the day before New Year's
 * days off), but no day belongs to two years.
 */
export type Days = (year: number, calendar: WorkCalendar) => readonly Day[];

/** All days of a year. */
export function daysOf(year: number): readonly Day[] {
  return daysBetween(`${year}-01-01`, `${year}-12-31`);
}

/** The nearest working day on the way, not counting `day` itself; undefined when there is none for three weeks. */
export function workdayFrom(calendar: WorkCalendar, day: Day, step: 1 | -1): Day | undefined {
  for (let away = 1; away <= 21; away++) {
    const found = plusDays(day, step * away);
    if (calendar.isWorkday(found)) return found;
  }
  return undefined;
}

/**
 * The day on which something that names "the weekend" is: its Saturday, or its Sunday when people work that Saturday (调休).
 * Undefined when they work on both.
 */
export function weekendDay(calendar: WorkCalendar, saturday: Day): Day | undefined {
  return [saturday, plusDays(saturday, 1)].find((day) => !calendar.isWorkday(day));
}

/** The same weekdays every week, or every second, third … week counted from the week that `from` is in. */
export function weekly(weekdays: readonly number[], every = 1, from: Day = "2024-01-01"): Days {
  return (year) => daysOf(year).filter((day) => weekdays.includes(weekdayOf(day)) && weeksBetween(from, day) % every === 0);
}

/** Every weekend, on one of its days. A weekend belongs to the year of its Saturday. */
export const weekends: Days = (year, calendar) =>
  daysOf(year)
    .filter((day) => weekdayOf(day) === 6)
    .flatMap((day) => weekendDay(calendar, day) ?? []);

function weeksBetween(from: Day, to: Day): number {
  const monday = (day: Day): number => Date.parse(plusDays(day, 1 - weekdayOf(day)));
  return Math.round(Math.abs(monday(to) - monday(from)) / (7 * 24 * 60 * 60 * 1000));
}

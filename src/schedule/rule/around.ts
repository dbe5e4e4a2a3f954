import type { WorkCalendar } from "../../shared/work-calendar.ts";
import { type Day, daysBetween, plusDays } from "../../shared/zone.ts";
import { type Days, workdayFrom } from "./days.ts";
import { FESTIVALS, readFestival } from "./festivals.ts";
import { type DaysOff, daysOffAt, daysOffOf } from "./holidays.ts";
import { readNumber } from "./numerals.ts";

/** From so many days on, days off are a long holiday (长假). */
const LONG = 5;

const SUBJECT = new RegExp(
  `^(?:每年)?(节|长假|农历(?:正|冬|腊|[一二三四五六七八九十]+)月初?[一二三四五六七八九十廿]+|${FESTIVALS.join("|")})(.*)$`,
);

/**
 * Reads the phrases that go by holidays and festivals.
 * 节前一天, 节前最后一个工作日 and 节后第一个工作日 count from the days off of every statutory holiday, 长假前… from those of five days or more.
 * 国庆节前三天, 春节, 冬至后一天 and 农历八月十五 count from the festival's own day; 国庆节前最后一个工作日 from its days off.
 */
export function readAround(text: string): Days | undefined {
  const match = SUBJECT.exec(text);
  if (match === null) return undefined;
  const [, subject = "", tail = ""] = match;
  const edge = readEdge(tail);
  if (edge === undefined) return undefined;
  if (subject === "节" || subject === "长假") {
    if (tail === "" || tail === "当天") return undefined;
    return (year, calendar) =>
      daysOffOf(year)
        .filter(({ first, last }) => subject === "节" || daysBetween(first, last).length >= LONG)
        .flatMap((off) => edge(off, off, calendar) ?? []);
  }
  const festival = readFestival(subject);
  if (festival === undefined) return undefined;
  return (year, calendar) =>
    festival(year).flatMap((day) => edge({ names: [], first: day, last: day }, daysOffAt(day), calendar) ?? []);
}

/** A day beside `days`; working days are sought outside `off`. */
type Edge = (days: DaysOff, off: DaysOff | undefined, calendar: WorkCalendar) => Day | undefined;

function readEdge(tail: string): Edge | undefined {
  if (tail === "" || tail === "当天") return ({ first }) => first;
  if (/^前(?:的)?最后一个工作日$/.test(tail)) return (days, off, calendar) => workdayFrom(calendar, (off ?? days).first, -1);
  if (/^后(?:的)?第一个工作日$/.test(tail)) return (days, off, calendar) => workdayFrom(calendar, (off ?? days).last, 1);
  const match = /^(前|后)(.+)[天日]$/.exec(tail);
  const count = readNumber(match?.[2] ?? "");
  if (match === null || count === undefined || count === 0) return undefined;
  return ({ first, last }) => (match[1] === "前" ? plusDays(first, -count) : plusDays(last, count));
}

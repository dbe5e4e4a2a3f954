import { Chrono, createConfiguration, type ParsedResult, type Parser } from "chrono-node/zh/hans";
import type { Instant } from "../../shared/instant.ts";
import type { WorkCalendar } from "../../shared/work-calendar.ts";
import type { Zone } from "../../shared/zone.ts";
import { festivals, lunarDays } from "./ahead/festivals.ts";
import { nextWorkday, nthDays } from "./ahead/nth-days.ts";
import { endsOfWork, periods, within } from "./ahead/spans.ts";
import { clockParser } from "./clock.ts";
import { bareDays, holidays, timesAway } from "./dates.ts";
import { daysOfMonth, daysOfYear, nearDays, nextDays, weekdays } from "./days.ts";
import { type PartOfDay, partOfDay } from "./part-of-day.ts";
import type { DayPhrase } from "./settle.ts";

/** A clock time as it was said, before the part of the day makes it an hour of 24; `second` is the 3 of `两三点`. */
export type Clock = {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  readonly spoken: boolean;
};

/** One phrase of time and where it stands. `days` is how many days it lasts, `after` that it counts from a day in a story (`两天后`). */
export type Piece = {
  readonly start: number;
  readonly end: number;
  readonly day?: DayPhrase;
  readonly days: number;
  readonly after: boolean;
  readonly part?: PartOfDay;
  /** The part is a single letter, which needs a day or an hour beside it. */
  readonly isWeak: boolean;
  readonly clock?: Clock;
  /** A date that was said with its weekday, which may contradict it. */
  readonly weekday?: number;
  /** A deadline: until this begins, or until it ends. */
  readonly limit?: "start" | "end";
  /** Only on a working day: `下班后`. */
  readonly isWork?: true;
  /** `国庆期间` tells of a time and not of which. */
  readonly isUnclear?: true;
};

/**
 * Finds the phrases of time in a normalised text, in their order.
 *
 * chrono scans, reads written dates (`2026-11-21`, `11月23日`, `二〇二七年一月五日`), keeps for each phrase which of its
 * parts are certain, and drops what overlaps. The parsers of its Chinese that know days, weekdays and hours are replaced by
 * ours: they read the machine's zone, begin weeks on Sunday, and do not know parts of the day as spans of time.
 * With a calendar also what only orders say: festivals, working days, deadlines.
 */
export function pieceFinder(zone: Zone, calendar?: WorkCalendar): (text: string, now: Instant) => readonly Piece[] {
  const { parsers, refiners } = createConfiguration();
  // The first two parsers read written dates, the first refiner drops overlaps; chrono does not export them by name.
  const chrono = new Chrono({
    parsers: [
      ...(calendar === undefined ? [] : ofOrders(calendar)),
      nearDays(zone),
      weekdays(zone),
      daysOfMonth(zone),
      daysOfYear(zone),
      timesAway(zone),
      nextDays,
      holidays,
      bareDays,
      clockParser,
      ...parsers.slice(0, 2),
    ],
    refiners: refiners.slice(0, 1),
  });
  return (text, now) => chrono.parse(text, { instant: new Date(now), timezone: 0 }).flatMap((found) => pieceOf(found) ?? []);
}

function ofOrders(calendar: WorkCalendar): readonly Parser[] {
  return [festivals, lunarDays, nthDays, nextWorkday, within, periods, endsOfWork].map((parser) => parser(calendar));
}

function pieceOf({ index, text, start, end }: ParsedResult): Piece | undefined {
  const known = (component: Parameters<typeof start.get>[0]): number | undefined =>
    start.isCertain(component) ? (start.get(component) ?? undefined) : undefined;
  const tags = start.tags();
  const word = [...tags].find((tag) => tag.startsWith("part:"))?.slice("part:".length);
  const day: DayPhrase | undefined = tags.has("next")
    ? { kind: "next" }
    : dayPhrase(known("year"), known("month"), known("day"), known("weekday"));
  const hour = known("hour");
  // A month without a day, a month 13, and chrono's `12月20` of `12月20元`.
  const isWritten = known("month") !== undefined && tags.size === 0 && hour === undefined;
  if (day === undefined && (hour === undefined || known("month") !== undefined) && word === undefined && !tags.has("unclear"))
    return undefined;
  if (isWritten && !/[日号天前后节]$|^[0-9]{4}-/.test(text) && /月[0-9]+$/.test(text)) return undefined;

  const minute = known("minute") ?? 0;
  const second = end?.get("hour") ?? undefined;
  return {
    start: index,
    end: index + text.length,
    days: tags.has("two-days") ? 2 : 1,
    after: tags.has("after"),
    isWeak: word?.length === 1,
    ...limitsOf(tags),
    ...(day && { day }),
    ...(word !== undefined && { part: partOfDay(word) }),
    ...(hour !== undefined && { clock: { hour, minute, spoken: tags.has("spoken"), ...(second !== undefined && { second }) } }),
  };
}

function limitsOf(tags: ReadonlySet<string>): Pick<Piece, "limit" | "isWork" | "isUnclear"> {
  return {
    ...(tags.has("until-start") && { limit: "start" as const }),
    ...(tags.has("until-end") && { limit: "end" as const }),
    ...(tags.has("work") && { isWork: true as const }),
    ...(tags.has("unclear") && { isUnclear: true as const }),
  };
}

function dayPhrase(year?: number, month?: number, day?: number, weekday?: number): DayPhrase | undefined {
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  // `timesAway` knows the weekday of its moment too, so the weekday counts last.
  if (day !== undefined && month !== undefined)
    return year === undefined ? { kind: "yearly", month, day } : { kind: "date", year, month, day };
  if (day !== undefined) return { kind: "monthly", day };
  return weekday === undefined ? undefined : { kind: "weekly", weekday };
}

import { HOUR, type Instant, MINUTE } from "./instant.ts";
import { type Day, plusDays, type Zone } from "./zone.ts";

/** `[from, to]` in minutes after midnight. */
export type Hours = readonly [number, number];

/** When people work and when they sleep, as the limits count it. Which days are working days is decided elsewhere (the State Council's calendar). */
export type WorkCalendar = {
  readonly zone: Zone;
  readonly isWorkday: (day: Day) => boolean;
  /** Whether the holidays of a year are known for certain; left out: they are in every year. */
  readonly isPublished?: (year: number) => boolean;
  /** Working hours of a working day, lunch left out. */
  readonly working: readonly Hours[];
  /** Hours in which people may be spoken to, every day. */
  readonly waking: Hours;
};

/** A length of time as the flows write it: elapsed (m, h, d), waking hours (ah), working hours (wh) or working days (wd). */
export type Span = { readonly count: number; readonly unit: "m" | "h" | "d" | "ah" | "wh" | "wd" };

/** Reads `10m`, `24h`, `3d`, `2ah`, `4wh`, `7wd`; undefined when it is none of these. */
export function readSpan(text: string): Span | undefined {
  const match = /^(\d+)(m|h|d|ah|wh|wd)$/.exec(text);
  if (match === null) return undefined;
  return { count: Number(match[1]), unit: match[2] as Span["unit"] };
}

/** The moment a span after `from` is over. Working days end with the last working hour of the day, so that a promise is never due at night. */
export function after(calendar: WorkCalendar, from: Instant, { count, unit }: Span): Instant {
  switch (unit) {
    case "m":
      return from + count * MINUTE;
    case "h":
      return from + count * HOUR;
    case "d":
      return from + count * 24 * HOUR;
    case "ah":
    case "wh":
      return walk(calendar, unit, from, count * HOUR);
    case "wd":
      return endOfWorkday(calendar, from, count);
  }
}

/** The hours of a day that waking hours (ah) or working hours (wh) count, in order. */
export function hoursOf(calendar: WorkCalendar, unit: "ah" | "wh", day: Day): readonly Hours[] {
  if (unit === "ah") return [calendar.waking];
  return calendar.isWorkday(day) ? calendar.working : [];
}

/** Counts `left` milliseconds, only inside the hours that each day has. Gives up after two years without any. */
export function walk(calendar: WorkCalendar, unit: "ah" | "wh", from: Instant, left: number): Instant {
  let day = calendar.zone.day(from);
  for (let rest = left, tries = 0; tries < 800; tries++, day = plusDays(day, 1)) {
    for (const [opens, closes] of hoursOf(calendar, unit, day)) {
      const start = Math.max(from, minuteOf(calendar, day, opens));
      const room = minuteOf(calendar, day, closes) - start;
      if (room <= 0) continue;
      if (room >= rest) return start + rest;
      rest -= room;
    }
  }
  return from + left;
}

function endOfWorkday(calendar: WorkCalendar, from: Instant, count: number): Instant {
  let day = calendar.zone.day(from);
  for (let found = 0, tries = 0; found < count && tries < 800; tries++) {
    day = plusDays(day, 1);
    if (calendar.isWorkday(day)) found++;
  }
  return closing(calendar, day);
}

/** The end of a day's last working hour, whether or not it is a working day. */
export function closing(calendar: WorkCalendar, day: Day): Instant {
  return minuteOf(calendar, day, calendar.working.at(-1)?.[1] ?? 18 * 60);
}

/** The first moment at or after `at` when people may be spoken to. */
export function nextWaking(calendar: WorkCalendar, at: Instant): Instant {
  const day = calendar.zone.day(at);
  const [wakes, sleeps] = calendar.waking;
  if (at < minuteOf(calendar, day, wakes)) return minuteOf(calendar, day, wakes);
  if (at < minuteOf(calendar, day, sleeps)) return at;
  return minuteOf(calendar, plusDays(day, 1), wakes);
}

/** The moment of a day so many minutes after midnight, by the clock on the wall. */
export function minuteOf(calendar: WorkCalendar, day: Day, minute: number): Instant {
  return calendar.zone.instant(day, Math.floor(minute / 60), minute % 60);
}

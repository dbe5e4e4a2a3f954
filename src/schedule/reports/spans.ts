import { DAY, type Instant } from "../../shared/instant.ts";
import type { Zone } from "../../shared/zone.ts";
import type { Span } from "./period.ts";
import type { Period } from "./report-shape.ts";

/** How many weeks or months a trend looks at, the last among them; a year shows its own months. */
const STEPS = { week: 5, month: 6, year: 12 } as const;

/** The week between two announcements, with the weeks before. */
export function weekSpan(from: Instant, to: Instant): Span {
  const before = Array.from({ length: STEPS.week - 1 }, (_, index) => from - 7 * DAY * (STEPS.week - 1 - index));
  return { from, to, steps: [...before, from, to] };
}

/** The calendar month or year that a moment is in, as far as it has come by now. */
export function calendarSpan(zone: Zone, period: Exclude<Period, "week">, at: Instant, now: Instant): Span {
  const { year, month } = zone.local(at);
  const last = period === "month" ? month + 1 : 13;
  const steps = Array.from({ length: STEPS[period] + 1 }, (_, index) => startOf(zone, year, last - STEPS[period] + index));
  const from = startOf(zone, year, period === "month" ? month : 1);
  return upTo(now, { from, to: startOf(zone, year, last), steps });
}

/** Nothing is told of what has not come yet. */
export function upTo(now: Instant, span: Span): Span {
  if (span.to <= now || span.from >= now) return span;
  return { from: span.from, to: now, steps: [...span.steps.filter((step) => step < now), now] };
}

/** What a slot is about: a monthly analysis in the first days of a month is about the month before, a yearly report in January about the year. */
export function meant(period: Exclude<Period, "week">, slot: Instant): Instant {
  return slot - (period === "month" ? 10 : 45) * DAY;
}

/** The first moment of a month; month 0 is the December before. */
function startOf(zone: Zone, year: number, month: number): Instant {
  const first = new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
  return zone.instant(first, 0, 0);
}

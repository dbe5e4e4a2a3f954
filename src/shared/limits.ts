import type { Instant } from "./instant.ts";
import { after, closing, hoursOf, minuteOf, type Span, type WorkCalendar, walk } from "./work-calendar.ts";
import { daysBetween, plusDays } from "./zone.ts";

/** Time that a limit does not count; `to` is the first moment after it. One without `to` is still running. */
export type Pause = { readonly from: Instant; readonly to?: Instant };

type Stop = Required<Pause>;

/**
 * The moment a span after `from` is over when pauses do not count: what was left when a pause began is counted from its end.
 * - m, h, d: the pause is added.
 * - ah, wh: only its waking or working time is added, so a pause over lunch or the night costs nothing.
 * - wd: the ends of working days in it are added, that of the day of `from` too. One that begins and ends on the same day before
 *   the last working hour is over costs nothing; one that begins at that end or later does not include it, one that ends then does.
 *
 * Pauses may overlap and come in any order; what lies before `from` or after the limit does not count. A pause that is still
 * running counts as if it ended at `now`: the limit is then never inside it, and moves on as long as it runs.
 * Never earlier than `after`. A span of nothing (`0h`) is over at once.
 */
export function afterPaused(calendar: WorkCalendar, from: Instant, span: Span, pauses: readonly Pause[], now: Instant): Instant {
  return stopsOf(pauses, from, now).reduce(
    (end, stop) => (end <= stop.from ? end : Math.max(end, resumed(calendar, span.unit, stop, end))),
    after(calendar, from, span),
  );
}

/** The pauses from `from` on, in order, those that overlap or touch as one. */
function stopsOf(pauses: readonly Pause[], from: Instant, now: Instant): readonly Stop[] {
  const stops: Stop[] = [];
  const sorted = pauses
    .map((pause) => ({ from: Math.max(pause.from, from), to: pause.to ?? now }))
    .filter((stop) => stop.from < stop.to)
    .sort((one, other) => one.from - other.from);
  for (const stop of sorted) {
    const last = stops.at(-1);
    if (last === undefined || last.to < stop.from) stops.push(stop);
    else stops[stops.length - 1] = { from: last.from, to: Math.max(last.to, stop.to) };
  }
  return stops;
}

/** The new end of a span that would have ended at `end`, after the pause began. */
function resumed(calendar: WorkCalendar, unit: Span["unit"], stop: Stop, end: Instant): Instant {
  switch (unit) {
    case "m":
    case "h":
    case "d":
      return stop.to + (end - stop.from);
    case "ah":
    case "wh":
      return walk(calendar, unit, stop.to, hoursBetween(calendar, unit, stop.from, end));
    case "wd":
      return closingAfter(calendar, stop.to, closingsBetween(calendar, stop.from, end));
  }
}

/** The milliseconds from one moment to another that count. */
function hoursBetween(calendar: WorkCalendar, unit: "ah" | "wh", from: Instant, to: Instant): number {
  return daysBetween(calendar.zone.day(from), calendar.zone.day(to))
    .flatMap((day) => hoursOf(calendar, unit, day).map((hours) => hours.map((minute) => minuteOf(calendar, day, minute))))
    .reduce((sum, [opens = 0, closes = 0]) => sum + Math.max(0, Math.min(closes, to) - Math.max(opens, from)), 0);
}

/** How many working days end after `from`, and at `to` at the latest. */
function closingsBetween(calendar: WorkCalendar, from: Instant, to: Instant): number {
  return daysBetween(calendar.zone.day(from), calendar.zone.day(to)).filter((day) => {
    const end = closing(calendar, day);
    return calendar.isWorkday(day) && from < end && end <= to;
  }).length;
}

/** The end of so many working days, the first that ends after `from` counted. */
function closingAfter(calendar: WorkCalendar, from: Instant, count: number): Instant {
  let end = from;
  let day = calendar.zone.day(from);
  for (let found = 0, tries = 0; found < count && tries < 800; tries++, day = plusDays(day, 1)) {
    if (!calendar.isWorkday(day) || closing(calendar, day) <= from) continue;
    end = closing(calendar, day);
    found++;
  }
  return end;
}

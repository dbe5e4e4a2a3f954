import type { Instant, When } from "../../../shared/instant.ts";
import type { WorkCalendar } from "../../../shared/work-calendar.ts";
import { type Day, plusDays, weekdayOf } from "../../../shared/zone.ts";
import { halfOf, spanOf, tellsOfHabit } from "../meaning.ts";
import type { Phrase } from "../phrases.ts";
import type { Piece } from "../pieces.ts";
import { settle } from "../settle.ts";
import { workdayAfter } from "./days-off.ts";
import { isLeftOpen, isRetold, limitOf } from "./vague.ts";

/** What an order says of its time: when, `unclear` (a time is meant and cannot be told: the caller asks), or nothing of time at all. */
export type Ahead = When | "unclear" | undefined;

/** What a phrase means in an order: the next such time that is not over. */
export function meaningAhead(phrase: Phrase, text: string, now: Instant, calendar: WorkCalendar): Ahead {
  const { from, untilNow } = phrase;
  if (from.isUnclear) return "unclear";
  if (untilNow || from.day?.kind === "next" || tellsOfHabit(from, text)) return undefined;

  if (isLeftOpen(text, from)) return "unclear";

  const limit = limitOf(text, from);
  for (const day of daysMeant(from, now, calendar)) {
    if (!isPossible(from, day, calendar)) return "unclear";
    const when = spanOf(phrase, halfOf(from, day, "coming", now, calendar.zone), day, now, calendar.zone);
    const { from: begins, to: ends = begins } = when;
    const last = limit === "start" ? begins : ends;
    if (last > now) return limit === undefined ? when : { from: now, to: last };
  }
  return isRetold(text, from) ? undefined : "unclear";
}

/** The days that may be meant, the nearest first: a date leaves no choice, a weekday may be of the next week. */
function daysMeant(piece: Piece, now: Instant, calendar: WorkCalendar): readonly Day[] {
  const today = calendar.zone.day(now);
  const tomorrow = plusDays(today, 1);
  if (piece.day === undefined) {
    if (!piece.isWork) return [today, tomorrow];
    return [today, workdayAfter(calendar, today)].filter((day) => day !== undefined).filter(calendar.isWorkday);
  }
  const { day } = piece;
  const starts = day.kind === "date" ? [today] : [today, tomorrow];
  return starts.map((start) => settle(day, start, "coming", 0)).filter((found) => found !== undefined);
}

/** A date may contradict its weekday, and nobody leaves work on a day off. */
function isPossible({ day: said, weekday, isWork }: Piece, day: Day, { isWorkday }: WorkCalendar): boolean {
  if (weekday !== undefined && weekday !== weekdayOf(day)) return false;
  return said === undefined || !isWork || isWorkday(day);
}

import { HOUR, type Instant, type When } from "../../shared/instant.ts";
import { type Day, plusDays, type Zone } from "../../shared/zone.ts";
import { boundsOf, endOf } from "./bounds.ts";
import type { Phrase } from "./phrases.ts";
import type { Piece } from "./pieces.ts";
import { settle } from "./settle.ts";
import { isHabit, type Tense, tenseAt } from "./tense.ts";

/** What a phrase means in a message that tells of what was, is or will be. */
export function meaningOf(phrase: Phrase, text: string, now: Instant, zone: Zone): When | undefined {
  const { from, untilNow } = phrase;
  const tense = untilNow ? "past" : tenseAt(text, from.start);
  if (tellsOfHabit(from, text)) return undefined;
  if (from.after && tense === "past") return undefined;
  const day = dayOf(from, tense, now, zone);
  if (day === undefined) return undefined;

  return spanOf(phrase, halfOf(from, day, tense, now, zone), day, now, zone);
}

/** Whether a day of every week or month, or an hour of every day, is a habit here. */
export function tellsOfHabit({ day, start }: Piece, text: string): boolean {
  const isOpen = day === undefined || day.kind === "weekly" || day.kind === "monthly";
  return isOpen && isHabit(text, start, day === undefined);
}

/** From the first piece of a phrase, as `piece` reads it on its day, to the phrase's end or the piece's own. */
export function spanOf({ to, untilNow }: Phrase, piece: Piece, day: Day, now: Instant, zone: Zone): When {
  const bounds = boundsOf(piece, day, zone);
  const end = untilNow ? now : to && endOf(to, piece, day, zone);
  const last = end ?? bounds.to;
  return last === undefined || last <= bounds.from ? { from: bounds.from } : { from: bounds.from, to: last };
}

/** Hours without a day are today's, or yesterday's or tomorrow's when the tense says so; a night may have begun yesterday. */
function dayOf(piece: Piece, tense: Tense, now: Instant, zone: Zone): Day | undefined {
  const today = zone.day(now);
  const day = piece.day === undefined ? today : settle(piece.day, today, tense);
  const isTonight =
    day === today &&
    (piece.part === "night" || (piece.part === "evening" && piece.day === undefined && isSmall(piece.clock?.hour)));
  if (day === undefined || (piece.day !== undefined && !isTonight)) return day;

  const { from, to = from } = boundsOf(piece, day, zone);
  const isBygone = tense === "past" || (isTonight && tense === "untold" && zone.local(now).hour < 18);
  if (from > now && isBygone) return plusDays(day, -1);
  const isOver = to < now && tense === "coming" && piece.part !== undefined && piece.day === undefined;
  return isOver ? plusDays(day, 1) : day;
}

/** `晚上两点` is said of the night, not of the evening. */
function isSmall(hour: number | undefined): boolean {
  return hour !== undefined && hour >= 1 && hour <= 4;
}

/** Today's `7点` without a part of the day: the half of the day that fits the tense. */
export function halfOf(piece: Piece, day: Day, tense: Tense, now: Instant, zone: Zone): Piece {
  const { clock, part } = piece;
  if (clock === undefined || part !== undefined || !clock.spoken || clock.hour > 11 || day !== zone.day(now)) return piece;

  const at = boundsOf(piece, day, zone).from;
  const early = zone.instant(day, clock.hour, clock.minute);
  if (tense === "past" && at > now && early <= now) return { ...piece, part: "forenoon" };
  return tense === "coming" && at < now && at + 12 * HOUR > now ? { ...piece, part: "afternoon" } : piece;
}

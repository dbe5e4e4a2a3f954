import { HOUR, type Instant, type When } from "../../shared/instant.ts";
import { type Day, plusDays, type Zone } from "../../shared/zone.ts";
import { normalise } from "../normalise.ts";
import { boundsOf, endOf } from "./bounds.ts";
import { type Phrase, phrasesOf } from "./phrases.ts";
import { type Piece, pieceFinder } from "./pieces.ts";
import { settle } from "./settle.ts";
import { isHabit, type Tense, tenseAt } from "./tense.ts";

/** No time is told without one of these; most messages have none. */
const SOME_TIME =
  /[今昨明前后]天|[今昨明][日儿早晚晨夜]|[前后][日儿晚天]|周[一二三四五六日天末1-7]|星期|礼拜|[0-9０-９零一二两三四五六七八九十][号日点时]|[:：][0-5０-５]|月|早上|早[0-9一二三四五六七八九十晨间]|[一清]早|清晨|[上中下正]午|午[间后夜]|傍晚|黄昏|晚[上间0-9]|夜|凌晨|[分钟时刻头天]前|[分钟时刻头天周]后|周前|之[前后]|刚才|刚刚|方才|元旦|五一|六一|国庆|圣诞|[动女童]节|[0-9０-９]{4}[-./年]|[0-9][-~][0-9]+[点时]|今明|明后/;
const JUST_NOW = /刚才|刚刚|方才/;

/**
 * Reads the first time told in a resident's message, in the community's own zone; the machine's never counts.
 * Undefined when none is told, or only a habit (`每周三`), a duration (`停了7天`) or something vague (`改天`).
 *
 * chrono-node finds the phrases (`pieces.ts` says which are its own and which ours); which day is meant, past or coming,
 * how phrases join and how long a part of the day lasts, is ours.
 */
export function whenReader(zone: Zone): (text: string, now: Instant) => When | undefined {
  const piecesOf = pieceFinder(zone);

  return (message, now) => {
    if (!SOME_TIME.test(message)) return undefined;

    const text = plainDates(normalise(message));
    for (const phrase of phrasesOf(text, piecesOf(text, now))) {
      const when = meaningOf(phrase, text, now, zone);
      if (when !== undefined) return when;
    }
    return JUST_NOW.test(text) ? { from: now } : undefined;
  };
}

/** `2026.11.21` and `2026/11/21` as chrono reads them. */
function plainDates(text: string): string {
  return text.replace(/(?<![0-9.])(20[0-9]{2})([./])([0-9]{1,2})\2([0-9]{1,2})(?![0-9.])/g, "$1-$3-$4");
}

function meaningOf({ from, to, untilNow }: Phrase, text: string, now: Instant, zone: Zone): When | undefined {
  const tense = untilNow ? "past" : tenseAt(text, from.start);
  const isOpen = from.day === undefined || from.day.kind === "weekly" || from.day.kind === "monthly";
  if (isOpen && isHabit(text, from.start, from.day === undefined)) return undefined;
  if (from.after && tense === "past") return undefined;
  const day = dayOf(from, tense, now, zone);
  if (day === undefined) return undefined;

  const piece = halfOf(from, day, tense, now, zone);
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
function halfOf(piece: Piece, day: Day, tense: Tense, now: Instant, zone: Zone): Piece {
  const { clock, part } = piece;
  if (clock === undefined || part !== undefined || !clock.spoken || clock.hour > 11 || day !== zone.day(now)) return piece;

  const at = boundsOf(piece, day, zone).from;
  const early = zone.instant(day, clock.hour, clock.minute);
  if (tense === "past" && at > now && early <= now) return { ...piece, part: "forenoon" };
  return tense === "coming" && at < now && at + 12 * HOUR > now ? { ...piece, part: "afternoon" } : piece;
}

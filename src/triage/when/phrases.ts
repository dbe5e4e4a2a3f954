import { laterPart } from "./part-of-day.ts";
import type { Piece } from "./pieces.ts";

/** A time as said, maybe with its end: `明天上午9点到11点`; `untilNow` for `昨晚十点到现在`. */
export type Phrase = { readonly from: Piece; readonly to?: Piece; readonly untilNow: boolean };

const GLUE = /^[\s的,，(（)）:]{0,3}(?:大概|大约|约|差不多|将近|从|就)?\s?$/;
const SAME_DAY = /^[\s,，(（]{0,2}$/;
const BRACKET = /^\s?[(（]$/;
const TO = /^[)）]?(?:多|左右|前后|开始|起)?\s?(?:一直)?[-~到至—–]{1,2}\s?(?:了|当[日天])?$/;
const TO_NOW = /(?:到|至)(?:现在|目前|此刻|这会儿?|今(?![天日晚早晨年儿夜明后]))/;

/** How far a day reaches to the hours that are told after it: `周六大扫除，早上8点集合`. */
const REACH = 20;

/** Puts the pieces of a text together: days with their hours, ends with their beginnings. */
export function phrasesOf(text: string, pieces: readonly Piece[]): readonly Phrase[] {
  const whole = joinNeighbours(text, pieces).filter(
    ({ isWeak, clock, day }) => !(isWeak && clock === undefined && day === undefined),
  );
  return carryDays(joinRanges(text, whole));
}

function joinNeighbours(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const both = last && join(last, piece, text.slice(last.end, piece.start));
    if (both !== undefined) joined[joined.length - 1] = both;
    else joined.push(piece);
  }
  return joined;
}

function join(first: Piece, second: Piece, between: string): Piece | undefined {
  if (first.clock !== undefined || first.limit !== undefined) return undefined;
  const end = second.end;
  if (second.day !== undefined) {
    // `11月25日（周三）`, `明天（11月19日）` and `周六（11月28日）`: the date tells more than the weekday.
    if (first.part !== undefined || first.day === undefined || !SAME_DAY.test(between)) return undefined;
    if (second.day.kind === "weekly") return { ...first, end, weekday: second.day.weekday };
    if (first.day.kind === "date" && BRACKET.test(between)) return { ...first, end };
    return first.day.kind === "weekly" ? { ...second, start: first.start, weekday: first.day.weekday } : undefined;
  }
  // A part of the day that is one letter stands right after its day: `周六晚`.
  if (!GLUE.test(between) || (second.isWeak && second.clock === undefined && !/^\s?$|[)）]$/.test(between))) return undefined;
  if (first.part !== undefined && second.part !== undefined && !/^的?$/.test(between)) return undefined;
  const part =
    first.part !== undefined && second.part !== undefined ? laterPart(first.part, second.part) : (second.part ?? first.part);
  const { clock, limit, isWork } = second;
  return {
    ...first,
    end,
    ...(part && { part }),
    ...(clock && { clock }),
    ...(limit && { limit }),
    ...(isWork && { isWork }),
    isWeak: false,
  };
}

function joinRanges(text: string, pieces: readonly Piece[]): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let index = 0;
  while (index < pieces.length) {
    const from = pieces[index];
    const to = pieces[index + 1];
    if (from === undefined) break;
    const isRange = to !== undefined && TO.test(text.slice(from.end, to.start));
    const next = isRange ? to : undefined;
    index += isRange ? 2 : 1;
    phrases.push({ from, ...(next && { to: next }), untilNow: next === undefined && TO_NOW.test(text.slice(from.end)) });
  }
  return phrases;
}

/** Hours without a day belong to the day named shortly before them. */
function carryDays(phrases: readonly Phrase[]): readonly Phrase[] {
  const [first, second] = phrases;
  if (first === undefined || second === undefined || first.to !== undefined || first.untilNow) return phrases;
  const { day, part, clock, end, start } = first.from;
  const isDayAlone = day !== undefined && part === undefined && clock === undefined;
  const isHourAlone = second.from.day === undefined && second.from.clock !== undefined;
  if (!isDayAlone || !isHourAlone || second.from.start - end > REACH) return phrases;

  return [{ ...second, from: { ...second.from, day, start } }];
}

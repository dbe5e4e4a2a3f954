import type { Instant, When } from "../../shared/instant.ts";
import type { WorkCalendar } from "../../shared/work-calendar.ts";
import type { Zone } from "../../shared/zone.ts";
import { normalise } from "../normalise.ts";
import { type Ahead, meaningAhead } from "./ahead/meaning-ahead.ts";
import { isVague } from "./ahead/vague.ts";
import { meaningOf } from "./meaning.ts";
import { phrasesOf } from "./phrases.ts";
import { pieceFinder } from "./pieces.ts";

/** No time is told without one of these; most messages have none. */
const SOME_TIME =
  /[今昨明前后]天|[今昨明][日儿早晚晨夜]|[前后][日儿晚天]|周[一二三四五六日天末1-7]|星期|礼拜|[0-9０-９零一二两三四五六七八九十][号日点时]|[:：][0-5０-５]|月|早上|早[0-9一二三四五六七八九十晨间]|[一清]早|清晨|[上中下正]午|午[间后夜]|傍晚|黄昏|晚[上间0-9]|夜|凌晨|[分钟时刻头天]前|[分钟时刻头天周]后|周前|之[前后]|刚才|刚刚|方才|元旦|五一|六一|国庆|圣诞|[动女童]节|[0-9０-９]{4}[-./年]|[0-9][-~][0-9]+[点时]|今明|明后/;
const JUST_NOW = /刚才|刚刚|方才/;

/** Which way a reader looks: back at what residents tell, or ahead, by the calendar of working days, to what an order wants. */
type Direction = { readonly zone: Zone; readonly calendar?: WorkCalendar };

/**
 * Reads the first time told in a resident's message, in the community's own zone; the machine's never counts.
 * Undefined when none is told, or only a habit (`每周三`), a duration (`停了7天`) or something vague (`改天`).
 *
 * chrono-node finds the phrases (`pieces.ts` says which are its own and which ours); which day is meant, past or coming,
 * how phrases join and how long a part of the day lasts, is ours.
 */
export function whenReader(zone: Zone): (text: string, now: Instant) => When | undefined {
  const meanings = meaningsIn({ zone });

  return (message, now) => {
    if (!SOME_TIME.test(message)) return undefined;

    const text = plainDates(normalise(message));
    for (const when of meanings(text, now)) if (when !== undefined && when !== "unclear") return when;
    return JUST_NOW.test(text) ? { from: now } : undefined;
  };
}

/**
 * The same reader looking ahead: the first time of an order (a notice, a meeting) that is still to come. A deadline (`月底前`)
 * lasts from now until then. What was (`昨天`) is retold and not meant; what cannot be told (`国庆期间`, `过几天`, a date with
 * the wrong weekday, `这周三` when it is over, `下班后` of a day off) is unclear.
 */
export function aheadReader(calendar: WorkCalendar): (text: string, now: Instant) => Ahead {
  const meanings = meaningsIn({ zone: calendar.zone, calendar });

  return (message, now) => {
    const text = slashedDates(plainDates(normalise(message)));
    let isUnclear = false;
    for (const when of meanings(text, now)) {
      if (when !== undefined && when !== "unclear") return when;
      isUnclear ||= when === "unclear";
    }
    return isUnclear || isVague(text) ? "unclear" : undefined;
  };
}

/** What the phrases of a text mean, one after another, as far as somebody asks. */
function meaningsIn(direction: Direction): (text: string, now: Instant) => Generator<Ahead> {
  const piecesOf = pieceFinder(direction.zone, direction.calendar);
  return function* (text, now) {
    for (const phrase of phrasesOf(text, piecesOf(text, now))) {
      yield direction.calendar === undefined
        ? meaningOf(phrase, text, now, direction.zone)
        : meaningAhead(phrase, text, now, direction.calendar);
    }
  };
}

/** `2026.11.21` and `2026/11/21` as chrono reads them. */
function plainDates(text: string): string {
  return text.replace(/(?<![0-9.])(20[0-9]{2})([./])([0-9]{1,2})\2([0-9]{1,2})(?![0-9.])/g, "$1-$3-$4");
}

/** `3/20下午3点` and `3.20（周五）`: with an hour, a part of the day or a weekday behind them they are dates and no measures. */
function slashedDates(text: string): string {
  return text.replace(
    /(?<![0-9./:-])(1[0-2]|0?[1-9])[./](3[01]|[12][0-9]|0?[1-9])(?=\s?[(（]?(?:上午|下午|中午|早|晚|凌晨|傍晚|周|星期|礼拜|[之以]?前|[0-9]{1,2}(?:点|时|:[0-5])))/g,
    "$1月$2日",
  );
}

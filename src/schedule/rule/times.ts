import { readNumber } from "./numerals.ts";

/** `[hour, minute]` of a day. */
export type Time = readonly [number, number];

/** A rule that names no time is for nine in the morning. */
const MORNING: Time = [9, 0];

const PART = "凌晨|清晨|早上|早|上午|中午|下午|傍晚|晚上|晚";
const HOUR = "\\d{1,2}|二十[一二三]?|十[一二三四五六七八九]?|[一二两三四五六七八九]";
const CLOCK = `(?:${PART})?(?:\\d{1,2}:\\d{2}|(?:${HOUR})点(?:半|[一三]刻|\\d{1,2}分?|[一二三四五十]{1,3}分)?)`;
const AT_END = new RegExp(`(${CLOCK}(?:[、和]${CLOCK})*)$`);

/** Takes the times off the end of a phrase: 9:00, 上午9点, 下午3点半, 晚上7点, several with 、. Undefined when a time is none. */
export function splitTimes(phrase: string): { readonly days: string; readonly times: readonly Time[] } | undefined {
  const match = AT_END.exec(phrase);
  if (match === null) return { days: phrase, times: [MORNING] };

  const times = (match[1] ?? "").split(/[、和]/).map(readTime);
  const known = times.filter((time) => time !== undefined);
  return known.length === times.length ? { days: phrase.slice(0, match.index), times: known } : undefined;
}

function readTime(text: string): Time | undefined {
  const match = /^(\D*?)(?:(\d{1,2}):(\d{2})|([\d一二两三四五六七八九十]{1,3})点(.*))$/.exec(text);
  if (match === null) return undefined;
  const [, part = "", clockHour, clockMinute, said, rest = ""] = match;
  const hour = said === undefined ? Number(clockHour) : readNumber(said);
  const minute = said === undefined ? Number(clockMinute) : readMinute(rest);
  if (hour === undefined || minute === undefined || hour > 23 || minute > 59) return undefined;
  return [/下午|傍晚|晚/.test(part) && hour < 12 ? hour + 12 : hour, minute];
}

function readMinute(text: string): number | undefined {
  if (text === "") return 0;
  const named: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 };
  return named[text] ?? readNumber(text.replace("分", ""));
}

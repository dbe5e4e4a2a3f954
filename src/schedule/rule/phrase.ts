import type { Day } from "../../shared/zone.ts";
import { readAround } from "./around.ts";
import { type Days, daysOf, weekends, weekly } from "./days.ts";
import { readMonthly } from "./months.ts";
import { readNumber, readWeekday } from "./numerals.ts";
import { splitTimes, type Time } from "./times.ts";

/** A rule, read: on which days, at what times. */
export type Pattern = {
  readonly days: Days;
  readonly times: readonly Time[];
  /** It names the weekend itself: then a weekend is no holiday for it. */
  readonly namesWeekend: boolean;
};

/** A phrase that is understood, for messages. */
export const EXAMPLE = "每周一、周五9:00, 每月18日9:00, 每月最后一个周末9:00, 节前一天10:00";

/** Reads a phrase such as 每季度第一个月第二周周三15:00. `from` anchors 每两周. Undefined when it is not understood. */
export function readPhrase(phrase: string, from?: Day): Pattern | undefined {
  const plain = normal(phrase);
  const split = splitTimes(plain);
  if (split === undefined) return undefined;
  const text = split.days;
  const days = readDaily(text) ?? readWeekly(text, from) ?? readMonthly(text) ?? readAround(text);
  return days === undefined ? undefined : { days, times: split.times, namesWeekend: /周末|周[^\d]*[六日天]/.test(text) };
}

/** Whether a phrase counts weeks and so must say from when. */
export function needsAnchor(phrase: string): boolean {
  return /^(每[两二三四\d]+个?周|隔周)/.test(normal(phrase));
}

function normal(phrase: string): string {
  return phrase
    .replace(/\s/g, "")
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/：/g, ":")
    .replace(/，|,/g, "、")
    .replace(/号/g, "日")
    .replace(/的/g, "")
    .replace(/星期|礼拜/g, "周");
}

function readDaily(text: string): Days | undefined {
  if (/^每[天日]$/.test(text)) return (year) => daysOf(year);
  if (/^每个?工作日$/.test(text)) return (year, calendar) => daysOf(year).filter((day) => calendar.isWorkday(day));
  return undefined;
}

function readWeekly(text: string, from: Day | undefined): Days | undefined {
  if (/^每个?周末$/.test(text)) return weekends;
  const match = /^(?:每([两二三四\d]+)?个?周|(隔周))(.+)$/.exec(text);
  if (match === null) return undefined;
  const [, said, other, rest = ""] = match;
  const every = other === undefined ? readNumber(said ?? "一") : 2;
  const weekdays = readWeekdays(rest.replace(/周/g, ""));
  if (every === undefined || every === 0 || weekdays === undefined) return undefined;
  if (every > 1 && from === undefined) return undefined;
  return weekly(weekdays, every, from);
}

/** 一、五 · 一至五 · 一三五 */
function readWeekdays(text: string): readonly number[] | undefined {
  const found = text.split(/[、和及]/).flatMap((part): (number | undefined)[] => {
    const range = /^(.)[至到](.)$/.exec(part);
    if (range === null) return part === "" ? [undefined] : [...part].map(readWeekday);
    const [first, last] = [readWeekday(range[1] ?? ""), readWeekday(range[2] ?? "")];
    if (first === undefined || last === undefined || last < first) return [undefined];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  const known = found.filter((one) => one !== undefined);
  return known.length === found.length ? known : undefined;
}

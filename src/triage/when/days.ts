import type { Parser } from "chrono-node/zh/hans";
import { type Day, plusDays, weekdayOf, type Zone } from "../../shared/zone.ts";
import { NUMBER, numberOf, parserOf, type Said } from "./parser.ts";

const NEAR: Readonly<Record<string, number>> = { 今: 0, 昨: -1, 明: 1, 前: -2, 后: 2 };
/** The day after one that was named. */
export const nextDays: Parser = parserOf(/次日|翌日|第二天|转天/, () => ({ known: {}, tags: ["next"] }));

const NEAR_DAY =
  /(?<pair>今明|明后)两?[天日]|(?<far>大*)(?<near>[今昨明前后])(?:天|日|儿(?!子|媳|童|女|孙)个?|个儿)|(?<beside>[今昨明](?=[早晚晨夜])|前(?=晚))/;
/** `以后天天`, `饭后天黑`, `两天前天天`: the day's word is only a part of another. */
const NO_DAY = /[以之今然最午饭睡目往产课会班雨天年月周号时分点]$/;

/** `前天`, `大后天`, `昨儿`, `明后两天`, and the `昨` of `昨晚`. */
export const nearDays = (zone: Zone): Parser =>
  parserOf(NEAR_DAY, ({ pair, far = "", near, beside }, { before, after }, now) => {
    const today = zone.day(now);
    if (pair !== undefined) return dated(plusDays(today, pair === "今明" ? 0 : 1), ["two-days"]);
    const word = near ?? beside ?? "";
    if (/[前后]/.test(word) && far === "" && (NO_DAY.test(before) || /^天(?!气)/.test(after))) return undefined;

    const days = NEAR[word] ?? 0;
    return dated(plusDays(today, days + Math.sign(days) * far.length));
  });

const WHICH = "(?<which>上上|下下|[上下这本])";
const WEEKDAY = new RegExp(`(?:${WHICH}个?)?(?:周|星期|礼拜)(?<day>[一二三四五六日天末1-7])`);
const WEEKS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 这: 0, 本: 0, 下: 1, 下下: 2 };

/** `周五` leaves the week open; `下周三` does not (weeks begin on Monday); a weekend is two days from Saturday. */
export const weekdays = (zone: Zone): Parser =>
  parserOf(WEEKDAY, ({ which, day = "" }, { before, after }, now) => {
    // `两周一次`, `每周三`, `三个周末`, `这周天气`, `周末愉快`.
    if (which === undefined && /[一二两三四五六七八九十0-9每几半多整隔逢]个?$/.test(before)) return undefined;
    if (/^(?:次|回|遍|愉快|快乐)/.test(after) || (day === "天" && after.startsWith("气"))) return undefined;
    if (/[1-7]/.test(day) && /^[0-9天]/.test(after)) return undefined;

    const weekday = day === "末" ? 6 : "一二三四五六日".indexOf(day.replace("天", "日")) + 1 || Number(day);
    const tags = day === "末" ? ["two-days"] : [];
    if (which === undefined) return { known: { weekday }, tags };
    const today = zone.day(now);
    return dated(plusDays(today, weekday - weekdayOf(today) + 7 * (WEEKS[which] ?? 0)), tags);
  });

const MONTHS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 这: 0, 本: 0, 当: 0, 下: 1, 下下: 2 };
const OF_MONTH = new RegExp(
  `(?<which>上上|下下|[上下这本当])个?月(?:份)?的?(?<day>${NUMBER})[号日]|(?:(?<end>[上下这本])个?月?|(?<named>${NUMBER})月?)?(?<last>月[底末])`,
);

/** `下个月1号`, `上月20日`, and the last day of a month: `月底`, `下个月底`, `11月底`. */
export const daysOfMonth = (zone: Zone): Parser =>
  parserOf(OF_MONTH, ({ which, day = "", end, named, last }, { before }, now) => {
    if (/[每几满两半]个?$/.test(before)) return undefined;
    const { year, month } = zone.local(now);
    if (last === undefined) return dated(firstOfMonth(year, month + (MONTHS[which ?? ""] ?? 0)), [], numberOf(day));
    const wanted = named === undefined ? month + (MONTHS[end ?? ""] ?? 0) : numberOf(named);
    return dated(plusDays(firstOfMonth(year, wanted + 1), -1));
  });

const YEARS: Readonly<Record<string, number>> = { 前: -2, 去: -1, 今: 0, 明: 1 };
const OF_YEAR = new RegExp(`(?<which>[前去今明])年(?:的)?(?<month>${NUMBER})月(?:份)?(?<day>${NUMBER})[号日]`);

/** `去年12月20号`; dates without such a word chrono reads itself. */
export const daysOfYear = (zone: Zone): Parser =>
  parserOf(OF_YEAR, ({ which = "", month = "", day = "" }, _, now) => ({
    known: { year: zone.local(now).year + (YEARS[which] ?? 0), month: numberOf(month), day: numberOf(day) },
  }));

/** That day for certain; `dayOfMonth` instead of its own, which may not exist. */
export function dated(day: Day, tags: readonly string[] = [], dayOfMonth?: number): Said {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return { known: { year, month, day: dayOfMonth ?? date }, tags };
}

/** The first day of that month; month 13 is next January. */
export function firstOfMonth(year: number, month: number): Day {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
}

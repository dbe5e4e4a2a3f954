import type { WorkCalendar } from "../../shared/work-calendar.ts";
import { type Day, daysBetween, plusDays, weekdayOf } from "../../shared/zone.ts";
import { type Days, weekendDay } from "./days.ts";
import { readNumber, readWeekday } from "./numerals.ts";

/** The days of a rule in one month. */
type InMonth = (days: readonly Day[], calendar: WorkCalendar) => readonly Day[];

const NUMBER = "[\\d一二两三四五六七八九十]+";
const NTH = new RegExp(`^(?:第(${NUMBER})|(最后一))(个|周)(?:(工作日)|(周末)|周([一二三四五六日天]))$`);

/**
 * Reads what follows 每月, 每季度 or 每年11月: 18日, 1日、15日, 最后一天, 第一个工作日, 最后一个周末, 第二个周三, 第二周周三.
 * 第二周周三 is the second Wednesday of the month: weeks are counted from the first Monday-to-Sunday week that has a Wednesday in the month.
 * A weekend belongs to the month of its Saturday; see `weekendDay` for the one whose Saturday is worked.
 */
function readInMonth(text: string): InMonth | undefined {
  if (/^最后一[天日]$/.test(text)) return (days) => days.slice(-1);
  if (new RegExp(`^${NUMBER}日(?:、${NUMBER}日?)*$`).test(text)) {
    const wanted = text.split("、").map((part) => readNumber(part.replace("日", "")) ?? 0);
    if (wanted.some((day) => day < 1 || day > 31)) return undefined;
    return (days) => days.filter((day) => wanted.includes(Number(day.slice(8))));
  }
  const match = NTH.exec(text);
  if (match === null) return undefined;
  const [, said, , unit, workday, weekend, weekdayText] = match;
  const nth = said === undefined ? -1 : readNumber(said);
  if (nth === undefined || nth === 0 || (unit === "周" && weekdayText === undefined)) return undefined;
  const among: InMonth = workday ? workdaysIn : weekend ? weekendsIn : weekdaysIn(readWeekday(weekdayText ?? "") ?? 0);
  return (days, calendar) => among(days, calendar).slice(nth < 0 ? -1 : nth - 1, nth < 0 ? undefined : nth);
}

const workdaysIn: InMonth = (days, calendar) => days.filter((day) => calendar.isWorkday(day));

const weekendsIn: InMonth = (days, calendar) =>
  days.filter((day) => weekdayOf(day) === 6).flatMap((day) => weekendDay(calendar, day) ?? []);

const weekdaysIn =
  (weekday: number): InMonth =>
  (days) =>
    days.filter((day) => weekdayOf(day) === weekday);

const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Reads the phrases that go by months: 每月…, 每季度…, 每年11月…; undefined when it is none. */
export function readMonthly(text: string): Days | undefined {
  const month = /^每个?月(.+)$/.exec(text);
  if (month !== null) return inMonths(ALL, month[1] ?? "");

  const quarter = /^每个?季度(?:(?:第([一二三])|(最后一))个月)?(.+)$/.exec(text);
  if (quarter !== null) {
    const [, said, last, rest = ""] = quarter;
    // 每季度最后一个工作日 is the last one of the quarter, which is in its last month.
    const isLast = last !== undefined || (said === undefined && rest.startsWith("最后一"));
    if (said === undefined && !isLast && !rest.startsWith("第一")) return undefined;
    const place = isLast ? 3 : (readNumber(said ?? "一") ?? 1);
    return inMonths([place, place + 3, place + 6, place + 9], rest);
  }

  const year = new RegExp(`^每年(${NUMBER}月(?:、${NUMBER}月)*)(.+)$`).exec(text);
  if (year === null) return undefined;
  const months = (year[1] ?? "").split("、").map((part) => readNumber(part.replace("月", "")) ?? 0);
  return months.every((one) => one >= 1 && one <= 12) ? inMonths(months, year[2] ?? "") : undefined;
}

function inMonths(months: readonly number[], text: string): Days | undefined {
  const inMonth = readInMonth(text);
  if (inMonth === undefined) return undefined;
  return (year, calendar) => months.flatMap((month) => inMonth(daysOfMonth(year, month), calendar));
}

function daysOfMonth(year: number, month: number): readonly Day[] {
  const first = (index: number): Day => new Date(Date.UTC(year, index, 1)).toISOString().slice(0, 10);
  return daysBetween(first(month - 1), plusDays(first(month), -1));
}

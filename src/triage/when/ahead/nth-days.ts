import type { Parser } from "chrono-node/zh/hans";
import type { WorkCalendar } from "../../../shared/work-calendar.ts";
import { type Day, daysBetween, plusDays, weekdayOf } from "../../../shared/zone.ts";
import { dated, firstOfMonth } from "../days.ts";
import { NUMBER, numberOf, parserOf } from "../parser.ts";
import { workdayAfter } from "./days-off.ts";

const NTH = new RegExp(
  `(?:(?<which>下下|[本这当下])个?月|(?<month>${NUMBER})月)(?:份|里)?的?(?:第(?<nth>[一二三四五1-5])|(?<last>最后一?))个?(?:(?:周|星期|礼拜)(?<day>[一二三四五六日天1-7])|(?<work>工作日))`,
);
const MONTHS: Readonly<Record<string, number>> = { 下: 1, 下下: 2 };

/** `下个月第一个周六`, `本月最后一个工作日`; a month that is over is the next year's. */
export const nthDays = (calendar: WorkCalendar): Parser =>
  parserOf(NTH, ({ which, month, nth = "", last, day = "", work }, _, now) => {
    const today = calendar.zone.day(now);
    const [year = 0, running = 0] = today.split("-").map(Number);
    const wanted = month === undefined ? running + (MONTHS[which ?? ""] ?? 0) : monthFrom(running, numberOf(month));
    const isMeant = (one: Day): boolean => (work === undefined ? weekdayOf(one) === weekdayNamed(day) : calendar.isWorkday(one));
    const found = daysBetween(firstOfMonth(year, wanted), plusDays(firstOfMonth(year, wanted + 1), -1)).filter(isMeant);
    const one = last === undefined ? found[numberOf(nth) - 1] : found.at(-1);
    return one === undefined ? { known: {}, tags: ["unclear"] } : dated(one);
  });

function monthFrom(running: number, month: number): number {
  return month < running ? month + 12 : month;
}

function weekdayNamed(word: string): number {
  return "一二三四五六日".indexOf(word.replace("天", "日")) + 1 || Number(word);
}

/** `下一个工作日`, `下个工作日`. */
export const nextWorkday = (calendar: WorkCalendar): Parser =>
  parserOf(/(?:下一?|次)个?工作日/, (_groups, _around, now) => {
    const day = workdayAfter(calendar, calendar.zone.day(now));
    return day === undefined ? undefined : dated(day);
  });

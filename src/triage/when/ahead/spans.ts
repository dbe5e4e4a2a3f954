import type { Parser } from "chrono-node/zh/hans";
import { HOUR, MINUTE } from "../../../shared/instant.ts";
import { closing, type WorkCalendar } from "../../../shared/work-calendar.ts";
import { type Day, plusDays, weekdayOf } from "../../../shared/zone.ts";
import { dated, firstOfMonth } from "../days.ts";
import { NUMBER, numberOf, parserOf, type Said } from "../parser.ts";
import { workdayAfter } from "./days-off.ts";

const INSIDE = "(?:[之以]?内)";
const WITHIN = new RegExp(`(?<count>[0-9]{1,3}|${NUMBER}|半)个?(?<unit>工作日|天|日|周|星期|礼拜|小时|钟头|分钟|月)${INSIDE}`);
const PERIOD = new RegExp(
  `(?<which>[本这下])个?(?<unit>周|星期|礼拜|月)${INSIDE}|(?<year>今年|本年|年)${INSIDE}|(?<end>[今明]?年[底末])[之以]?前`,
);

/** `三天内`, `两小时内`, `三个工作日内`: from now on, until then. */
export const within = (calendar: WorkCalendar): Parser =>
  parserOf(WITHIN, ({ count = "", unit = "" }, { before }, now) => {
    const amount = count === "半" ? 0.5 : numberOf(count);
    if (Number.isNaN(amount) || /[第0-9.]$/.test(before)) return undefined;
    const today = calendar.zone.day(now);
    switch (unit) {
      case "工作日": {
        const last = workdayAfter(calendar, today, amount);
        return last === undefined ? undefined : atMoment(calendar, closing(calendar, last));
      }
      case "小时":
      case "钟头":
        return atMoment(calendar, now + amount * HOUR);
      case "分钟":
        return atMoment(calendar, now + amount * MINUTE);
      case "月":
        return dated(plusDays(today, Math.round(amount * 30)), ["until-end"]);
      case "天":
      case "日":
        return dated(plusDays(today, Math.ceil(amount)), ["until-end"]);
      default:
        return dated(plusDays(today, Math.ceil(7 * amount)), ["until-end"]);
    }
  });

function atMoment({ zone }: WorkCalendar, at: number): Said {
  return { known: { ...zone.local(at) }, tags: ["until-start"] };
}

/** `本周内`, `下个月内`, `年底前`. */
export const periods = ({ zone }: WorkCalendar): Parser =>
  parserOf(PERIOD, ({ which, unit, end = "" }, { before }, now) => {
    const today = zone.day(now);
    const [year = 0, month = 0] = today.split("-").map(Number);
    if (unit === undefined)
      return /[0-9一二两三四五六七八九十几]$/.test(before) ? undefined : untilEnd(`${year + Number(end.startsWith("明"))}-12-31`);
    const next = which === "下" ? 1 : 0;
    if (unit === "月") return untilEnd(plusDays(firstOfMonth(year, month + next + 1), -1));
    return untilEnd(plusDays(today, 7 - weekdayOf(today) + 7 * next));
  });

function untilEnd(day: Day): Said {
  return dated(day, ["until-end"]);
}

/** `下班后`, `下班前`: the end of the last working hour, and only where people work that day. */
export const endsOfWork = (calendar: WorkCalendar): Parser =>
  parserOf(/下班(?:[之以]?(?<before>前)|[之以]?后|时)/, ({ before }, _, now) => {
    const { hour, minute } = calendar.zone.local(closing(calendar, calendar.zone.day(now)));
    return { known: { hour, minute }, tags: before === undefined ? ["work"] : ["work", "until-start"] };
  });

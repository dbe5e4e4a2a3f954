import type { Parser } from "chrono-node/zh/hans";
import { MINUTE } from "../../shared/instant.ts";
import { plusDays, type Zone } from "../../shared/zone.ts";
import { NUMBER, numberOf, parserOf } from "./parser.ts";
import { PART } from "./part-of-day.ts";

/** What makes `15号` a day and not a house: a time, a weekday, another day or a beginning beside it. */
const DAY_EVIDENCE = new RegExp(
  `^(?:\\s?[(（]?(?:周|星期|礼拜)|\\s?${PART}|\\s?${NUMBER}(?:点|时|:[0-5])|\\s?[-~到至—–、]\\s?${NUMBER}[号日](?![楼栋幢院门线])|[那当]天|[之以]?前|开始|[起止]|截止|停[水电气暖]|[交缴]|开会|检修)`,
);
const BARE_DAY = new RegExp(`(?<day>${NUMBER})[号日]`);

/** `15号晚上`, and the second day of `10月1号到7号`; `5号楼`, `12号井` are none. */
export const bareDays: Parser = parserOf(BARE_DAY, ({ day = "" }, { before, after }) => {
  const isSecond = /[号日][)）]?\s?[-~到至—–、]\s?$/.test(before) && !/^[楼栋幢院门线单]/.test(after);
  if (!isSecond && (/[-0-9.#第月楼栋座门路弄巷每]$/.test(before) || !DAY_EVIDENCE.test(after))) return undefined;

  return { known: { day: numberOf(day) } };
});

/** Holidays with a fixed date; those of the lunar calendar are not read. */
const HOLIDAYS: Readonly<Record<string, readonly [number, number]>> = {
  元旦: [1, 1],
  妇女节: [3, 8],
  五一: [5, 1],
  劳动节: [5, 1],
  六一: [6, 1],
  儿童节: [6, 1],
  国庆: [10, 1],
  圣诞: [12, 25],
};
const HOLIDAY = new RegExp(`(?<name>${Object.keys(HOLIDAYS).join("|")})节?(?<itself>[那当]天|当日)?`);

/** `国庆那天`, `元旦`; not the whole holiday (`国庆期间`) nor a street. */
export const holidays: Parser = parserOf(HOLIDAY, ({ name = "", itself }, { after }) => {
  const [month, day] = HOLIDAYS[name] ?? [];
  const isOther =
    itself === undefined &&
    /^(?:期间|假|长假|黄金|快乐|路|街|[东西南北中]路|村|新村|巷|桥|小区|小学|中学|大道|前|后|单元|以来)/.test(after);
  return isOther || month === undefined || day === undefined ? undefined : { known: { month, day } };
});

const MINUTES: Readonly<Record<string, number>> = { 分: 1, 刻: 15, 小: 60, 钟: 60 };
const AWAY =
  /(?<count>[0-9]{1,3}|[一二两三四五六七八九十]{1,3}|半)个?(?<more>多)?(?<half>半)?(?<unit>分钟?|刻钟|小时|钟头|天|周|星期|礼拜)(?:[之以])?(?<side>前|后)(?![面边门院楼台窗天续])/;

/** `20分钟前`, `半小时后`, `一个半小时前` are moments; `三天前`, `两周后` are days. */
export const timesAway = (zone: Zone): Parser =>
  parserOf(AWAY, ({ count = "", more, half, unit = "", side }, { before }, now) => {
    if (/[第0-9.提]$/.test(before)) return undefined;
    const amount = (count === "半" ? 0.5 : numberOf(count)) + (half === undefined ? 0 : 0.5);
    const signed = side === "前" ? -amount : amount;
    if (Number.isNaN(amount)) return undefined;
    const minutes = MINUTES[unit.charAt(0)];
    if (minutes !== undefined) return { known: { ...zone.local(now + signed * minutes * MINUTE) } };
    // `三四天前` is a guess.
    if (/[几一二三四五六七八九十]$/.test(before) || !Number.isInteger(amount) || more !== undefined) return undefined;

    const [year = 0, month = 0, day = 0] = plusDays(zone.day(now), unit === "天" ? signed : 7 * signed)
      .split("-")
      .map(Number);
    // `修好两天后又坏了` counts from another day; the teller knows by the tense.
    return { known: { year, month, day }, tags: side === "后" ? ["after"] : [] };
  });

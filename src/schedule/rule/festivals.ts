import { type Day, plusDays } from "../../shared/zone.ts";
import { chineseDays } from "../chinese-days.ts";
import { readNumber } from "./numerals.ts";

/** The days of a festival that lie in a year; some lunar ones are in a year twice, or not at all. */
type Festival = (year: number) => readonly Day[];

const SOLAR: Readonly<Record<string, string>> = {
  元旦: "01-01",
  妇女节: "03-08",
  劳动节: "05-01",
  五一: "05-01",
  儿童节: "06-01",
  六一: "06-01",
  七一: "07-01",
  教师节: "09-10",
  国庆: "10-01",
  国庆节: "10-01",
  消防日: "11-09",
  宪法日: "12-04",
};

/** 小年 as in the north, on the 23rd; in the south it is a day later (write 农历腊月廿四). */
const LUNAR: Readonly<Record<string, readonly [number, number]>> = {
  春节: [1, 1],
  元宵节: [1, 15],
  元宵: [1, 15],
  端午节: [5, 5],
  端午: [5, 5],
  七夕: [7, 7],
  中秋节: [8, 15],
  中秋: [8, 15],
  重阳节: [9, 9],
  重阳: [9, 9],
  腊八节: [12, 8],
  腊八: [12, 8],
  小年: [12, 23],
};

const TERMS: readonly string[] =
  "小寒大寒立春雨水惊蛰春分清明谷雨立夏小满芒种夏至小暑大暑立秋处暑白露秋分寒露霜降立冬小雪大雪冬至".match(/../g) ?? [];

/** A festival by its name (国庆节, 春节, 除夕, 冬至 and every other solar term), or 农历八月十五; undefined when it is not known. */
export function readFestival(name: string): Festival | undefined {
  const date = SOLAR[name];
  if (date !== undefined) return (year) => [`${year}-${date}`];
  const lunar = LUNAR[name] ?? readLunar(name);
  if (lunar !== undefined) return (year) => lunarDays(year, ...lunar);
  if (name === "除夕") return (year) => lunarDays(year, 1, 1).map((day) => plusDays(day, -1));
  const term = name.replace(/^清明节$/, "清明");
  if (TERMS.includes(term)) return (year) => termDays(year, term);
  return undefined;
}

/** Names that a phrase may begin with, the longest first. */
export const FESTIVALS: readonly string[] = [...Object.keys(SOLAR), ...Object.keys(LUNAR), "除夕", "清明节", ...TERMS].sort(
  (one, other) => other.length - one.length,
);

function readLunar(text: string): readonly [number, number] | undefined {
  const match = /^农历(正|冬|腊|[一二三四五六七八九十]+)月(初?[一二三四五六七八九十廿]+)$/.exec(text);
  if (match === null) return undefined;
  const [, month = "", day = ""] = match;
  const named: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };
  const [monthNumber, dayNumber] = [named[month] ?? readNumber(month) ?? 0, readNumber(day) ?? 0];
  return monthNumber >= 1 && monthNumber <= 12 && dayNumber >= 1 && dayNumber <= 30 ? [monthNumber, dayNumber] : undefined;
}

/** Leap months do not count. A month of 29 days has no thirtieth. */
function lunarDays(year: number, month: number, dayOfMonth: number): readonly Day[] {
  return [year - 1, year].flatMap((lunarYear) => {
    const { date } = chineseDays.getSolarDateFromLunar(`${lunarYear}-${month}-${dayOfMonth}`);
    if (!date.startsWith(String(year))) return [];
    const { lunarMon, lunarDay } = chineseDays.getLunarDate(date);
    return lunarMon === month && lunarDay === dayOfMonth ? [date] : [];
  });
}

function termDays(year: number, term: string): readonly Day[] {
  return chineseDays
    .getSolarTerms(`${year}-01-01`, `${year}-12-31`)
    .filter(({ name }) => name === term)
    .map(({ date }) => date);
}

import type { Parser } from "chrono-node/zh/hans";
import type { WorkCalendar } from "../../../shared/work-calendar.ts";
import { type Day, plusDays } from "../../../shared/zone.ts";
import { dated } from "../days.ts";
import { NUMBER, numberOf, parserOf, type Said } from "../parser.ts";
import { holidayFrom, isCertain, workdayAfter, workdayBefore } from "./days-off.ts";
import { nextLunar, nextQingming } from "./lunar.ts";

/** Every year on the same day of the sun. */
const SOLAR: Readonly<Record<string, string>> = {
  元旦: "01-01",
  妇女节: "03-08",
  劳动节: "05-01",
  五一: "05-01",
  六一: "06-01",
  儿童节: "06-01",
  七一: "07-01",
  建党节: "07-01",
  八一: "08-01",
  建军节: "08-01",
  教师节: "09-10",
  国庆: "10-01",
  十一: "10-01",
  圣诞: "12-25",
};
/** Of the moon: month and day. */
const LUNAR: Readonly<Record<string, readonly [number, number]>> = {
  春节: [1, 1],
  大年初一: [1, 1],
  年: [1, 1],
  元宵: [1, 15],
  端午: [5, 5],
  七夕: [7, 7],
  中秋: [8, 15],
  重阳: [9, 9],
  腊八: [12, 8],
};
const EVE = new Set(["除夕", "年三十", "大年三十"]);
/** `节前`, `放假前`: the next holiday, whichever it is. */
const ANY = new Set(["节", "节日", "放假", "假期", "长假", "收假"]);
/** Not without what follows: `十一个`, `八一路`, `节目`, `今年`. */
const NEEDS_MORE = new Set([...ANY, "年", "十一", "七一", "八一"]);

const NAMES = [...Object.keys(SOLAR), ...Object.keys(LUNAR), ...EVE, "清明", ...ANY]
  .sort((a, b) => b.length - a.length)
  .join("|");
const WORK = "(?:工作日|上班日)";
const AFTER = "(?:[之以]?后|过后|完)的?";
const FESTIVAL = new RegExp(
  `(?<name>${NAMES})节?(?<off>假期?|长假|放假)?(?:(?<vague>期间|假里|黄金周|前后|这几天)|(?<last>[之以]?前的?最后一个${WORK})` +
    `|(?<eve>[之以]?前的?一天|前夕)|(?<before>[之以]?前)|${AFTER}(?:第(?<nth>${NUMBER})个?${WORK}|(?<first>首个${WORK}|第一天上班|上班的?(?:第一|头一?|首)天))` +
    `|(?<after>[之以]?后|过后)|(?<itself>[那当]天|当日))?`,
);
const STREET = /^(?:快乐|路|街|[东西南北中]路|村|新村|巷|桥|小区|小学|中学|大道|单元|以来)/;
/** Another word ends there: `三年前`, `今年后`, `调节后`. */
const NOT_AFTER: Readonly<Record<string, RegExp>> = {
  年: /[0-9一二两三四五六七八九十几今去明每多当半全近往整]$/,
  节: /[调环细季情关章音时礼过二小]$/,
};

/** Festivals by sun and moon, and what stands around them: `春节前`, `国庆后第一个工作日`, `节前最后一个工作日`. */
export const festivals = (calendar: WorkCalendar): Parser =>
  parserOf(FESTIVAL, (groups, { before, after }, now) => {
    const { name = "", itself, ...others } = groups;
    const isBare = itself === undefined && Object.values(others).every((part) => part === undefined);
    if (NOT_AFTER[name]?.test(before) || (isBare && (NEEDS_MORE.has(name) || STREET.test(after)))) return undefined;
    if (name === "十一" && /[第0-9二三四五六七八九]$/.test(before)) return undefined;

    const today = calendar.zone.day(now);
    const day = ANY.has(name) ? holidayFrom(calendar, today, isAfter(groups)) : dayOf(name, plain(today, groups));
    return day === undefined ? undefined : around(calendar, name, day, groups);
  });

type Groups = Readonly<Record<string, string | undefined>>;

function isAfter({ nth, first, after }: Groups): boolean {
  return (nth ?? first ?? after) !== undefined;
}

/** What follows a festival may still be to come when the festival itself is over. */
function plain(today: Day, groups: Groups): Day {
  return isAfter(groups) ? plusDays(today, -8) : today;
}

function around(calendar: WorkCalendar, name: string, day: Day, groups: Groups): Said {
  const { vague, last, eve, before, nth, first, after, off } = groups;
  if ((vague ?? after) !== undefined) return UNCLEAR;
  if (eve !== undefined) return dated(plusDays(day, -1));
  if (before !== undefined) return dated(day, ["until-start"]);
  if ((last ?? nth ?? first) === undefined) return ANY.has(name) || off !== undefined ? UNCLEAR : dated(day);
  if (!isCertain(calendar, day)) return UNCLEAR;
  const count = nth === undefined ? 1 : numberOf(nth);
  const workday = last === undefined ? workdayAfter(calendar, day, count) : workdayBefore(calendar, day);
  return workday === undefined ? UNCLEAR : dated(workday);
}

const UNCLEAR: Said = { known: {}, tags: ["unclear"] };

function dayOf(name: string, today: Day): Day | undefined {
  if (name === "清明") return nextQingming(today);
  if (EVE.has(name)) {
    const newYear = nextLunar(plusDays(today, 1), 1, 1);
    return newYear && plusDays(newYear, -1);
  }
  const lunar = LUNAR[name];
  if (lunar !== undefined) return nextLunar(today, ...lunar);
  const year = Number(today.slice(0, 4));
  return [`${year}-${SOLAR[name]}`, `${year + 1}-${SOLAR[name]}`].find((day) => day >= today);
}

const MONTHS: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };
const LUNAR_DAY = new RegExp(
  `(?:(?<said>农历|阴历)(?<month>${NUMBER}|[正冬腊])|(?<named>[正冬腊]))月(?:初(?<early>[一二三四五六七八九十])|(?<late>廿[一二三四五六七八九]?|${NUMBER}))(?![号日月])`,
);

/** `正月十五`, `腊月二十三`, `农历八月初三`. */
export const lunarDays = ({ zone }: WorkCalendar): Parser =>
  parserOf(LUNAR_DAY, ({ month, named, early, late = "" }, _, now) => {
    const word = month ?? named ?? "";
    const date = numberOf(early ?? late.replace(/^廿/, "二十"));
    const day = nextLunar(zone.day(now), MONTHS[word] ?? numberOf(word), date);
    return day === undefined ? undefined : dated(day);
  });

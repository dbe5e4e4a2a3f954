import { describe, expect, it } from "vitest";
import { at, house } from "../../testing/house.ts";
import { slotsBetween } from "../slots.ts";
import { readPhrase } from "./phrase.ts";

const { calendar } = house.desk;

/** The days of 2026 on which a phrase has a slot, as 0918. */
function days(when: string, rest: { from?: string; holiday?: "before" | "after" | "skip" } = {}, year = 2026): string {
  const rule = { when, holiday: rest.holiday ?? "keep", ...(rest.from === undefined ? {} : { from: rest.from }) } as const;
  const slots = slotsBetween(rule, calendar, at(`${year - 1}-12-31T23:59`), at(`${year}-12-31T23:59`));
  return [...new Set(slots.map((slot) => calendar.zone.day(slot).slice(5).replace("-", "")))].join(" ");
}

function times(when: string): string {
  const found = readPhrase(when)?.times ?? [];
  return found.map(([hour, minute]) => `${hour}:${String(minute).padStart(2, "0")}`).join(" ");
}

// Every date below was taken from the State Council's calendar of 2026 (国办发明电〔2025〕7号) and a wall calendar.
describe("phrases that go by the week", () => {
  it.each([
    ["每天8:00", "0918 0919 0920 0921 0922 0923 0924 0925 0926 0927 0928"],
    ["每个工作日8:30", "0918 0920 0921 0922 0923 0924 0928"],
    ["每周一、周五9:00", "0918 0921 0925 0928"],
    ["每周一至周五9:00", "0918 0921 0922 0923 0924 0925 0928"],
    ["每周二四9点", "0922 0924"],
    ["每星期日上午9点", "0920 0927"],
    ["每周末10:00", "0919 0926"],
  ])("%s", (phrase, expected) => {
    const all = days(phrase).split(" ");
    expect(all.filter((day) => day >= "0918" && day <= "0928").join(" ")).toBe(expected);
  });

  it("counts every second week from the day it is told", () => {
    expect(days("每两周周三15:00", { from: "2026-01-07" })).toMatch(/^0107 0121 0204 0218 0304 /);
    expect(days("隔周三15:00", { from: "2026-01-14" })).toMatch(/^0114 0128 0211 /);
    expect(readPhrase("每两周周三15:00")).toBeUndefined();
  });
});

describe("phrases that go by the month", () => {
  it.each([
    ["每月18日9:00", "0118 0218 0318 0418 0518 0618 0718 0818 0918 1018 1118 1218"],
    ["每月1号、15号", /^0101 0115 0201 0215 /],
    ["每月31日", "0131 0331 0531 0731 0831 1031 1231"],
    ["每月最后一天", "0131 0228 0331 0430 0531 0630 0731 0831 0930 1031 1130 1231"],
    // People work on Saturday 28 February: that weekend is its Sunday.
    ["每月最后一个周末9:00", "0131 0301 0328 0425 0530 0627 0725 0829 0926 1031 1128 1226"],
    // The Sunday of 4 January is a working day.
    ["每月第一个工作日", "0104 0202 0302 0401 0506 0601 0701 0803 0901 1008 1102 1201"],
    ["每月最后一个工作日", "0130 0228 0331 0430 0529 0630 0731 0831 0930 1030 1130 1231"],
    ["每月第二个周三15:00", "0114 0211 0311 0408 0513 0610 0708 0812 0909 1014 1111 1209"],
    ["每季度第一个月第二周周三15:00", "0114 0408 0708 1014"],
    ["每季度最后一个月10日", "0310 0610 0910 1210"],
    ["每季度最后一个工作日", "0331 0630 0930 1231"],
    ["每季度第一个工作日", "0104 0401 0701 1008"],
    ["每年12月20日", "1220"],
    ["每年6月、9月第一个周一", "0601 0907"],
  ])("%s", (phrase, expected) => {
    if (typeof expected === "string") expect(days(phrase)).toBe(expected);
    else expect(days(phrase)).toMatch(expected);
  });
});

describe("phrases that go by holidays and festivals", () => {
  it.each([
    // The last one is of the days off of New Year 2027.
    ["节前一天10:00", "0214 0403 0430 0618 0924 0930 1231"],
    ["节前最后一个工作日", "0214 0403 0430 0618 0924 0930 1231"],
    ["节前三天", "0212 0401 0428 0616 0922 0928 1229"],
    ["节后第一个工作日", "0104 0224 0407 0506 0622 0928 1008"],
    ["长假前最后一个工作日", "0214 0430 0930"],
    ["国庆节前三天", "0928"],
    ["国庆节后第一个工作日", "1008"],
    ["春节前最后一个工作日", "0214"],
    ["春节", "0217"],
    ["春节前十天", "0207"],
    ["元宵节", "0303"],
    ["清明节前一天", "0404"],
    ["端午节", "0619"],
    ["中秋节", "0925"],
    ["农历八月十五", "0925"],
    ["重阳节前1天", "1017"],
    ["腊八节", "0126"],
    ["小年", "0210"],
    ["除夕", "0216"],
    ["冬至", "1222"],
    ["冬至后两天", "1224"],
    ["立秋当天", "0807"],
  ])("%s", (phrase, expected) => expect(days(phrase)).toBe(expected));

  it("knows a lunar day that a year has twice, or not at all", () => {
    expect(days("腊八节", {}, 2028)).toBe("0104");
    expect(days("腊八节", {}, 2030)).toBe("0111");
    expect(days("农历腊月初一", {}, 2027)).toBe("0108 1228");
    expect(days("农历腊月初一", {}, 2028)).toBe("");
  });
});

describe("a slot on a public holiday", () => {
  it("goes to the working day before or after, or is left out", () => {
    expect(days("每年10月2日", { holiday: "before" })).toBe("0930");
    expect(days("每年10月3日", { holiday: "after" })).toBe("1008");
    expect(days("每年10月3日", { holiday: "skip" })).toBe("");
    // New Year's Day of 2028, on the last working day before it.
    expect(days("每年1月1日", { holiday: "before" }, 2027)).toBe("1231");
  });

  it("stays where the holiday is a make-up working day, or only a weekend", () => {
    expect(days("每年10月10日", { holiday: "skip" })).toBe("1010");
    expect(days("每年10月17日", { holiday: "skip" })).toBe("1017");
    expect(days("每月最后一个周末", { holiday: "before" })).toContain("0926");
  });
});

describe("times", () => {
  it.each([
    ["每天8:00、16:00", "8:00 16:00"],
    ["每天上午9点", "9:00"],
    ["每天下午3点半", "15:30"],
    ["每天晚上7点", "19:00"],
    ["每天早上8点一刻和下午4点", "8:15 16:00"],
    ["每天 ９：３０", "9:30"],
    ["每天中午12点", "12:00"],
    ["每天十点二十分", "10:20"],
    ["每月18号", "9:00"],
  ])("%s", (phrase, expected) => expect(times(phrase)).toBe(expected));
});

it.each([
  "",
  "有空的时候",
  "每月32日",
  "每周八",
  "每天25:00",
  "每季度15日",
  "节",
  "每月第二周",
  "每年13月1日",
  "农历十三月初一",
  "国庆节前零天",
  "周五9:00至",
])("“%s” is not understood", (phrase) => expect(readPhrase(phrase)).toBeUndefined());

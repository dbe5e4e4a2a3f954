import { describe, expect, it } from "vitest";
import { at, house } from "../testing/house.ts";
import { explainLimit } from "./explain-limit.ts";
import { afterPaused } from "./limits.ts";
import { readSpan, type Span, type WorkCalendar } from "./work-calendar.ts";
import { weekdayOf } from "./zone.ts";

const calendar = house.desk.calendar;
const long = (text: string): Span => readSpan(text) ?? { count: 0, unit: "m" };
const told = (from: string, span: string, by: WorkCalendar = calendar): string => explainLimit(by, at(from), long(span));

/** Monday to Friday but these days, and those besides. */
function weeks(off: readonly string[], madeUp: readonly string[], published: readonly number[]): WorkCalendar {
  return {
    ...calendar,
    isWorkday: (day) => madeUp.includes(day) || (weekdayOf(day) <= 5 && !off.includes(day)),
    isPublished: (year) => published.includes(year),
  };
}

describe("what people are told about a limit", () => {
  it("is its length when it passes by the clock", () => {
    expect(told("2026-09-30T23:00", "10m")).toBe("10 分钟");
    expect(told("2026-09-30T23:00", "24h")).toBe("24 小时");
    expect(told("2026-09-30T23:00", "3d")).toBe("3 天");
  });

  it("says that the night and lunch are not counted", () => {
    expect(told("2026-09-14T23:00", "2ah")).toBe("2 小时（夜间不计）");
    expect(told("2026-09-14T11:50", "4wh")).toBe("4 个工作小时（午休不计）");
  });

  it("says nothing of a lunch or a night that the community does not have", () => {
    const tireless: WorkCalendar = { ...calendar, working: [[9 * 60, 17 * 60]], waking: [0, 24 * 60] };
    expect(told("2026-09-14T10:00", "4wh", tireless)).toBe("4 个工作小时");
    expect(told("2026-09-14T10:00", "2ah", tireless)).toBe("2 小时");
  });

  it("says nothing of an ordinary weekend", () => {
    expect(told("2026-09-04T10:00", "7wd")).toBe("7 个工作日，自 9 月 4 日起");
    expect(told("2026-09-11T17:00", "4wh")).toBe("4 个工作小时（午休不计）");
  });

  it("names the Sunday that is worked", () => {
    expect(told("2026-09-14T19:00", "7wd")).toBe("7 个工作日，自 9 月 14 日起，含 9 月 20 日调休上班");
    expect(told("2026-09-18T17:00", "4wh")).toBe("4 个工作小时（午休不计），含 9 月 20 日调休上班");
  });

  it("names a Sunday of the report only when its hours count", () => {
    expect(told("2026-09-20T10:00", "2wd")).toBe("2 个工作日，自 9 月 20 日起");
    expect(told("2026-09-20T10:00", "2wh")).toBe("2 个工作小时（午休不计），含 9 月 20 日调休上班");
    expect(told("2026-09-20T19:00", "2wh")).toBe("2 个工作小时（午休不计）");
  });

  it("names National Day as one range, Mid-Autumn as a day", () => {
    expect(told("2026-09-30T17:00", "3wd")).toBe(
      "3 个工作日，自 9 月 30 日起，含 10 月 10 日调休上班，不含 10 月 1 日至 7 日放假",
    );
    expect(told("2026-09-30T17:00", "4wh")).toBe("4 个工作小时（午休不计），不含 10 月 1 日至 7 日放假");
    expect(told("2026-09-18T10:00", "15wd")).toBe(
      "15 个工作日，自 9 月 18 日起，含 9 月 20 日、10 月 10 日调休上班，不含 9 月 25 日、10 月 1 日至 7 日放假",
    );
  });

  it("names Spring Festival and both of its Saturdays", () => {
    expect(told("2026-02-13T10:00", "7wd")).toBe(
      "7 个工作日，自 2 月 13 日起，含 2 月 14 日、2 月 28 日调休上班，不含 2 月 16 日至 23 日放假",
    );
  });

  it("says when pauses put it off, up to the limit it is given", () => {
    const from = at("2026-09-14T19:00");
    const end = afterPaused(calendar, from, long("3wd"), [{ from: at("2026-09-15T10:00"), to: at("2026-09-19T10:00") }], from);
    expect(explainLimit(calendar, from, long("3wd"), end, true)).toBe(
      "3 个工作日，自 9 月 14 日起，含 9 月 20 日调休上班，遇暂停顺延",
    );
    expect(explainLimit(calendar, from, long("24h"), undefined, true)).toBe("24 小时，遇暂停顺延");
  });
});

describe("a limit over the end of the year", () => {
  it("names the other year, and nothing uncertain once it is published", () => {
    const known = weeks(["2027-01-01", "2027-01-04"], ["2027-01-10"], [2026, 2027]);
    expect(told("2026-12-30T10:00", "7wd", known)).toBe(
      "7 个工作日，自 12 月 30 日起，含 2027 年 1 月 10 日调休上班，不含 2027 年 1 月 1 日至 4 日放假",
    );
  });

  it("names both ends of a range that crosses it", () => {
    const known = weeks(["2026-12-31", "2027-01-01"], [], [2026, 2027]);
    expect(told("2026-12-30T10:00", "2wd", known)).toBe("2 个工作日，自 12 月 30 日起，不含 12 月 31 日至 2027 年 1 月 1 日放假");
    expect(told("2025-12-30T10:00", "2wd")).toBe(
      "2 个工作日，自 12 月 30 日起，含 2026 年 1 月 4 日调休上班，不含 2026 年 1 月 1 日至 2 日放假",
    );
  });

  it("is provisional while the next year is not published", () => {
    const unknown = weeks(["2027-01-01"], [], [2026]);
    expect(told("2026-12-30T10:00", "7wd", unknown)).toBe(
      "7 个工作日，自 12 月 30 日起，不含 2027 年 1 月 1 日放假（节假日以国务院公布为准）",
    );
    expect(told("2026-12-31T17:00", "4wh", unknown)).toBe(
      "4 个工作小时（午休不计），不含 2027 年 1 月 1 日放假（节假日以国务院公布为准）",
    );
    expect(told("2026-12-31T17:00", "24h", unknown)).toBe("24 小时");
    expect(told("2026-12-21T10:00", "7wd", unknown)).toBe("7 个工作日，自 12 月 21 日起");
  });

  it("is provisional by the real calendar too, in a year nobody has published", () => {
    expect(told("2090-03-06T10:00", "7wd")).toBe("7 个工作日，自 3 月 6 日起（节假日以国务院公布为准）");
  });

  it("is certain when the calendar does not say which years are", () => {
    const { isPublished: _, ...silent } = calendar;
    expect(told("2090-03-06T10:00", "7wd", silent)).toBe("7 个工作日，自 3 月 6 日起");
  });
});

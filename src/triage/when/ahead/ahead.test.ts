import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { workCalendar } from "../../../schedule/workdays.ts";
import type { WorkCalendar } from "../../../shared/work-calendar.ts";
import { weekdayOf, zoneOf } from "../../../shared/zone.ts";
import { aheadReader } from "../when.ts";
import type { Ahead } from "./meaning-ahead.ts";

const shanghai = zoneOf("Asia/Shanghai");
const published = workCalendar(
  shanghai,
  [
    [510, 720],
    [870, 1080],
  ],
  [450, 1320],
);

/** The calendar as it was known when the list was written: 2026 published, of 2027 only what the law fixes. */
const calendar: WorkCalendar = {
  ...published,
  isPublished: (year) => year <= 2026,
  isWorkday: (day) =>
    day < "2027" ? published.isWorkday(day) : weekdayOf(day) <= 5 && !/-(01-01|05-0[12]|10-0[123])$/.test(day),
};
const read = aheadReader(calendar);

const Line = z.object({
  text: z.string(),
  now: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  unclear: z.boolean().optional(),
});
const lines = readFileSync("seeds/labelled/notice-times.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => Line.parse(JSON.parse(line)));

function written(when: Ahead): string {
  if (when === undefined || when === "unclear") return "asks";
  const minute = (at: number): string => shanghai.iso(at).slice(2, 16);
  return [when.from, when.to].flatMap((at) => (at === undefined ? [] : minute(at))).join("~");
}

const at = (moment: string): string => shanghai.iso(Date.parse(moment)).slice(2, 16);

describe("the time of an order", () => {
  it("is told in 98 ways, each on three days", () => {
    expect(new Set(lines.map(({ text }) => text)).size).toBeGreaterThanOrEqual(80);
    expect(new Set(lines.map(({ now }) => now)).size).toBe(3);
    expect(lines.filter(({ unclear }) => unclear).length).toBeGreaterThan(40);
  });

  it("is the one that the calendar on the wall gives, or is asked for", () => {
    const misses = lines.flatMap(({ text, now, from, to, unclear }) => {
      const wanted = unclear ? "asks" : [from, to].flatMap((one) => (one === undefined ? [] : at(one))).join("~");
      const found = written(read(text, Date.parse(now)));
      return found === wanted ? [] : [`${text} (${at(now)}): ${found}, not ${wanted}`];
    });
    expect(misses, misses.join("\n")).toEqual([]);
  });

  it.each([
    ["昨天通知的停水改到明天上午9点", "26-02-10T09:00"],
    ["三天前说的停电定在周五上午8点半到11点", "26-02-13T08:30~26-02-13T11:00"],
    ["国庆期间值班，10月3号上午9点集合", "26-10-03T09:00"],
    ["请2月12日（周四）17:00前交表", "26-02-09T09:30~26-02-12T17:00"],
    ["大扫除：本周六，早上8点集合", "26-02-14T08:00"],
    ["节后第三个工作日", "26-02-26T00:00~26-02-27T00:00"],
    ["3/20下午3点开会", "26-03-20T15:00"],
    ["2月15日前后", "asks"],
    ["周四或周五", "asks"],
    ["清明假期", "asks"],
    ["自2月10日起至2月15日", "26-02-10T00:00~26-02-16T00:00"],
    ["12月第二个周六上午", "26-12-12T08:00~26-12-12T12:00"],
    ["农历八月十五晚上7点", "26-09-25T19:00"],
  ])("of %s is %s", (text, wanted) => {
    expect(written(read(text, Date.parse("2026-02-09T09:30:00+08:00")))).toBe(wanted);
  });

  it.each([
    "请大家不要乱停车",
    "感谢昨天参加清扫的志愿者",
    "节目单见下图",
    "调节后的水压正常",
    "第十一届楼栋会",
    "三年前的规定",
    "每周三收废品",
  ])("is not told by %s, and not asked for", (text) => {
    expect(read(text, Date.parse("2026-02-09T09:30:00+08:00"))).toBeUndefined();
  });

  it("is never over, whatever is written", () => {
    const word = fc.constantFrom(
      ..."今 明 昨 后 大后 天 晚 上午 下 个 周 星期 三 末 月 底 第 最后 一 工作日 节 国庆 春节 正月 初 前 内 之 期间 下班 到 8 点 半 12 号 日 年 小时 （ ） 每 放假".split(
        " ",
      ),
    );
    const text = fc.array(word, { maxLength: 10 }).map((words) => words.join(""));
    const now = fc.integer({ min: Date.parse("2020-01-01"), max: Date.parse("2035-12-31") });
    fc.assert(
      fc.property(text, now, (said, moment) => {
        const when = read(said, moment);
        if (when === undefined || when === "unclear") return;

        expect(when.to ?? when.from).toBeGreaterThan(moment);
        if (when.to !== undefined) expect(when.to).toBeGreaterThan(when.from);
      }),
      { numRuns: 1_000 },
    );
  });
});

import { describe, expect, it } from "vitest";
import { at, house } from "../../testing/house.ts";
import type { Entry } from "../calendar.ts";
import { momentsBetween } from "../moments.ts";
import { previewLines } from "../preview.ts";
import { composeEntry } from "./compose-entry.ts";
import { onDuty } from "./duty.ts";

const { calendar } = house.desk;
const entryNamed = (name: string): Entry => {
  const found = house.calendar.entries.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`seeds/calendar.yaml has no ${name}`);
  return found;
};
const told = (name: string, from: string, to: string) =>
  momentsBetween(entryNamed(name), calendar, at(from), at(to)).map((moment) => ({
    at: calendar.zone.iso(moment.at).slice(0, 16),
    said: composeEntry(house, entryNamed(name), moment),
  }));

describe("what residents are told", () => {
  it("is an invitation the evening before the haircut, in both groups", () => {
    const [first, ...more] = told("haircut", "2026-09-10T00:00", "2026-09-30T00:00");
    expect(more).toEqual([]);
    expect(first?.at).toBe("2026-09-17T17:00");
    expect(first?.said.map(({ to }) => to)).toEqual([{ room: "葵花里小区居民群" }, { room: "槐荫巷小区居民群" }]);
    expect(first?.said[0]?.fill).toEqual({ text: "明天（9月18日周五）9:00，党群服务中心爱心义剪，不收钱，人到就行。" });
  });

  it("names the holiday that comes, the day before it begins", () => {
    const [first] = told("holiday-safety", "2026-09-20T00:00", "2026-09-28T00:00");
    expect(first?.at).toBe("2026-09-24T10:00");
    expect(first?.said[0]?.fill["text"]).toContain("中秋假期（9月25日周五至9月27日周日）");
  });

  it("is one tip of the season a year, and the others in turn", () => {
    const tips = told("tips", "2026-01-01T00:00", "2028-01-01T00:00").map(({ said }) => String(said[0]?.fill["text"]));
    expect(tips.filter((text) => text.includes("消防日"))).toHaveLength(2);
    expect(tips.every((text, index) => text !== tips[index + 1])).toBe(true);
  });
});

describe("what staff are told", () => {
  it("is who is on duty this week, the make-up Sunday too", () => {
    const [first] = told("duty", "2026-09-14T00:00", "2026-09-15T00:00");
    expect(first?.said[0]?.fill["lines"]).toBe(
      "葵花里小区：周一郭敏、周二罗强、周三郭敏、周四罗强、周五郭敏、周日郭敏\n槐荫巷小区：每天宋琳",
    );
  });

  it("reminds each patrol of its own grids, twice a day, by name", () => {
    const rounds = told("rounds", "2026-09-14T00:00", "2026-09-15T00:00");
    expect(rounds.map((round) => round.at)).toEqual(["2026-09-14T10:00", "2026-09-14T16:30"]);
    expect(rounds[0]?.said.map(({ to, fill }) => ["mention" in to ? to.mention?.alias : "", fill["grids"]])).toEqual([
      ["红袖章韩江", "一格、二格"],
      ["红袖章马志远", "三格"],
    ]);
  });

  it("is the meeting's own time, days before it", () => {
    const [first] = told("joint-council", "2026-11-01T00:00", "2026-11-30T00:00");
    expect(first?.at).toBe("2026-11-05T15:00");
    expect(first?.said.map(({ to }) => ("room" in to ? to.room : ""))).toEqual(["网格工作群", "共建单位群"]);
    expect(first?.said[0]?.fill).toMatchObject({ day: "11月12日周四", time: "15:00" });
  });
});

it("keeps to the weekday's people where a roster goes by weekdays", () => {
  const station = { name: "服务站", weekdays: [["郭敏"], ["罗强", "宋琳"], [], [], []] };
  expect([onDuty(station, "2026-09-15"), onDuty(station, "2026-09-19")]).toEqual([["罗强", "宋琳"], []]);
});

describe("the preview", () => {
  const preview = (from: string, to: string): string => previewLines(house, house.calendar, at(from), at(to)).join("\n");

  it("says what a holiday or make-up days moved", () => {
    expect(preview("2026-09-24T16:59", "2026-09-24T17:00")).toMatch(
      /^9月24日周四 17:00 {2}weekly .*（因中秋提前，原是9月25日周五）/,
    );
    expect(preview("2026-02-27T09:00", "2026-02-27T09:30")).toContain("（2月28日周六要上班，改在这天）");
    expect(preview("2026-10-08T08:00", "2026-10-08T08:30")).toContain("（因国庆节推后，原是10月5日周一）");
    expect(preview("2026-09-20T09:00", "2026-09-20T10:00")).toContain("（调休上班日）");
  });

  it("says what is provisional, and only that", () => {
    expect(preview("2090-04-28T09:00", "2090-04-28T10:00")).toMatch(/holiday-safety .*（暂定，2090年放假安排还没公布）/);
    expect(preview("2090-06-17T16:59", "2090-06-17T17:00")).toMatch(/^6月17日周六 17:00 {2}haircut (?!.*暂定)/);
  });
});

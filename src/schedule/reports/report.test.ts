import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "../../shared/instant.ts";
import { at, house, opened, people } from "../../testing/house.ts";
import { type History, lifeOf } from "./life.ts";
import { type PeriodFigures, periodFigures } from "./period.ts";
import { linesOf, reportOf } from "./report.ts";
import { calendarSpan, meant, upTo, weekSpan } from "./spans.ts";
import type { Reader } from "./tally.ts";

const friday = at("2026-09-11T17:00");
const next = friday + 7 * DAY;
const monday = at("2026-09-14T09:00");

function figures(histories: readonly History[], reader: Reader = "staff", from = friday): PeriodFigures {
  const span = weekSpan(from, from + 7 * DAY);
  return periodFigures(
    histories.map(lifeOf),
    { ...span, period: "week", scope: "community", reader, people: {} },
    house.calendar,
  );
}

function told(found: PeriodFigures, reader: Reader): string {
  return linesOf(house, reportOf(house, "week", found, reader, 30));
}

const lamp = opened(monday);
const done = lamp.when(people.worker, "finish", monday + HOUR, { text: "换好了" });
const hurtful = opened(
  monday,
  { kind: "dispute" as "demand", category: "噪音", place: { estate: "葵花里小区", building: "3" } },
  2,
);

describe("a matter's part in a period", () => {
  it("was opened and ended in one week, and is nothing in the next", () => {
    const history = { number: 1, events: done.events };
    expect(figures([history])).toMatchObject({ opened: 1, openAtStart: 0, openAtEnd: 0, closed: { resolved: 1 } });
    expect(figures([history], "staff", next)).toMatchObject({ opened: 0, openAtStart: 0, openAtEnd: 0, closed: { resolved: 0 } });
  });

  it("that was taken up again counts as reopened in its week, and the week before stays as it was told", () => {
    const again = done.when(people.resident, "reopen", next + DAY);
    const history = { number: 1, events: again.events };
    expect(figures([history])).toMatchObject({ opened: 1, closed: { resolved: 1 }, openAtEnd: 0 });
    expect(figures([history], "staff", next)).toMatchObject({ opened: 0, reopened: 1, openAtEnd: 1 });
  });

  it("is none while the grid worker is only asked, nor when it is taken back before they answer", () => {
    const asked = opened(monday, { sure: false });
    const gone = asked.when(people.resident, "withdraw", monday + MINUTE);
    const none = { opened: 0, openAtEnd: 0, closed: { withdrawn: 0, unfiled: 0 } };
    expect(figures([{ number: 1, events: asked.events }])).toMatchObject(none);
    expect(figures([{ number: 1, events: gone.events }])).toMatchObject(none);
  });

  it("that a resident takes back is opened and withdrawn", () => {
    const gone = lamp.when(people.resident, "withdraw", monday + MINUTE);
    expect(figures([{ number: 1, events: gone.events }])).toMatchObject({ opened: 1, closed: { withdrawn: 1 }, openAtEnd: 0 });
  });

  it("that turned out to be a quarrel later is no longer in what neighbours are told, not even in old weeks", () => {
    const quarrel = lamp.when(people.secretary, "note", monday).events;
    const moved = { type: "reclassified", at: next + DAY, by: "社区书记孟岚", set: { kind: "dispute" as const } };
    const history = { number: 1, events: [...quarrel, moved] };
    expect(figures([history], "residents").opened).toBe(0);
    expect(figures([history], "staff").opened).toBe(1);
  });
});

describe("the review", () => {
  it("says of a dispute that is beyond its ladder only how many, and its number to the secretary alone", () => {
    const late = figures([{ number: 2, events: hurtful.events }], "staff", at("2026-09-18T17:00"));
    const staff = told(late, "staff");
    expect(staff).toContain("矛盾纠纷 1 件过了三级调解的日子还没结");
    expect(staff).not.toMatch(/#2|3号楼|噪音/);
    expect(told(late, "secretary")).toContain("#2");
  });

  it("puts a danger that nobody has dealt with first, with how late it is", () => {
    const danger = opened(next - 3 * HOUR, { urgency: "danger" as "ordinary", category: "墙体" });
    const text = told(figures([{ number: 1, events: danger.events }]), "staff");
    expect(text).toContain("#1 葵花里小区 5号楼 墙体：危险事项过了时限 2 小时还没办完");
  });

  it("counts a danger that nobody answers from its first ten minutes on, however often the next level promises", () => {
    let danger = opened(next - DAY, { kind: "hazard" as "demand", urgency: "danger" as "ordinary", category: "墙体" });
    while ((danger.events.at(-1)?.at ?? next) < next - HOUR) danger = danger.ring();
    const found = figures([{ number: 1, events: danger.events }]);
    expect(found.overdue.open).toBe(1);
    expect(told(found, "staff")).toMatch(/危险事项过了时限 2[34] 小时/);
  });

  it("tells a low mark in the week in which it was given", () => {
    const rated = done.when(people.resident, "rate", next + HOUR, { mark: 1 });
    const history = { number: 1, events: rated.events };
    expect(figures([history]).risks).toEqual([]);
    expect(figures([history], "staff", next).risks).toMatchObject([{ why: "lowMark", number: 1, mark: 1 }]);
    expect(figures([history], "staff", next).rates.all.count).toBe(1);
  });

  it("is calm without matters, and gives no share where there is nothing to divide by", () => {
    const text = told(figures([]), "staff");
    expect(text).toContain("期初在办 0 件，新收 0 件");
    expect(text).toContain("响应—（0/0），解决—（0/0），满意—，综合—");
    expect(text).toContain("志愿队伍 — 支，志愿者 — 人");
    expect(text).toContain("这期没有特别要留意的");
    expect(text).not.toMatch(/%/);
  });

  it("marks a place where much happens, and leaves a long list to the document", () => {
    const many = Array.from({ length: 6 }, (_, index) => ({
      number: index + 1,
      events: opened(monday + index, {}, index + 1).events,
    }));
    expect(told(figures(many), "staff")).toContain("葵花里小区 5号楼：这期有 6 件");
    const report = reportOf(house, "week", figures(many), "staff", 30);
    const long = { ...report, sections: [{ name: "要留意", lines: Array.from({ length: 11 }, (_, n) => `${n}`), tables: [] }] };
    expect(linesOf(house, long).split("\n")).toHaveLength(10);
    expect(linesOf(house, long)).toContain("还有 3 条，请看报告文件");
  });

  it("compares a week with the weeks before, and a year's months add up to the year", () => {
    const history = { number: 1, events: done.events };
    expect(figures([history], "staff", next).trend.map(({ opened: count }) => count)).toEqual([0, 0, 0, 1, 0]);
    const span = calendarSpan(house.desk.calendar.zone, "year", monday, at("2027-02-01T00:00"));
    const asked = { ...span, period: "year", scope: "community", reader: "staff", people: {} } as const;
    const year = periodFigures([lifeOf(history)], asked, house.calendar);
    expect(year.trend).toHaveLength(12);
    expect(year.trend.reduce((sum, step) => sum + step.opened, 0)).toBe(year.opened);
  });
});

describe("the span of a report", () => {
  const { zone } = house.desk.calendar;
  it("on the first of a month is the month before, in January the year before", () => {
    const slot = at("2027-01-01T09:00");
    expect(calendarSpan(zone, "month", meant("month", slot), slot)).toMatchObject({
      from: at("2026-12-01T00:00"),
      to: at("2027-01-01T00:00"),
    });
    expect(calendarSpan(zone, "year", meant("year", slot), slot).from).toBe(at("2026-01-01T00:00"));
  });

  it("goes no further than now", () => {
    const span = calendarSpan(zone, "year", monday, monday);
    expect(span.to).toBe(monday);
    expect(span.steps.slice(-2)).toEqual([at("2026-09-01T00:00"), monday]);
    expect(upTo(next, weekSpan(friday, next))).toEqual(weekSpan(friday, next));
  });
});

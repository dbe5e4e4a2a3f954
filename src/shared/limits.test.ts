import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, house } from "../testing/house.ts";
import { DAY, HOUR, type Instant, MINUTE } from "./instant.ts";
import { afterPaused, type Pause } from "./limits.ts";
import { closing, readSpan, type Span, after as unpaused } from "./work-calendar.ts";
import { daysBetween } from "./zone.ts";

// 8:30–12:00 and 14:30–18:00; people are awake from 7:30 to 22:00.
const calendar = house.desk.calendar;
const long = (text: string): Span => readSpan(text) ?? { count: 0, unit: "m" };
const iso = (moment: Instant): string => calendar.zone.iso(moment).slice(0, 16);

function due(from: string, span: string, ...pauses: readonly (readonly [string, string])[]): string {
  const list = pauses.map(([begins, ends]) => ({ from: at(begins), to: at(ends) }));
  return iso(afterPaused(calendar, at(from), long(span), list, at(from)));
}

describe("a limit without pauses", () => {
  it("does not count lunch: reported at 11:50, answered in the afternoon", () => {
    expect(due("2026-09-14T11:50", "1wh")).toBe("2026-09-14T15:20");
    expect(due("2026-09-14T11:50", "4wh")).toBe("2026-09-15T08:50");
    expect(due("2026-09-14T10:00", "4wh")).toBe("2026-09-14T16:30");
  });

  it("does not count the night, except by the clock", () => {
    expect(due("2026-09-14T21:00", "2ah")).toBe("2026-09-15T08:30");
    expect(due("2026-09-14T23:00", "2ah")).toBe("2026-09-15T09:30");
    expect(due("2026-09-14T23:00", "4wh")).toBe("2026-09-15T15:00");
    expect(due("2026-09-14T23:00", "10m")).toBe("2026-09-14T23:10");
    expect(due("2026-09-14T23:00", "24h")).toBe("2026-09-15T23:00");
    expect(due("2026-09-14T23:00", "3d")).toBe("2026-09-17T23:00");
  });

  it("waits from Friday evening for Monday", () => {
    expect(due("2026-09-11T17:00", "4wh")).toBe("2026-09-14T11:30");
    expect(due("2026-09-11T19:00", "1wd")).toBe("2026-09-14T18:00");
  });

  it("counts the Sunday that is worked for National Day, and not the week that is off", () => {
    expect(due("2026-09-14T19:00", "7wd")).toBe("2026-09-22T18:00");
    expect(due("2026-09-18T17:00", "4wh")).toBe("2026-09-20T11:30");
    expect(due("2026-09-30T17:00", "4wh")).toBe("2026-10-08T11:30");
    expect(due("2026-09-30T17:00", "3wd")).toBe("2026-10-10T18:00");
    expect(due("2026-10-03T10:00", "2ah")).toBe("2026-10-03T12:00");
  });

  it("leaves Spring Festival out, and counts its two Saturdays", () => {
    expect(due("2026-02-13T10:00", "7wd")).toBe("2026-03-02T18:00");
  });

  it("does not count New Year's Day, published or not", () => {
    expect(due("2026-12-30T10:00", "7wd")).toBe("2027-01-11T18:00");
  });
});

describe("a pause", () => {
  it("is added to a limit by the clock", () => {
    expect(due("2026-09-14T10:00", "24h", ["2026-09-14T11:00", "2026-09-14T14:00"])).toBe("2026-09-15T13:00");
    expect(due("2026-09-14T10:00", "10m", ["2026-09-14T10:05", "2026-09-14T10:06"])).toBe("2026-09-14T10:11");
  });

  it("over lunch or the night costs no working hours", () => {
    expect(due("2026-09-14T10:00", "4wh", ["2026-09-14T12:00", "2026-09-14T14:30"])).toBe(due("2026-09-14T10:00", "4wh"));
    expect(due("2026-09-14T11:50", "4wh", ["2026-09-14T18:00", "2026-09-15T08:30"])).toBe(due("2026-09-14T11:50", "4wh"));
    expect(due("2026-09-14T21:00", "2ah", ["2026-09-14T22:00", "2026-09-15T07:30"])).toBe(due("2026-09-14T21:00", "2ah"));
  });

  it("that begins in the morning and ends after lunch costs its working hours only", () => {
    expect(due("2026-09-14T10:00", "4wh", ["2026-09-14T11:00", "2026-09-14T15:00"])).toBe("2026-09-14T18:00");
  });

  it("inside a day costs no working day", () => {
    expect(due("2026-09-14T10:00", "3wd", ["2026-09-15T08:30", "2026-09-15T17:59"])).toBe("2026-09-17T18:00");
    expect(due("2026-09-14T10:00", "3wd", ["2026-09-14T11:00", "2026-09-14T17:00"])).toBe("2026-09-17T18:00");
  });

  it("over the end of a working day costs that day, the day of the report too", () => {
    expect(due("2026-09-14T10:00", "3wd", ["2026-09-15T17:00", "2026-09-16T09:00"])).toBe("2026-09-18T18:00");
    expect(due("2026-09-14T10:00", "3wd", ["2026-09-14T17:00", "2026-09-15T09:00"])).toBe("2026-09-18T18:00");
    expect(due("2026-09-14T10:00", "3wd", ["2026-09-15T17:00", "2026-09-15T18:00"])).toBe("2026-09-18T18:00");
    expect(due("2026-09-14T10:00", "3wd", ["2026-09-15T18:00", "2026-09-16T08:30"])).toBe("2026-09-17T18:00");
  });

  it("over the weekend costs working time nothing", () => {
    const weekend = ["2026-09-11T18:00", "2026-09-14T08:30"] as const;
    expect(due("2026-09-10T10:00", "3wd", weekend)).toBe("2026-09-15T18:00");
    expect(due("2026-09-11T17:00", "4wh", weekend)).toBe("2026-09-14T11:30");
    expect(due("2026-09-11T17:00", "1d", weekend)).toBe("2026-09-15T07:30");
  });

  it("over the Sunday that is worked costs that Sunday", () => {
    const weekend = ["2026-09-18T18:00", "2026-09-21T08:30"] as const;
    expect(due("2026-09-14T19:00", "7wd", weekend)).toBe("2026-09-23T18:00");
    expect(due("2026-09-18T17:00", "4wh", weekend)).toBe("2026-09-21T11:30");
  });

  it("from before the report counts from the report; one after the limit not at all", () => {
    expect(due("2026-09-14T10:00", "1h", ["2026-09-13T10:00", "2026-09-14T10:30"])).toBe("2026-09-14T11:30");
    expect(due("2026-09-14T10:00", "1h", ["2026-09-14T11:00", "2026-09-14T12:00"])).toBe("2026-09-14T11:00");
  });

  it("that still runs puts the limit off as long as it runs", () => {
    const running = [{ from: at("2026-09-14T10:30") }];
    const dueAt = (now: string) => iso(afterPaused(calendar, at("2026-09-14T10:00"), long("1h"), running, at(now)));
    expect(dueAt("2026-09-14T10:30")).toBe("2026-09-14T11:00");
    expect(dueAt("2026-09-14T12:00")).toBe("2026-09-14T12:30");
    expect(dueAt("2028-09-14T12:00")).toBe("2028-09-14T12:30");
  });
});

describe("laws of limits", () => {
  const start = at("2026-01-01T00:00");
  const moment = fc.integer({ min: 0, max: 400 * 24 * 4 }).map((quarters) => start + quarters * 15 * MINUTE);
  const span = fc.record({
    count: fc.integer({ min: 1, max: 20 }),
    unit: fc.constantFrom<Span["unit"]>("m", "h", "d", "ah", "wh", "wd"),
  });
  // Near the report and of all sizes, so that most of them matter.
  const pause = (from: Instant) =>
    fc
      .tuple(fc.oneof(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -200, max: 1_000 })), fc.integer({ min: 0, max: 600 }))
      .map(([begins, quarters]) => ({ from: from + begins * 15 * MINUTE, to: from + (begins + quarters) * 15 * MINUTE }));
  const limit = fc.tuple(moment, span).chain(([from, length]) => {
    const one = fc.record({ from: fc.constant(from), length: fc.constant(length) });
    return fc.tuple(one, fc.array(pause(from), { maxLength: 4 }), pause(from), fc.nat(1_000));
  });
  type Stop = Required<Pause>;
  type Drawn = {
    readonly from: Instant;
    readonly length: Span;
    readonly pauses: readonly Stop[];
    readonly extra: Stop;
    readonly number: number;
  };
  const law = (holds: (due: (pauses: readonly Pause[], now?: Instant) => Instant, drawn: Drawn) => void) =>
    fc.assert(
      fc.property(limit, ([{ from, length }, pauses, extra, number]) => {
        holds((list, now = from) => afterPaused(calendar, from, length, list, now), { from, length, pauses, extra, number });
      }),
      { numRuns: 300 },
    );

  it("without pauses a limit is what it was", () => {
    law((due, { from, length }) => expect(due([])).toBe(unpaused(calendar, from, length)));
  });

  it("a pause never brings a limit forward, and a longer one never does either", () => {
    law((due, { from, length, pauses, extra, number }) => {
      expect(due(pauses)).toBeGreaterThanOrEqual(unpaused(calendar, from, length));
      expect(due([...pauses, extra])).toBeGreaterThanOrEqual(due(pauses));
      const longer = { from: extra.from, to: extra.to + number * MINUTE };
      expect(due([...pauses, longer])).toBeGreaterThanOrEqual(due([...pauses, extra]));
    });
  });

  it("two pauses that touch or overlap are one, in whatever order", () => {
    law((due, { pauses, extra: { from, to }, number }) => {
      const middle = from + ((to - from) * number) / 1_000;
      const whole = due([...pauses, { from, to }]);
      expect(due([{ from: middle, to }, ...pauses, { from, to: middle }])).toBe(whole);
      expect(due([{ from, to }, ...[...pauses].reverse(), { from: middle, to }])).toBe(whole);
    });
  });

  it("nothing falls due while it is paused", () => {
    law((due, { pauses }) => {
      const end = due(pauses);
      expect(pauses.filter(({ from, to }) => from < end && end <= to)).toEqual([]);
    });
  });

  it("a pause that runs is one that ends now", () => {
    law((due, { pauses, extra }) => {
      expect(due([...pauses, { from: extra.from }], extra.to)).toBe(due([...pauses, extra]));
    });
  });

  it("a pause over so many ends of working days adds as many working days", () => {
    law((due, { from, length: { count, unit }, extra }) => {
      if (unit !== "wd" || unpaused(calendar, from, { count, unit }) <= extra.from) return;
      const ends = daysBetween(calendar.zone.day(from - DAY), calendar.zone.day(extra.to)).filter((day) => {
        const end = closing(calendar, day);
        return calendar.isWorkday(day) && Math.max(from, extra.from) < end && end <= extra.to;
      });
      expect(due([extra])).toBe(unpaused(calendar, from, { count: count + ends.length, unit }));
    });
  });

  it("hours that were paused from the start count from the end of the pause", () => {
    law((due, { from, length, number }) => {
      if (length.unit === "wd") return;
      const to = from + number * HOUR;
      expect(due([{ from, to }])).toBe(unpaused(calendar, to, length));
    });
  });
});

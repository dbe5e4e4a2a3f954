import { describe, expect, it } from "vitest";
import { house } from "../testing/house.ts";
import { isPublished } from "./workdays.ts";

const { isWorkday } = house.desk.calendar;

describe("the State Council's calendar of 2026", () => {
  it("has the staff work on a Sunday for the days off around Mid-Autumn and National Day", () => {
    expect(isPublished(2026)).toBe(true);
    expect(["2026-09-20", "2026-10-10"].map(isWorkday)).toEqual([true, true]);
    expect(["2026-09-25", "2026-09-27", "2026-10-01", "2026-10-07"].map(isWorkday)).toEqual([false, false, false, false]);
  });

  it("gives Spring Festival six weekdays, and two Saturdays for it", () => {
    expect(["2026-02-16", "2026-02-20", "2026-02-23", "2026-02-24"].map(isWorkday)).toEqual([false, false, false, true]);
    expect(["2026-02-14", "2026-02-28"].map(isWorkday)).toEqual([true, true]);
  });
});

// A year that nobody has published, however long this code lives.
describe("a year that is not published", () => {
  it("counts Monday to Friday", () => {
    expect(isPublished(2090)).toBe(false);
    expect(["2090-03-03", "2090-03-04", "2090-03-06"].map(isWorkday)).toEqual([true, false, true]);
  });

  it("has the holidays off whose date the law fixes", () => {
    expect(["2090-05-01", "2090-05-02", "2090-10-02", "2090-10-03"].map(isWorkday)).toEqual([false, false, false, false]);
    expect(["2090-05-03", "2090-10-04"].map(isWorkday)).toEqual([true, true]);
  });
});

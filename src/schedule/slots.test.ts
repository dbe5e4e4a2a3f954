import { describe, expect, it } from "vitest";
import { at, house } from "../testing/house.ts";
import { nextSlot, slotBefore, slotsBetween } from "./slots.ts";

const calendar = house.desk.calendar;
const fridays = { cron: "0 17 * * 5", holiday: "before" } as const;

describe("the weekly announcement", () => {
  it("is on Fridays at 17:00", () => {
    expect(slotsBetween(fridays, calendar, at("2026-09-01T00:00"), at("2026-09-20T00:00"))).toEqual([
      at("2026-09-04T17:00"),
      at("2026-09-11T17:00"),
      at("2026-09-18T17:00"),
    ]);
  });

  it("is moved to the last working day before a holiday", () => {
    expect(nextSlot(fridays, calendar, at("2026-09-21T00:00"))).toBe(at("2026-09-24T17:00"));
    expect(nextSlot(fridays, calendar, at("2026-09-26T00:00"))).toBe(at("2026-09-30T17:00"));
    expect(slotBefore(fridays, calendar, at("2026-09-30T17:00"))).toBe(at("2026-09-24T17:00"));
  });
});

describe("a slot that a holiday moved next to one that stayed", () => {
  it("is left out: nobody is told the week's news on Friday 13 and again on Saturday 14 February", () => {
    expect(slotsBetween(fridays, calendar, at("2026-02-07T00:00"), at("2026-02-28T00:00"))).toEqual([
      at("2026-02-13T17:00"),
      at("2026-02-27T17:00"),
    ]);
    expect(slotBefore(fridays, calendar, at("2026-02-27T17:00"))).toBe(at("2026-02-13T17:00"));
  });
});

describe("other rules", () => {
  it("find the next and the last one years away, and over the turn of the year", () => {
    const yearly = { when: "每年3月5日9:00", holiday: "keep" } as const;
    expect(nextSlot(yearly, calendar, at("2026-03-05T09:00"))).toBe(at("2027-03-05T09:00"));
    expect(slotBefore(yearly, calendar, at("2026-03-05T09:00"))).toBe(at("2025-03-05T09:00"));
    const eve = { when: "节前一天10:00", holiday: "keep" } as const;
    expect(nextSlot(eve, calendar, at("2025-12-01T00:00"))).toBe(at("2025-12-31T10:00"));
    expect(nextSlot(eve, calendar, at("2025-12-31T10:00"))).toBe(at("2026-02-14T10:00"));
  });

  it("leave a holiday out, or keep it, as they say", () => {
    const october = [at("2026-09-30T23:00"), at("2026-10-09T23:00")] as const;
    expect(slotsBetween({ cron: "0 9 * * 5", holiday: "skip" }, calendar, ...october)).toEqual([at("2026-10-09T09:00")]);
    expect(slotsBetween({ cron: "0 9 * * 5", holiday: "keep" }, calendar, ...october)).toEqual([
      at("2026-10-02T09:00"),
      at("2026-10-09T09:00"),
    ]);
  });

  it("know the 18th of each month", () => {
    expect(nextSlot({ cron: "0 9 18 * *", holiday: "keep" }, calendar, at("2026-09-18T09:00"))).toBe(at("2026-10-18T09:00"));
  });
});

import { describe, expect, it } from "vitest";
import { keepTravel, resumeTravel, sandboxClock } from "./sandbox-rules.ts";
import { DAY, HOUR } from "./shared/instant.ts";
import { at, house } from "./testing/house.ts";

describe("the sandbox's clock", () => {
  it.each([
    ["2026-09-14T10:20", "2026-09-14T10:20"],
    ["2026-09-14T02:00", "2026-09-14T09:00"],
    ["2026-09-14T23:10", "2026-09-15T09:00"],
  ])("begins by day: at %s it shows %s", (wall, shown) => {
    expect(sandboxClock(house, () => at(wall)).now()).toBe(at(shown));
  });

  it("goes on as the wall's does after it was set forward, and never goes back", () => {
    let wall = at("2026-09-14T10:00");
    const clock = sandboxClock(house, () => wall);
    clock.set(at("2026-09-15T10:00"));
    wall += HOUR;
    clock.set(at("2026-09-14T12:00"));
    expect(clock.now()).toBe(at("2026-09-15T11:00"));
  });

  it("comes by night too when it is set there: a day from nine is nine", () => {
    const clock = sandboxClock(house, () => at("2026-09-14T09:00"));
    clock.set(clock.now() + 14 * HOUR);
    expect(clock.now()).toBe(at("2026-09-14T23:00"));
    clock.set(at("2026-09-14T09:00") + DAY);
    expect(clock.now()).toBe(at("2026-09-15T09:00"));
  });

  it("is as far ahead after a restart as before, by day again", async () => {
    const kept = new Map<string, unknown>();
    const memory = {
      get: async (key: string) => kept.get(key),
      set: async (key: string, value: unknown) => kept.set(key, value),
    };
    const before = sandboxClock(house, () => at("2026-09-14T10:00"));
    before.set(at("2026-09-17T10:00"));
    await keepTravel(before, memory);

    const after = sandboxClock(house, () => at("2026-09-14T15:00"));
    await resumeTravel(after, house, memory, () => at("2026-09-14T15:00"));
    expect(after.now()).toBe(at("2026-09-17T15:00"));
    const late = sandboxClock(house, () => at("2026-09-14T21:00"));
    await resumeTravel(late, house, memory, () => at("2026-09-14T21:00"));
    expect(late.now()).toBe(at("2026-09-18T09:00"));
  });
});

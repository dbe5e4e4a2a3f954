import { describe, expect, it } from "vitest";
import { passTime } from "./pass-time.ts";
import { MINUTE } from "./shared/instant.ts";

/** Something that is due at some moments, and tells at which moments it happened. */
function busy(moments: readonly number[]) {
  let now = 0;
  const left = [...moments];
  const happened: number[] = [];
  const app = {
    strike: async () => {},
    tick: async () => {
      for (; left[0] !== undefined && left[0] <= now; left.shift()) happened.push(now);
    },
    idle: async () => {},
    nextDue: async () => left[0],
  };
  const set = (at: number): void => {
    now = at;
  };
  return { app, clock: { now: () => now, set }, happened };
}

describe("time that passes at once", () => {
  it("lets everything happen in order, each at its own moment, and ends where it should", async () => {
    const { app, clock, happened } = busy([10, 10, 25, 40, 70]);
    expect(await passTime(app, clock, 50)).toBe(true);
    expect([happened, clock.now()]).toEqual([[10, 10, 25, 40], 50]);
  });

  it("does what is due at the very end", async () => {
    const { app, clock, happened } = busy([50]);
    await passTime(app, clock, 50);
    expect(happened).toEqual([50]);
  });

  it("stops on the way after so many moments, and goes on from there when it is asked again", async () => {
    const { app, clock, happened } = busy([1, 2, 3, 4, 5, 6]);
    expect(await passTime(app, clock, 50, (steps) => steps < 3)).toBe(false);
    expect(clock.now()).toBeLessThanOrEqual(3);
    expect(await passTime(app, clock, 50, (steps) => steps < 30)).toBe(true);
    expect([happened, clock.now()]).toEqual([[1, 2, 3, 4, 5, 6], 50]);
  });

  it("is not held by what is due and cannot happen", async () => {
    const { clock } = busy([]);
    let asked = 0;
    const stuck = { strike: async () => {}, tick: async () => {}, idle: async () => {}, nextDue: async () => -asked++ };
    expect(await passTime(stuck, clock, 60 * MINUTE)).toBe(true);
    expect([clock.now(), asked < 30]).toEqual([60 * MINUTE, true]);
  });
});

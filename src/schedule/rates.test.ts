import { describe, expect, it } from "vitest";
import { ratesOf, unitsOf } from "./rates.ts";

const weights = { responded: 0.1, satisfied: 0.4, resolved: 0.5, basically: 0.9 };
const good = { rating: 5, respondedAt: 1, state: "closed" as const, outcome: "resolved" };

describe("the three rates", () => {
  it("count only tickets whose resident answered", () => {
    const { all } = ratesOf([good, { ...good, rating: 3 }, { state: "open" }], weights);
    expect(all).toMatchObject({ count: 2, responded: 2, resolved: 2, satisfied: 1, basically: 1, satisfaction: 0.95 });
    expect(all.score).toBeCloseTo(10 + 50 + 38);
  });

  it("are no share at all where nobody answered", () => {
    expect(ratesOf([], weights).all).toEqual({ count: 0, responded: 0, resolved: 0, satisfied: 0, basically: 0 });
  });

  it("stand on both bases: what a person left out is still counted in the first", () => {
    const { all, left } = ratesOf([good, { ...good, rating: 1, outcome: "explained", excluded: "外小区的人报的" }], weights);
    expect([all.count, left.count]).toEqual([2, 1]);
    expect(all.satisfaction).toBe(0.5);
    expect(left.satisfaction).toBe(1);
  });
});

it("units are told how fast they reported in, over those calls to which they did", () => {
  const at = 1_000_000;
  expect(
    unitsOf([
      { whistles: [{ unit: "县住建局", at, reportedInAt: at + 30 * 60_000, finishedAt: at + 60 * 60_000 }] },
      { whistles: [{ unit: "县住建局", at, objectedAt: at + 60_000 }] },
      {},
    ]),
  ).toEqual([{ unit: "县住建局", called: 2, reportedIn: 1, objected: 1, finished: 1, minutes: 30 }]);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { house } from "../../testing/house.ts";
import { choiceOf, disputedOf, tallyOf, verdictOf, withBallot } from "./count.ts";
import { reaches } from "./rules.ts";
import type { Ballots, Vote } from "./vote.ts";

const rules = house.rules.deliberation;
const Cast = fc.record({
  household: fc.constantFrom("3-2-501", "3-2-502", "4-1-101", "5-1-202"),
  by: fc.constantFrom("p1", "p2", "p3", "p4", "p5"),
  choice: fc.constantFrom("yes", "no", "abstain"),
});
type Cast = { readonly household: string; readonly by: string; readonly choice: string; readonly row: number };
/** Every line has a row of its own. */
const Casts = fc.array(Cast, { maxLength: 30 }).map((all) => all.map((one, row) => ({ ...one, row })));
const fold = (casts: readonly Cast[]): Ballots =>
  casts.reduce<Ballots>((all, { household, ...one }) => withBallot(all, household, one), {});
const vote = (over: Partial<Vote> = {}): Vote => ({ topic: "装充电桩", options: [], ballots: {}, ...over }) as unknown as Vote;

describe("counting households", () => {
  it("comes to the same in whatever order lines arrive, and however often", () => {
    fc.assert(
      fc.property(
        Casts.chain((casts) =>
          fc.tuple(fc.constant(casts), fc.shuffledSubarray([...casts, ...casts], { minLength: 2 * casts.length })),
        ),
        ([casts, shuffled]) => {
          const [one, other] = [fold(casts), fold(shuffled)];
          expect(tallyOf({ ballots: other }, 10)).toEqual(tallyOf({ ballots: one }, 10));
          expect(disputedOf({ ballots: other })).toEqual(disputedOf({ ballots: one }));
        },
      ),
    );
  });

  it("counts each household once, as it said last", () => {
    fc.assert(
      fc.property(Casts, (casts) => {
        const ballots = fold(casts);
        const { counts, voted } = tallyOf({ ballots }, undefined);
        expect(voted).toBe(new Set(casts.map(({ household }) => household)).size);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(voted);
        for (const { household } of casts)
          expect(choiceOf(ballots, household)).toBe(casts.findLast((one) => one.household === household)?.choice);
      }),
    );
  });

  it("names households for which two accounts chose differently, and whoever votes for three", () => {
    const one = (household: string, by: string, choice: string, row: number) => ({ household, by, choice, row });
    expect(disputedOf({ ballots: fold([one("3-2-501", "a", "yes", 1), one("3-2-501", "b", "yes", 2)]) })).toEqual([]);
    expect(disputedOf({ ballots: fold([one("3-2-501", "a", "yes", 1), one("3-2-501", "b", "no", 2)]) })).toEqual(["3-2-501"]);
    expect(disputedOf({ ballots: fold(["1-1-101", "1-1-102"].map((home, row) => one(home, "a", "yes", row))) })).toEqual([]);
    expect(
      disputedOf({ ballots: fold(["1-1-101", "1-1-102", "1-1-201"].map((home, row) => one(home, "a", "yes", row))) }),
    ).toHaveLength(3);
  });
});

describe("what a count comes to", () => {
  const verdict = (counts: Record<string, number>, entitled?: number, over: Partial<Vote> = {}) => {
    const voted = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return verdictOf(rules, vote(over), { counts, voted, ...(entitled === undefined ? {} : { entitled }) }).verdict;
  };

  it("passes with over half of those who voted, when over half of those entitled did", () => {
    expect(verdict({ yes: 4, no: 2 }, 10)).toBe("passed");
    expect(verdict({ yes: 3, no: 3 }, 10)).toBe("failed");
    expect(verdict({ yes: 5 }, 10)).toBe("noQuorum");
    expect(verdict({ yes: 3, no: 2, abstain: 1 }, 10)).toBe("failed");
  });

  it("takes two thirds where the secretary said so, and exactly two thirds are enough", () => {
    const quorum = "三分之二以上";
    expect(verdict({ yes: 6 }, 9, { quorum })).toBe("passed");
    expect(verdict({ yes: 5 }, 9, { quorum })).toBe("noQuorum");
  });

  it("says nothing of passing where nobody knows how many are entitled, or more voted than that", () => {
    expect(verdict({ yes: 6 })).toBe("unknown");
    expect(verdict({ yes: 6 }, 5)).toBe("unknown");
  });

  it("takes the option with over half, and none where none has", () => {
    const options = [
      { key: "A", text: "装在东门" },
      { key: "B", text: "装在车棚" },
      { key: "C", text: "不装" },
    ];
    expect(verdict({ A: 2, B: 2, C: 1 }, 6, { options })).toBe("failed");
    expect(verdictOf(rules, vote({ options }), { counts: { A: 3, B: 1 }, voted: 4, entitled: 6 })).toEqual({
      verdict: "passed",
      decision: "装充电桩：装在东门",
    });
  });

  it("never lets a share of exactly half be over it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (count) => !reaches({ over: true, of: [1, 2] }, count, 2 * count)),
    );
  });
});

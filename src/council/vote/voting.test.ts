import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chamber, done, line, resident, words } from "../../testing/council.ts";
import { at, people } from "../../testing/house.ts";
import { decideVote } from "./decide.ts";
import { ringVote } from "./ring.ts";

import { ballot, collecting, GROUP, MONDAY, order, voting } from "./vote.fixture.ts";

const { secretary } = people;

describe("voting", () => {
  it("counts in the group without a word, and confirms in private", () => {
    expect(ballot(voting, "3-2-501 李女士", "同意", GROUP).say).toEqual([]);
    const { affair, say } = ballot(voting, "小林", "3-2-501 同意");
    expect(Object.keys(affair.ballots)).toEqual(["葵花里小区 3-2-501"]);
    expect(say.map(({ to }) => to)).toEqual([{ person: resident("小林") }]);
  });

  it("asks in private whom it can write to, else in the group, once a person", () => {
    const known = resident("小区的风", "f1");
    const inGroup = (by: typeof known, as: number) =>
      done(decideVote(chamber, voting, line(by, "ballot", "同意", as, GROUP), MONDAY));
    expect(inGroup(known, 7).say.map(({ to }) => to)).toEqual([{ person: { id: "f1", alias: "小区的风" } }]);
    const unknown = resident("小区的风", "p9");
    const [first, second] = [inGroup(unknown, 8).say, inGroup(unknown, 9).say];
    expect(first.map(words)).toEqual(["【议事4】带上门牌号再说一遍，比如 3-2-501 同意。"]);
    expect(first[0]?.key).toBe(second[0]?.key);
    const { affair } = inGroup(unknown, 8);
    const completed = done(decideVote(chamber, affair, line(unknown, "ballot", "4-1-302", 10, GROUP), MONDAY)).affair;
    expect(completed.ballots).toEqual({ "葵花里小区 4-1-302": [{ by: "p9", row: 10, choice: "yes" }] });
    expect(completed.unclear).toEqual({});
  });

  it("says no household's choice in a group, whatever is said in whatever order", () => {
    const Line = fc.record({
      alias: fc.constantFrom("3-2-501 李女士", "3-2-501 老李", "小区的风", "9-1-101 王先生", "5-1-202 赵师傅"),
      text: fc.constantFrom("同意", "3-2-501 同意", "4-1-302 不同意", "不同意", "弃权", "9-9-999 同意", "5-1-202 不同意"),
      room: fc.constantFrom(GROUP, "网格工作群", undefined),
    });
    fc.assert(
      fc.property(fc.array(Line, { maxLength: 12 }), (lines) => {
        let vote = voting;
        for (const [index, { alias, text, room }] of lines.entries()) {
          const { affair, say } = ballot(vote, alias, text, room, MONDAY, index);
          vote = affair;
          for (const one of say) if ("room" in one.to) expect(one.wording).toBe("vote.askGroup");
        }
        for (const clock of ["remind", "close"] as const) {
          const rung = ringVote(chamber, vote, clock, undefined, voting.until);
          for (const one of rung.say) if ("room" in one.to) expect(words(one)).not.toMatch(/\d-\d-\d{3}.*(?:同意|弃权)/);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("closes when it was said to close", () => {
    expect(decideVote(chamber, voting, line(resident("3-2-501 李女士"), "ballot", "同意", 7), voting.until)).toEqual({
      refused: "vote.closed",
    });
    expect(decideVote(chamber, voting, line(secretary, "close", "", 7), MONDAY)).toEqual({ refused: "vote.closesLater" });
    expect(decideVote(chamber, voting, line(secretary, "extend", "周三", 7), MONDAY)).toEqual({ refused: "vote.notEarlier" });
    expect(order(voting, "延期到下周五").affair).toMatchObject({ stage: "voting", until: at("2026-09-25T22:00") });
  });

  it("reminds the groups once, in the evening before, with the households that voted and those entitled", () => {
    const voted = ballot(voting, "3-2-501 李女士", "同意", GROUP).affair;
    expect(voted.clocks).toEqual({ remind: at("2026-09-17T20:00"), close: at("2026-09-18T22:00") });
    const { affair, say } = ringVote(chamber, voted, "remind", undefined, at("2026-09-17T20:00"));
    expect(say.map(words).join()).toContain("应到6户，已投票1户（17%）");
    expect(affair.clocks).toEqual({ close: voted.clocks["close"] });
  });

  it("does not change how many must vote once people vote", () => {
    expect(decideVote(chamber, voting, line(secretary, "quorum", "三分之二", 7), MONDAY)).toEqual({
      refused: "vote.quorumFixed",
    });
    expect(order(collecting, "按三分之二").affair.quorum).toBe("三分之二以上");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chamber, done, line, resident, words } from "../../testing/council.ts";
import { at, people } from "../../testing/house.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import type { Decided } from "../chamber.ts";
import { mayOrder } from "../permit.ts";
import { readOrder } from "../read-order.ts";
import { readVoteAnswer } from "./answer.ts";
import { beginVote } from "./begin.ts";
import { decideVote } from "./decide.ts";
import { ringVote } from "./ring.ts";
import { settled, type Vote } from "./vote.ts";

const GROUP = "葵花里小区居民群";
const MONDAY = at("2026-09-14T09:00");
const { secretary } = people;

function draft(text: string, by: (typeof people)["secretary" | "worker" | "lead"] = secretary): Decided<Vote> {
  const order = line(by, "begin", text, 1);
  const found = beginVote(chamber, text, MONDAY, { to: order.to, actor: by });
  if (found === undefined || "refused" in found) throw new Error(found?.refused ?? "begins nothing");
  return found.draft(4, order) as Decided<Vote>;
}

let row = 10;
const order = (vote: Vote, text: string, now = MONDAY, by = secretary): Decided<Vote> => {
  const read = readOrder(`议事4 ${text}`, undefined);
  expect(read?.kind, text).toBe("vote");
  return done(decideVote(chamber, vote, line(by, read?.verb ?? "", read?.text ?? "", ++row), now));
};
const told = (vote: Vote, ...texts: readonly string[]): Vote => texts.reduce((one, text) => order(one, text).affair, vote);
const collecting = told(draft("征集 葵花里要不要装充电桩 到周日").affair, "确认");
const voting = told(collecting, "应到6户", "表决 到周五", "确认");
const ballot = (vote: Vote, alias: string, text: string, room?: string, now = MONDAY, as = ++row) =>
  done(decideVote(chamber, vote, line(resident(alias), "ballot", text, as, room), now));

describe("collecting opinions", () => {
  it("goes to the groups of the estate that is named, else to all, until the day that is named", () => {
    const named = draft("征集 葵花里要不要装充电桩 到周日").affair;
    expect(named).toMatchObject({
      rooms: [GROUP],
      estates: ["葵花里小区"],
      topic: "葵花里要不要装充电桩",
      until: at("2026-09-20T22:00"),
    });
    expect(draft("征集意见：要不要把垃圾桶搬到北门").affair).toMatchObject({
      topic: "要不要把垃圾桶搬到北门",
      estates: ["葵花里小区", "槐荫巷小区"],
    });
  });

  it("is let out by the secretary or the lead who began it; a grid worker's draft is the secretary's", () => {
    const own = draft("征集 要不要装充电桩", people.lead).affair;
    expect(mayOrder(people.lead, "confirm", own)).toBe(true);
    const workers = draft("征集 要不要装充电桩", people.worker);
    expect(mayOrder(people.worker, "confirm", workers.affair)).toBe(false);
    expect(mayOrder(secretary, "confirm", workers.affair)).toBe(true);
    expect(workers.say.map(({ wording }) => wording)).toEqual(["vote.approve", "vote.sent"]);
    expect(mayOrder(resident("3-2-501 李女士"), "confirm", own)).toBe(false);
  });

  it("begins nothing before residents, and asks for a day that nobody understands", () => {
    const there = line(secretary, "begin", "", 1, GROUP);
    expect(beginVote(chamber, "征集 要不要装充电桩", MONDAY, { to: there.to, actor: secretary })).toBeUndefined();
  });

  it("keeps a quote's words masked and without a name, and answers nothing in the group", () => {
    const answer = readVoteAnswer(chamber.desk.community, collecting, {
      text: "我张小兰赞成，电话13800138000",
      actor: resident("3-2-501 张小兰"),
    });
    expect(answer?.verb).toBe("opinion");
    const by = resident("3-2-501 张小兰");
    const { affair, say } = done(decideVote(chamber, collecting, line(by, "opinion", answer?.text ?? "", 7, GROUP), MONDAY));
    expect(say).toEqual([]);
    expect(affair.opinions[0]?.text).toBe("我〔姓名〕赞成，电话〔电话〕");
    expect(done(decideVote(chamber, affair, line(by, "opinion", answer?.text ?? "", 7, GROUP), MONDAY)).affair.heard).toBe(1);
  });

  it.each(["收到", "好的👍", "谢谢书记"])("takes %s for no opinion", (text) => {
    expect(readVoteAnswer(chamber.desk.community, collecting, { text, actor: resident("小林") })).toBeUndefined();
  });

  it("forgets what residents said when it is over", () => {
    const by = resident("3-2-501 李女士");
    const { affair } = done(decideVote(chamber, collecting, line(by, "opinion", "装在东门好", 7), MONDAY));
    const { affair: gone, forget } = order(affair, "取消 物业已经在装了");
    expect(gone).toMatchObject({ stage: "cancelled", opinions: [], heard: 1 });
    expect(forget).toContain("opinions");
  });
});

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

describe("the result", () => {
  const cast = (count: number) =>
    Array.from({ length: count }, (_, index) => index + 1).reduce(
      (vote, door) => ballot(vote, "小林", `3-1-10${door} 同意`).affair,
      voting,
    );
  const close = (vote: Vote) => ringVote(chamber, vote, "close", undefined, vote.until);

  it("is told to the secretary in private, with its denominators", () => {
    const { affair, say } = close(cast(4));
    expect(say.every(({ to }) => "person" in to && to.person.id === secretary.id)).toBe(true);
    expect(say.map(words).join()).toContain("应到6户，已投票4户（67%）。通过");
    expect(affair.pending).toEqual({ what: "decision", text: "葵花里要不要装充电桩", passes: true });
  });

  it("is nothing to be done where too few voted; then it may go on longer", () => {
    const { affair } = close(cast(3));
    expect(affair.pending?.passes).toBe(false);
    expect(order(affair, "延期到10月10日").affair).toMatchObject({ stage: "voting" });
    expect(done(decideVote(chamber, affair, line(secretary, "confirm", "", 7), affair.until)).toDo).toBeUndefined();
  });

  it("gives no share where nobody knows how many are entitled, until the secretary says", () => {
    const { entitled: _unknown, ...open } = cast(4);
    const community = {
      ...chamber.desk.community,
      estates: chamber.desk.community.estates.map(({ households: _none, ...one }) => one),
    };
    const on = { ...chamber, desk: { ...chamber.desk, community } };
    const { affair, say } = ringVote(on, open, "close", undefined, open.until);
    expect(say.map(words).join()).toContain("算不出比例");
    expect(affair.pending?.passes).toBe(false);
    const again = done(decideVote(on, affair, line(secretary, "entitled", "6", 7), open.until));
    expect(again.affair.pending?.passes).toBe(true);
  });

  it("is public by the secretary alone, becomes somebody's to do, and forgets the ballots at the end", () => {
    const counted = close(cast(4)).affair;
    expect(mayOrder(people.lead, "confirm", { ...counted, by: people.lead.name ?? "" })).toBe(false);
    const published = done(decideVote(chamber, counted, line(secretary, "confirm", "", 7), counted.until));
    expect(published.toDo).toEqual([{ text: "葵花里要不要装充电桩" }]);
    expect(published.affair).toMatchObject({ stage: "public", resolutions: [{ text: "葵花里要不要装充电桩" }] });
    const over = ringVote(chamber, { ...published.affair, resolutions: [] }, "publicOver", undefined, published.affair.until);
    expect(over.affair).toMatchObject({ stage: "done", ballots: {}, tally: { voted: 4, entitled: 6 } });
  });

  it("stays ready to be made public where the secretary does not want it yet", () => {
    const counted = close(cast(4)).affair;
    const waiting = done(decideVote(chamber, counted, line(secretary, "drop", "", 7), counted.until)).affair;
    expect(done(decideVote(chamber, waiting, line(secretary, "confirm", "", 8), counted.until)).affair.stage).toBe("public");
  });

  const ticket = (over: object) => ({ number: 5, state: "closed", outcome: "resolved", ...over }) as unknown as Ticket;
  const published: Vote = {
    ...close(cast(4)).affair,
    stage: "public",
    clocks: {},
    resolutions: [{ text: "葵花里要不要装充电桩", at: MONDAY, ticket: 5 }],
  };

  it("is told to the groups once its ticket is done, looked at every day until then", () => {
    const open = ringVote(chamber, published, "publicOver", ticket({ state: "open" }), published.until);
    expect(open.affair.stage).toBe("doing");
    const tomorrow = open.affair.clocks["watch"] ?? 0;
    const told = ringVote(chamber, open.affair, "watch", ticket({}), tomorrow);
    expect(told.affair.stage).toBe("result");
    expect(told.say.map(({ to }) => to)).toEqual([{ room: GROUP }]);
    expect(told.say.map(words)).toEqual(["【议事4】大家决定的事办好了：葵花里要不要装充电桩（#5）"]);
    expect(ringVote(chamber, told.affair, "resultOver", undefined, told.affair.until).affair.stage).toBe("done");
  });

  it("is not said to be done where its ticket ended otherwise: then the secretary says what came of it", () => {
    const doing: Vote = { ...settled(published), stage: "doing" };
    const { affair, say } = ringVote(chamber, doing, "watch", ticket({ outcome: "outsideDuty" }), published.until);
    expect(say.map(({ wording, to }) => [wording, "person" in to])).toEqual([["vote.notDone", true]]);
    const shown = done(decideVote(chamber, affair, line(secretary, "tell", "改在西门装，国庆后开工", 7), published.until));
    expect(shown.say.map(({ wording }) => wording)).toEqual(["vote.previewResult"]);
    const told = done(decideVote(chamber, shown.affair, line(secretary, "confirm", "", 8), published.until));
    expect(told.say.map(words).join()).toContain("改在西门装，国庆后开工");
    expect(told.affair.stage).toBe("result");
  });
});

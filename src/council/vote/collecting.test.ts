import { describe, expect, it } from "vitest";
import { chamber, done, line, resident } from "../../testing/council.ts";
import { at, people } from "../../testing/house.ts";
import { mayOrder } from "../permit.ts";
import { readVoteAnswer } from "./answer.ts";
import { beginVote } from "./begin.ts";
import { decideVote } from "./decide.ts";

import { collecting, draft, GROUP, MONDAY, order } from "./vote.fixture.ts";

const { secretary } = people;

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

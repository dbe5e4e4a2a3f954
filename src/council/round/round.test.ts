import { expect, it } from "vitest";
import { chamber, done, line } from "../../testing/council.ts";
import { at, house, people } from "../../testing/house.ts";
import type { Actor } from "../../tickets/ticket.ts";
import { beginRound, decideRound, ringRound } from "./round.ts";
import { WALKED } from "./walked.ts";

const NOW = at("2026-09-15T10:00");
const round = beginRound(chamber, 7, { title: "该去巡查了", room: "网格工作群", people: ["韩江"] }, NOW);
const person = house.desk.community.people.find(({ name }) => name === "韩江");
const patrol: Actor = { id: "staff:韩江", alias: person?.alias ?? "", name: "韩江", roles: ["patrol"] };

it.each(["已巡", "巡完了", "巡完了，一切正常", "打卡", "转了一圈，没问题", "都巡过了 平安"])(
  "%s says that a round was walked",
  (text) => {
    expect(WALKED.test(text)).toBe(true);
  },
);

it.each(["巡到3号楼发现堆了纸箱", "打卡机坏了", "一会儿去巡", "到岗了吗"])("%s does not", (text) => {
  expect(WALKED.test(text)).toBe(false);
});

it("whoever says nothing is asked once more, whoever answered is not", () => {
  expect(ringRound(chamber, round, "nudge", NOW).say).toHaveLength(1);
  const walked = done(decideRound(chamber, round, line(patrol, "walked", "已巡", 1), NOW));
  expect([walked.affair.stage, walked.affair.clocks]).toEqual(["done", {}]);
});

it("a round is its own people's to answer", () => {
  expect(decideRound(chamber, round, line(people.worker, "walked", "已巡", 1), NOW)).toMatchObject({ refused: "round.notYours" });
});

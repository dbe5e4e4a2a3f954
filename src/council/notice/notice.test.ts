import { describe, expect, it } from "vitest";
import { chamber, done, line, words } from "../../testing/council.ts";
import { at, people } from "../../testing/house.ts";
import type { Notice } from "../affair.ts";
import type { Receipt } from "../shelf.ts";
import { beginNotice } from "./begin.ts";
import { decideNotice } from "./notice.ts";
import { ringNotice } from "./ring.ts";

const MONDAY = at("2026-09-14T09:00");
const GROUP = "葵花里小区居民群";
const { secretary, worker } = people;

function draft(text: string, now = MONDAY, by = secretary) {
  const found = beginNotice(chamber, text, now);
  if (found === undefined || "refused" in found) throw new Error(found?.refused ?? "begins nothing");
  return found.draft(5, line(by, "begin", text, 1)) as ReturnType<typeof done<Notice>>;
}
const order = (notice: Notice, verb: string, text = "", now = MONDAY, receipts: readonly Receipt[] = []) =>
  done(decideNotice(chamber, notice, { ...line(secretary, verb, text, 2), receipts }, now));
const water = "通知 葵花里小区3号楼 明天上午9点到11点停水，请提前储水";
const posted = order(draft(water).affair, "confirm").affair;
const said: Receipt = { room: GROUP, state: "said" };

describe("a notice", () => {
  it("is shown to the secretary before any group reads it", () => {
    const { affair, say } = draft(water);
    expect(affair.stage).toBe("draft");
    expect(say.map(({ to }) => to)).toEqual([{ person: secretary }]);
    expect(say.map(words).join()).toContain("3号楼：9月15日（周二）上午9点到11点停水");
  });

  it("of a grid worker waits for the secretary", () => {
    const { say } = draft(water, MONDAY, worker);
    expect(say.map(({ wording }) => wording)).toEqual(["notice.approve", "notice.sent"]);
  });

  it("goes to the groups it is for and to no other", () => {
    expect(posted.rooms).toEqual([GROUP]);
    expect(draft("通知 全体居民 周五停电").affair.rooms).toEqual([GROUP, "槐荫巷小区居民群"]);
  });

  it("names days of the calendar, so that it is still true when it is read tomorrow", () => {
    expect(draft("通知 葵花里小区 今晚8点停电").affair.body).toBe("9月14日（周一）晚上8点停电");
    expect(draft("通知 葵花里小区 下周三大扫除").affair.body).toBe("9月23日（周三）大扫除");
  });

  it.each([
    ["通知 3号楼 明天停水", "notice.whichEstate"],
    ["通知 明天停水", "notice.where"],
    ["通知 葵花里小区", "notice.what"],
    ["通知 葵花里小区 过几天停水", "notice.whichTime"],
  ])("asks what is open: %s", (text, refused) => {
    expect(beginNotice(chamber, text, MONDAY)).toMatchObject({ refused });
  });

  it("is said once more two hours before, or the evening before where that is night", () => {
    expect(posted.clocks["remind"]).toBe(at("2026-09-14T20:00"));
    const afternoon = order(draft("通知 葵花里小区 明天下午3点停水").affair, "confirm").affair;
    expect(afternoon.clocks["remind"]).toBe(at("2026-09-15T13:00"));
  });

  it("of what happens within the hour is not repeated", () => {
    expect(order(draft("通知 葵花里小区 今天10点停水").affair, "confirm").affair.clocks["remind"]).toBeUndefined();
  });

  it("tells its sender when every group has it, and which has not", () => {
    const done = ringNotice(chamber, posted, "receipt", [said], MONDAY);
    expect(done.say.map(words).join()).toContain("已发到1个群");
    const held = ringNotice(chamber, posted, "receipt", [{ room: GROUP, state: "held" }], MONDAY);
    expect(held.say.map(words).join()).toContain(`没发到：${GROUP}`);
    expect(order(posted, "resend", "", MONDAY, [{ room: GROUP, state: "held" }]).again).toEqual(["post1"]);
  });

  it("is corrected in the same groups, after the secretary has seen the new words", () => {
    const asked = order(posted, "correct", "葵花里小区3号楼后天上午9点停水");
    expect(asked.say.map(({ to }) => "room" in to)).toEqual([false]);
    const corrected = order(asked.affair, "confirm");
    expect(corrected.affair).toMatchObject({ edition: 2, rooms: [GROUP] });
    expect(corrected.say.map(words).join()).toContain("更正：葵花里小区3号楼9月16日（周三）上午9点停水");
  });

  it("keeps its words when only the time changes", () => {
    const { affair } = order(order(posted, "correct", "改到后天上午10点").affair, "confirm");
    expect(affair.body).toBe("3号楼：9月15日（周二）上午9点到11点停水，请提前储水——时间改为9月16日（周三）上午10点");
  });

  it("is taken back where it was heard, and only there", () => {
    expect(order(posted, "cancel", "修好了", MONDAY, [said]).say.map(({ to }) => ("room" in to ? to.room : "private"))).toEqual([
      GROUP,
      "private",
    ]);
    expect(order(posted, "cancel", "", MONDAY, [{ room: GROUP, state: "waiting" }]).say.map(({ to }) => "room" in to)).toEqual([
      false,
    ]);
  });

  it("that nobody confirms is put aside", () => {
    expect(ringNotice(chamber, draft(water).affair, "forgotten", [], MONDAY).affair.stage).toBe("dropped");
  });
});

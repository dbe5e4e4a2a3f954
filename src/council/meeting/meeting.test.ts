import { describe, expect, it } from "vitest";
import { chamber, done, line, resident, words } from "../../testing/council.ts";
import { at, people } from "../../testing/house.ts";
import type { Meeting } from "../affair.ts";
import { readChain } from "../chain/read-chain.ts";
import { decideMeeting, draftMeeting } from "./meeting.ts";
import { ringMeeting } from "./ring.ts";
import { comingTo, presentAt } from "./shown.ts";

const MONDAY = at("2026-09-14T09:00");
const WEDNESDAY = at("2026-09-23T19:00");
const GROUP = "葵花里小区居民群";
const { secretary } = people;
const plan = { title: "议事会", at: WEDNESDAY, topics: [{ text: "停车棚改造" }], invited: [], rooms: [GROUP, "网格工作群"] };

const order = (meeting: Meeting, verb: string, text = "", now = MONDAY, by = secretary, room?: string) =>
  done(decideMeeting(chamber, meeting, line(by, verb, text, 3, room), now));
const draft = draftMeeting(chamber, 1, plan, line(secretary, "begin", "", 1), MONDAY).affair;
const called = order(draft, "confirm").affair;
const post = (meeting: Meeting, by: string, text: string) =>
  done(
    decideMeeting(
      chamber,
      meeting,
      { ...line(resident(by), "chain", "", 4, GROUP), chain: readChain(text) ?? { lines: [], isTruncated: false } },
      MONDAY,
    ),
  ).affair;

describe("coming to a meeting", () => {
  it("counts people, each once, whether they answer or join the list", () => {
    const answered = order(called, "signUp", "2", MONDAY, resident("3-2-501 李女士"), GROUP).affair;
    const again = order(answered, "signUp", "3", MONDAY, resident("3-2-501 李女士"), GROUP).affair;
    expect([comingTo(answered), comingTo(again)]).toEqual([2, 3]);
    const listed = post(again, "5-1-202 赵师傅", "#接龙\n会议1\n1. 3-2-501 李女士\n2. 5-1-202 赵师傅 2人");
    expect(comingTo(listed)).toBe(3);
  });

  it("loses nobody when two people repost the same list at once", () => {
    const first = post(called, "甲", "#接龙\n会议1\n1. 王建国");
    const race = post(post(first, "乙", "#接龙\n会议1\n1. 王建国\n2. 李秀英"), "丙", "#接龙\n会议1\n1. 王建国\n2. 赵德才");
    expect(comingTo(race)).toBe(3);
  });

  it("is answered in private, never before the whole group", () => {
    expect(order(called, "signUp", "1", MONDAY, resident("老周"), GROUP).say).toEqual([]);
    expect(order(called, "signUp", "1", MONDAY, resident("老周")).say.map(words).join()).toContain("记下了");
  });

  it("is taken back by a word", () => {
    const signed = order(called, "signUp", "2", MONDAY, resident("老周"), GROUP).affair;
    expect(comingTo(order(signed, "leave", "", MONDAY, resident("老周"), GROUP).affair)).toBe(0);
  });

  it("is checked in from an hour before, each person once", () => {
    expect(decideMeeting(chamber, called, line(resident("老周"), "checkIn", "", 5, GROUP), at("2026-09-23T17:00"))).toMatchObject(
      { refused: "meeting.tooEarly" },
    );
    const now = at("2026-09-23T18:30");
    const there = order(called, "checkIn", "", now, resident("老周"), GROUP).affair;
    expect(presentAt(order(there, "checkIn", "", now, resident("老周"), GROUP).affair)).toBe(1);
  });
});

describe("a meeting", () => {
  it("is spoken of a day and an hour before", () => {
    expect(called.clocks).toMatchObject({ dayBefore: at("2026-09-22T19:00"), hourBefore: at("2026-09-23T18:00") });
  });

  it("is not spoken of when the moment for it has passed while the process was away", () => {
    expect(ringMeeting(chamber, called, "hourBefore", at("2026-09-23T18:10")).say).toHaveLength(2);
    expect(ringMeeting(chamber, called, "hourBefore", at("2026-09-23T20:00")).say).toEqual([]);
    expect(ringMeeting(chamber, called, "dayBefore", at("2026-09-23T18:10")).say).toEqual([]);
  });

  it("that was moved tells the groups that were invited, and takes back what is no longer true", () => {
    const moved = order(called, "correct", "9月25日晚上7点");
    expect(moved.affair.at).toBe(at("2026-09-25T19:00"));
    expect(moved.unsay).toContain("call");
    expect(moved.say.flatMap(({ to }) => ("room" in to ? [to.room] : []))).toEqual([GROUP, "网格工作群"]);
  });

  it("asks the convener twice what was decided, and then leaves it", () => {
    const once = ringMeeting(chamber, called, "askMinutes", at("2026-09-23T22:00")).affair;
    expect(Object.keys(once.clocks)).toContain("askMinutes");
    const twice = ringMeeting(chamber, once, "askMinutes", at("2026-09-24T22:00")).affair;
    expect(Object.keys(twice.clocks)).not.toContain("askMinutes");
  });
});

describe("what a meeting decides", () => {
  const now = at("2026-09-23T20:00");
  const counted = (entitled: number, came: number) =>
    order(order(called, "entitled", String(entitled), now).affair, "came", String(came), now).affair;

  it("needs over half of those entitled, where somebody said how many they are", () => {
    expect(decideMeeting(chamber, counted(20, 10), line(secretary, "resolve", "加装充电口", 6), now)).toMatchObject({
      refused: "meeting.noQuorum",
    });
    expect(order(counted(20, 11), "resolve", "加装充电口", now).toDo).toEqual([{ text: "加装充电口" }]);
    expect(order(called, "resolve", "加装充电口", now).toDo).toHaveLength(1);
  });

  it("passes with over half of those present", () => {
    const meeting = counted(20, 12);
    expect(order(meeting, "resolve", "搬垃圾点 同意6 反对2", now).affair.resolutions.at(-1)).toMatchObject({ failed: true });
    expect(order(meeting, "resolve", "搬垃圾点 同意7 反对5", now).affair.resolutions.at(-1)?.failed).toBeUndefined();
  });

  it("is not recorded before the meeting", () => {
    expect(decideMeeting(chamber, called, line(secretary, "resolve", "加装充电口", 6), MONDAY)).toMatchObject({
      refused: "meeting.notYet",
    });
  });

  it("is public for seven days, without what did not pass, and objections reach the convener alone", () => {
    const failed = order(
      order(counted(20, 12), "resolve", "加装充电口", now).affair,
      "resolve",
      "搬垃圾点 同意2 反对9",
      now,
    ).affair;
    const shown = order(order(failed, "end", "", now).affair, "confirm", "", now);
    const group = shown.say.filter(({ to }) => "room" in to);
    expect(group.map(words).join()).toContain("加装充电口");
    expect(group.map(words).join()).not.toContain("搬垃圾点");
    expect(shown.affair.clocks).toEqual({ publicOver: at("2026-09-30T18:00") });
    const objected = order(shown.affair, "object", "充电口太吵", now, resident("老周"), GROUP);
    expect(objected.say.map(({ to }) => "person" in to && to.person.id)).toEqual(["staff:孟岚"]);
  });
});

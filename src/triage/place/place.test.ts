import { describe, expect, it } from "vitest";
import { placesExact } from "../../training/measure.ts";
import { community, LOCUST, SUNFLOWER } from "../seeds.fixture.ts";
import type { Whereabouts } from "./place.ts";
import { placeReader } from "./place.ts";

const placeOf = placeReader(community);
const read = (text: string, alias = "小陈", room: Whereabouts["room"] = SUNFLOWER) => {
  const { estate: _, ...place } = placeOf({ text, alias, ...(room === undefined ? {} : { room }) });
  return place;
};

describe("an address in the text", () => {
  it.each([
    ["3-2-501漏水", { building: "3", unit: "2", room: "501" }],
    ["3—2—501 停水", { building: "3", unit: "2", room: "501" }],
    ["5号楼2单元1103没水", { building: "5", unit: "2", room: "1103" }],
    ["12栋234门锁坏了", { building: "12", room: "234" }],
    ["2 栋 1 单元 1 层 02 号没电", { building: "2", unit: "1", room: "102" }],
    ["三号楼二单元停电", { building: "3", unit: "2" }],
    ["二十一幢没暖气", { building: "21" }],
    ["３号楼２单元５０１漏水", { building: "3", unit: "2", room: "501" }],
    ["4座602室没气", { building: "4", room: "602" }],
    ["3#2-501 漏水", { building: "3", unit: "2", room: "501" }],
    ["B座停水了", { building: "B" }],
    ["3栋楼道灯坏了", { building: "3", spot: "楼道" }],
  ])("%s", (text, place) => expect(read(text)).toEqual(place));

  it("in two parts is read as the estate says", () => {
    expect(read("11-345 漏水")).toEqual({ building: "11", room: "345" });
    expect(read("11-345 漏水", "小陈", LOCUST)).toEqual({ building: "11", room: "345" });
    const units = placeReader({ ...community, estates: [{ name: "葵花里小区", alias: "unit-room" }] });
    expect(units({ text: "2-345 漏水", alias: "", room: SUNFLOWER })).toEqual({ estate: "葵花里小区", unit: "2", room: "345" });
  });

  it("of several buildings is none of them", () => {
    expect(read("1号楼和3号楼都停水", "3-2-501 李女士")).toEqual({});
    expect(read("1、2号楼停电", "3-2-501 李女士")).toEqual({});
  });
});

it.each([
  "昨晚比分3-2",
  "7*24-7都吵",
  "2026-11-21停过水",
  "修一次100-200元",
  "2-501元",
  "电话 0351-7654321",
  "13-8123-45678",
  "一座桥塌了",
  "旁边两栋楼",
  "1-3层没水",
])("reads no house number out of %s", (text) => {
  const { building, unit, room } = placeOf({ text, alias: "小陈", room: SUNFLOWER });
  expect({ building, unit, room }).toEqual({});
});

describe("the speaker's alias", () => {
  const HOME = { building: "3", unit: "2", room: "501" };

  it("is the place of one's own home", () => expect(read("我家厨房漏水", "3-2-501 李女士")).toEqual(HOME));
  it("is the place when no other is named", () => expect(read("停水了", "3-2-501 李女士")).toEqual(HOME));
  it("gives way to a place in the text", () =>
    expect(read("5号楼楼道灯不亮", "3-2-501 李女士")).toEqual({ building: "5", spot: "楼道" }));
  it("gives way to a spot outdoors", () =>
    expect(read("北院门口楼上掉水泥块了", "3-2-501 李女士")).toEqual({ spot: "北院门口" }));
  it("says nothing of the whole estate", () => expect(read("小区路灯都不亮", "3-2-501 李女士")).toEqual({}));
  it("names the house of a lift, not the flat", () =>
    expect(read("电梯坏了", "3-2-501 李女士")).toEqual({ building: "3", unit: "2", spot: "电梯" }));
  it("completes a unit: whoever names only that means their own building", () => {
    expect(read("2单元楼道灯不亮", "3-2-501 李女士")).toEqual({ building: "3", unit: "2", spot: "楼道" });
    expect(read("4单元没电了", "3-2-501 李女士")).toEqual({ building: "3", unit: "4" });
    expect(read("4单元没电了")).toEqual({ unit: "4" });
  });
  it("is no place of what has none", () => {
    expect(read("昨晚球赛比分3-2，太解气了", "3-2-501 李女士")).toEqual({});
    expect(read("后巷井盖没了", "3-2-501 李女士")).toEqual({ spot: "后巷" });
  });
});

it("takes the estate from the text, then from the room, and never mixes one's own address into another estate", () => {
  expect(placeOf({ text: "槐荫巷2号楼漏水", alias: "3-2-501", room: SUNFLOWER })).toEqual({
    estate: "槐荫巷小区",
    building: "2",
  });
  expect(placeOf({ text: "槐荫巷那边停水了", alias: "3-2-501", room: SUNFLOWER })).toEqual({ estate: "槐荫巷小区" });
  expect(placeOf({ text: "停水了", alias: "小陈" })).toEqual({});
});

it("takes the building from a group of one building", () => {
  expect(read("电梯坏了", "小陈", { ...SUNFLOWER, building: "6" })).toEqual({ building: "6", spot: "电梯" });
});

it("is exact on the labelled forms", () => {
  expect(placesExact(community, "seeds/labelled/places.jsonl")).toBeGreaterThanOrEqual(0.97);
});

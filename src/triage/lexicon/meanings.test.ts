import { describe, expect, it } from "vitest";
import { Lexicon } from "./lexicon.ts";
import { meaningsOf } from "./meanings.ts";

const thresholds = { matter: 0.4, sure: 0.8, idle: 0.8, danger: 0.5 };
const lexicon = Lexicon.parse({
  thresholds,
  words: { any: "甲" },
  idioms: ["水果"],
  things: {
    objects: { 路灯: "路灯 灯", 楼道灯: "楼道灯 灯", 水: "水" },
    troubles: { 黑: "黑 看不见" },
    spots: { 楼道: "楼道" },
    incidents: ["路灯 黑", "楼道灯 黑"],
  },
});
const meant = meaningsOf(lexicon);

describe("what a text names", () => {
  it("is the longest word at each place, with all that it may mean", () => {
    expect([...meant("楼道灯坏了").objects]).toEqual(["楼道灯"]);
    expect([...meant("楼道里的灯坏了").objects]).toEqual(["路灯", "楼道灯"]);
    expect([...meant("楼道里的灯坏了").spots]).toEqual(["楼道"]);
  });
  it("is nothing inside an idiom", () => expect(meant("水果真甜").hits).toEqual([]));
  it("points to the incidents that it may belong to", () => {
    expect([...meant("路灯坏了").heads]).toEqual([0]);
    expect([...meant("晚上看不见").tellings]).toEqual([0, 1]);
  });
});

it("refuses an incident of what is not there", () => {
  const read = Lexicon.safeParse({ thresholds, words: { any: "甲" }, things: { objects: { 灯: "灯" }, incidents: ["灯 黑"] } });
  expect(read.error?.issues[0]?.message).toMatch(/no "黑" under objects or troubles/);
});

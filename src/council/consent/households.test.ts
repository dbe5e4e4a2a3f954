import { describe, expect, it } from "vitest";
import { householdsIn } from "./households.ts";
import { wordsIn } from "./read-words.ts";

describe("a list of households", () => {
  it.each([
    ["6-1-101、6-1-102、6-1-201", ["6-1-101", "6-1-102", "6-1-201"]],
    ["6-1-101、102，201", ["6-1-101", "6-1-102", "6-1-201"]],
    ["６-１-１０１ 6-1-101", ["6-1-101"]],
    ["6-1-101到6-1-302", ["6-1-101", "6-1-102", "6-1-201", "6-1-202", "6-1-301", "6-1-302"]],
    ["6-1-101至202", ["6-1-101", "6-1-102", "6-1-201", "6-1-202"]],
    ["6-1-101～6-1-103", ["6-1-101", "6-1-102", "6-1-103"]],
    ["6号楼1单元1到2层每层2户", ["6-1-101", "6-1-102", "6-1-201", "6-1-202"]],
    ["6号楼1、2单元1到1层每层两户", ["6-1-101", "6-1-102", "6-2-101", "6-2-102"]],
    ["六号楼一单元1到2层每层1户", ["6-1-101", "6-1-201"]],
    ["2号楼301、2-302", ["2-301", "2-302"]],
    ["6-1-1101到6-1-1202", ["6-1-1101", "6-1-1102", "6-1-1201", "6-1-1202"]],
  ])("%s", (text, households) => expect(householdsIn(text)).toEqual(households));

  it.each(["", "全楼", "6-1-602到6-1-101", "6-1-101到7-1-602", "6-1-101、六楼那户", "6号楼1单元1到99层每层99户"])(
    "%s is not one",
    (text) => expect(householdsIn(text)).toBeUndefined(),
  );
});

describe("what was heard of households", () => {
  it.each([
    ["6-1-102 同意", [{ households: ["6-1-102"], heard: "agreed" }]],
    ["6-1-102已同意", [{ households: ["6-1-102"], heard: "agreed" }]],
    ["6-1-102 签字了", [{ households: ["6-1-102"], heard: "agreed" }]],
    ["6-1-101、6-1-102 同意", [{ households: ["6-1-101", "6-1-102"], heard: "agreed" }]],
    ["6-1-101、102和201都同意", [{ households: ["6-1-101", "6-1-102", "6-1-201"], heard: "agreed" }]],
    ["6-1-201 不同意 担心挡光", [{ households: ["6-1-201"], heard: "refused", text: "担心挡光" }]],
    ["6-1-201不同意，担心挡光", [{ households: ["6-1-201"], heard: "refused", text: "担心挡光" }]],
    ["6-1-201 走访 已解释采光方案", [{ households: ["6-1-201"], heard: "visited", text: "已解释采光方案" }]],
    ["6-1-201 还没同意", [{ households: ["6-1-201"], heard: "open" }]],
    ["6-1-201说再想想", [{ households: ["6-1-201"], heard: "open" }]],
    ["6-1-202 家里没人", [{ households: ["6-1-202"], heard: "open" }]],
    [
      "6-1-101同意，6-1-102不同意怕吵",
      [
        { households: ["6-1-101"], heard: "agreed" },
        { households: ["6-1-102"], heard: "refused", text: "怕吵" },
      ],
    ],
    [
      "6-1-101、102 同意 6-1-201 不同意 怕吵，挡光",
      [
        { households: ["6-1-101", "6-1-102"], heard: "agreed" },
        { households: ["6-1-201"], heard: "refused", text: "怕吵,挡光" },
      ],
    ],
    ["6号楼1单元201 再想想", [{ households: ["6-1-201"], heard: "open" }]],
    [
      "6-1-101 同意；6-1-102 不同意 太吵",
      [
        { households: ["6-1-101"], heard: "agreed" },
        { households: ["6-1-102"], heard: "refused", text: "太吵" },
      ],
    ],
  ])("%s", (text, expected) => expect(wordsIn(text)).toEqual(expected));

  it.each(["同意", "6-1-102", "6-1-102 漏水了", "6-1-101 同意；那户也行", "二楼都同意"])("%s cannot be read", (text) =>
    expect(wordsIn(text)).toBeUndefined(),
  );
});

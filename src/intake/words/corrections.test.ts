import { expect, it } from "vitest";
import { corrected, isCorrection } from "./corrections.ts";

it.each([
  [["6号楼电梯坏了", "不对，是5号楼电梯坏了"], ["5号楼电梯坏了"]],
  [["6号楼电梯坏了", "说错了，5号楼"], ["5号楼电梯坏了"]],
  [["三单元漏水", "打错了应该是二单元"], ["二单元漏水"]],
  [
    ["6号楼电梯坏了", "不是说今天修吗"],
    ["6号楼电梯坏了", "不是说今天修吗"],
  ],
  [
    ["电梯响", "不对劲啊"],
    ["电梯响", "不对劲啊"],
  ],
  [["不对，是5号楼"], ["不对，是5号楼"]],
])("%j means %j", (lines, meant) => expect(corrected(lines)).toEqual(meant));

it("words that only say that something was wrong put nothing right", () => {
  expect(isCorrection("说错了")).toBe(false);
  expect(isCorrection("不对，是5号楼")).toBe(true);
});

import { describe, expect, it } from "vitest";
import { acceptPolished } from "./polish.ts";

const template = "本群收到 12 件，办结 9 件，还在办 5 件。\n在办：路灯3件、保洁2件。\n感谢网格员罗强、网格员郭敏办妥了大家的事。";
const names = ["网格员罗强", "网格员郭敏", "罗强", "郭敏", "孟岚", "路灯", "保洁", "电梯", "县供电公司"];
const smooth =
  "邻居们，本群收到 12 件事，办结 9 件，还在办 5 件。在办的有路灯3件、保洁2件。感谢网格员罗强和网格员郭敏，办妥了大家的事！";

const label = "（AI生成，仅供参考）";

describe("a text that a model has smoothed", () => {
  it("stands when every number and name is where it was, and says who wrote it", () => {
    expect(acceptPolished(template, smooth, names, label)).toBe(`${smooth}\n${label}`);
  });

  it("may write its digits as phones do", () => {
    expect(acceptPolished(template, smooth.replace("12", "１２"), names, label)).toBeDefined();
  });

  it.each([
    ["another number", smooth.replace("9 件", "10 件")],
    ["a number more", `${smooth}比上周多 3 件。`],
    ["a number less", smooth.replace("，还在办 5 件", "")],
    ["two numbers changed places", smooth.replace("12 件事，办结 9", "9 件事，办结 12")],
    ["two words changed places", smooth.replace("收到 12 件事，办结 9", "办结 12 件事，收到 9")],
    ["a share made up", `${smooth}办结率75%。`],
    ["a number in Chinese", `${smooth}其中三件是急事。`],
    ["a number turned into Chinese and raised", smooth.replace("9 件", "十九件")],
    ["a number blown up", smooth.replace("12 件", "12 万件")],
    ["a minus", smooth.replace("9 件", "-9 件")],
    ["nearly", smooth.replace("12", "近 12")],
    ["not", smooth.replace("办结 9 件", "没办结 9 件")],
    ["all done", `${smooth}全部解决了。`],
    ["somebody else thanked", smooth.replace("网格员郭敏", "孟岚")],
    ["somebody forgotten", smooth.replace("和网格员郭敏", "")],
    ["a neighbour named", `${smooth}也谢谢王阿姨。`],
    ["another category", smooth.replace("路灯", "电梯")],
    ["two categories changed places", smooth.replace("路灯3件、保洁2件", "保洁3件、路灯2件")],
    ["a place made up", `${smooth}请到北门小区登记。`],
    ["a link", `${smooth}详情 http://x.cn`],
    ["a call for money", `${smooth}请扫码交费。`],
    ["what is not to be seen", smooth.replace("邻居们", "邻居\u200b们")],
    ["a template's own marks", smooth.replace("邻居们", "【通知】邻居们")],
    ["nothing", "  "],
    ["a sermon", `${smooth}${"大家要爱护环境。".repeat(30)}`],
    ["its own thoughts", `<think>${smooth}</think>`],
    ["an excuse in English", `Sure, here it is: ${smooth}`],
  ])("does not stand with %s", (_, answer) => {
    expect(acceptPolished(template, answer, names, label)).toBeUndefined();
  });
});

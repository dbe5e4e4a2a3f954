import { describe, expect, it } from "vitest";
import { readChain } from "../../council/chain/read-chain.ts";

type Line = { readonly text: string; readonly isBot: boolean; readonly recalled?: boolean };
const { chainWith } = (await import(new URL("../page/chain.js", import.meta.url).href)) as {
  readonly chainWith: (lines: readonly Line[], alias: string) => string;
};

const AUNT = "5-1-302 王阿姨";
const said = (text: string): Line => ({ text, isBot: false });
const call: Line = {
  text: "【会议1】议事会，9月23日（周三）19:00开，在党群服务中心。议题：\n1. 停车棚改造\n想来的邻居请接龙，或引用这条回“报名”。",
  isBot: true,
};

describe("joining a 接龙 on the page", () => {
  it("begins one as WeChat posts it", () => {
    expect(chainWith([said("大家好")], AUNT)).toBe(`#接龙\n周六上午一起打扫楼道\n\n1. ${AUNT}`);
  });

  it("begins one for the meeting that was announced there, so that it counts", () => {
    expect(chainWith([call], AUNT)).toBe(`#接龙\n会议1 议事会\n\n1. ${AUNT}`);
  });

  it("begins anew when another meeting has been announced since", () => {
    const old = said("#接龙\n会议1 议事会\n\n1. 老周");
    const next = { ...call, text: call.text.replace("会议1", "会议2") };
    expect(chainWith([call, old, next], AUNT)).toBe(`#接龙\n会议2 议事会\n\n1. ${AUNT}`);
    expect(chainWith([call, old], AUNT)).toContain("1. 老周\n2.");
  });

  it("posts the whole newest list again with one line more, whatever people wrote into it", () => {
    const lines = [said("#接龙\n旧的\n1. 张三"), said("#接龙\n会议1 议事会\n\n1. 老周 2人\n2. 赵师傅\n"), said("我也想去")];
    expect(chainWith(lines, AUNT)).toBe(`#接龙\n会议1 议事会\n\n1. 老周 2人\n2. 赵师傅\n3. ${AUNT}`);
  });

  it("adds nobody twice, and forgets a list that was taken back", () => {
    const mine = `#接龙\n聚餐\n\n1. ${AUNT} 不吃辣`;
    expect(chainWith([said(mine)], AUNT)).toBe(mine);
    expect(chainWith([{ ...said("#接龙\n聚餐\n\n1. 张三"), recalled: true }], AUNT)).not.toContain("张三");
  });

  it("is read by the bot as people meant it", () => {
    const neighbours = [AUNT, "3-2-501 李女士", "1-1-101 赵大爷"];
    const lines = [call];
    for (const one of neighbours) lines.push(said(chainWith(lines, one)));
    expect(readChain(lines.at(-1)?.text ?? "")?.lines.map(({ people, household }) => [household, ...people])).toEqual([
      ["5-1-302", "王阿姨"],
      ["3-2-501", "李女士"],
      ["1-1-101", "赵大爷"],
    ]);
  });
});

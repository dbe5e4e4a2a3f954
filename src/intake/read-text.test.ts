import { describe, expect, it } from "vitest";
import { readText } from "./read-text.ts";

const dashes = "- - - - - - - - - - - - - - -";
const names = ["小格"];

describe("a quote", () => {
  it("gives the ticket that the quoted sentence names", () => {
    const raw = `「小格：收到，已记为 #12（楼道灯坏了）。网格员罗强会在今天18:00前回复您。」\n${dashes}\n确认`;
    expect(readText(raw, names, false)).toEqual({
      text: "确认",
      quoted: "收到，已记为 #12（楼道灯坏了）。网格员罗强会在今天18:00前回复您。",
      quotedNumber: 12,
      addressed: false,
    });
  });

  it("that names several tickets, or is a photo, names none", () => {
    expect(readText(`「小格：#1 楼道灯；#2 垃圾桶」\n${dashes}\n确认`, names, false).quotedNumber).toBeUndefined();
    expect(readText(`「3-2-501 李女士：图片」\n${dashes}\n这是哪儿`, names, false)).toMatchObject({
      text: "这是哪儿",
      quoted: "图片",
    });
  });

  it("is only one in WeChat's own form", () => {
    expect(readText("「小格：#12」确认", names, false).quoted).toBeUndefined();
  });
});

describe("a mention", () => {
  it("is taken out of the words, with the phone's U+2005 or the PC's space", () => {
    expect(readText("@小格\u2005楼道灯坏了", names, true)).toMatchObject({ text: "楼道灯坏了", addressed: true });
    expect(readText("楼道灯坏了 @小格 ", names, false)).toMatchObject({ text: "楼道灯坏了", addressed: true });
  });

  it("of everyone is not of the bot, whatever the channel says", () => {
    expect(readText("@所有人 明天停水", names, true).addressed).toBe(false);
  });
});

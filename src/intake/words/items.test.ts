import { describe, expect, it } from "vitest";
import { isFinding } from "./finding.ts";
import { itemsOf } from "./items.ts";

const texts = (text: string): readonly string[] => itemsOf(text).map((item) => item.text);

describe("what somebody says in one message", () => {
  it.each([
    ["楼道灯不亮，还有垃圾没人收", ["楼道灯不亮，", "垃圾没人收"]],
    ["反映几个问题：1、5号楼路灯不亮 2、3号楼漏水 3、谢谢", ["5号楼路灯不亮", "3号楼漏水", "谢谢"]],
    ["一、车位被占了。二、道闸抬不起来。", ["车位被占了。", "道闸抬不起来。"]],
    ["①电梯卡\n②楼道堆物", ["电梯卡", "楼道堆物"]],
  ])("%s is several things", (text, parts) => {
    expect(texts(text)).toEqual(parts);
  });

  it.each([
    "5、6号楼停水了",
    "水费3.5元一吨涨到5、6块了",
    "楼道灯坏了，还有人摔了一跤",
    "两部电梯，另外一部说是等配件",
    "办结 壹 、办结 Ⅰ 、办结 ① 、办结 ١",
    `1、${"漏".repeat(700)} 2、堵`,
  ])("%s is one", (text) => {
    expect(texts(text)).toHaveLength(1);
  });

  it("comes to an end, whatever somebody makes of it", () => {
    expect(itemsOf("1、".repeat(299))).toHaveLength(1);
  });
});

it("what was found on a round is a find where anything was not all right", () => {
  expect(isFinding("今天巡查发现：1、3号楼楼道堆满纸箱 2、北门一切正常")).toBe(true);
  expect(isFinding("今天巡查：1、3号楼一切正常 2、北门一切正常")).toBe(false);
});

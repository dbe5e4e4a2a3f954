import { describe, expect, it } from "vitest";
import { isElsewhere } from "./elsewhere.ts";

describe("grumbles about what is not the community's", () => {
  it.each(["快递又没来", "外卖还没到", "公交半天不来一辆", "我们公司电梯坏了", "商场电梯停了", "手机又坏了", "老家停水三天了"])(
    "%s",
    (text) => {
      expect(isElsewhere(text)).toBe(true);
    },
  );

  it.each([
    "快递柜打不开",
    "保安不让快递员进门",
    "公交站牌倒了",
    "楼下饭店油烟大",
    "小区门口公交又没了",
    "3号楼电梯坏了",
    "外卖不让进",
  ])("not %s", (text) => {
    expect(isElsewhere(text)).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { maskAlias, maskPlace, maskText } from "./mask.ts";
import { placeText } from "./place.ts";

describe("what others may read of a resident", () => {
  it.each([
    ["3-2-501 李女士", "3-2-*** 李**"],
    ["3-2-501李女士", "3-2-*** 李**"],
    ["11-345 小何", "11-*** 小**"],
    ["3号楼2单元501 张小兰", "3号楼2单元*** 张**"],
    ["5号楼 王阿姨", "5号楼 王**"],
    ["张小兰", "张**"],
    ["3-2-501", "3-2-***"],
    ["Kelly", "K**"],
  ])("a name in the group: %s", (alias, masked) => {
    expect(maskAlias(alias)).toBe(masked);
  });

  it.each([
    ["请打13812345678找李女士", "请打138****5678找李**"],
    ["电话 +86 138 1234 5678", "电话 138****5678"],
    ["0359-1234567 没人接", "035****4567 没人接"],
    ["身份证110101199003078515", "身份证1****************5"],
    ["3-2-501漏水到3-2-401", "3-2-***漏水到3-2-***"],
    ["11-345的下水堵了", "11-***的下水堵了"],
    ["3号楼501室和2单元302", "3号楼***室和2单元***"],
    ["9-11点停水，2026-11-21修", "9-11点停水，2026-11-21修"],
    ["10号楼2单元的灯", "10号楼2单元的灯"],
  ])("words: %s", (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  it("hides a full name that is known", () => {
    expect(maskText("张小兰家漏水", ["张小兰"])).toBe("张**家漏水");
  });

  it("tells the house and not the door", () => {
    expect(placeText(maskPlace({ estate: "葵花里小区", building: "3", unit: "2", room: "501" }))).toBe("葵花里小区 3-2-***");
    expect(placeText(maskPlace({ estate: "葵花里小区", building: "3", room: "501", spot: "501室门口" }))).toBe(
      "葵花里小区 3号楼*** ***室门口",
    );
  });
});

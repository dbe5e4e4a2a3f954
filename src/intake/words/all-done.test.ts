import { describe, expect, it } from "vitest";
import { allDone } from "./all-done.ts";

describe("what grid workers say of all they have at once", () => {
  it.each([
    ["全办完了", { but: [] }],
    ["都弄好了", { but: [] }],
    ["三个都办好了", { but: [], count: 3 }],
    ["除了2都好了", { but: [2] }],
    ["除了2、5其他都办完了", { but: [2, 5] }],
    ["2还没弄，别的都办完了", { but: [2] }],
    ["其他都好了，就2没弄", { but: [2] }],
    ["剩下的都处理好了", { but: [] }],
  ])("%s", (text, told) => {
    expect(allDone(text)).toEqual(told);
  });

  it.each(["12都办好了", "饭都好了", "1、3都办好了", "都办好了吗", "除了5号楼都停电了", "会场都弄好了", "都来了"])(
    "not %s",
    (text) => {
      expect(allDone(text)).toBeUndefined();
    },
  );
});

import { describe, expect, it } from "vitest";
import { asksAfter } from "./asks-after.ts";

describe("whoever asks how a matter stands", () => {
  it.each([
    "谁在管啊",
    "什么时候能修好？",
    "那个灯谁来修呀，几点来",
    "我报的那个怎么样了",
    "到哪一步了",
    "有人来修吗",
    "修好了没",
    "怎么还没人来",
    "等了三天了",
    "修灯的来了没有",
    "轮椅有着落了吗",
    "今天能修吗",
    "催一下我的路灯",
  ])("%s", (text) => {
    expect(asksAfter(text)).toBe(true);
  });

  it.each(["灯修好了，谢谢", "好的，知道了", "这事我来办", "快递到了在门口", "还有垃圾桶也满了"])("%s asks nothing", (text) => {
    expect(asksAfter(text)).toBe(false);
  });
});

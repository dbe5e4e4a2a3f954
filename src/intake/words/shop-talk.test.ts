import { describe, expect, it } from "vitest";
import { isShopTalk, mayBeResultOf } from "./shop-talk.ts";

const LAMP = "5号楼一单元楼道灯坏了 路灯";

describe("what colleagues say without a ticket's number", () => {
  it.each(["排班表做完了", "会开完了", "再给我两天，表没填完", "照片转给郭敏了", "请假三天，周四回来", "升级系统了"])(
    "%s is talk of the office",
    (text) => {
      expect(isShopTalk(text, LAMP)).toBe(true);
    },
  );

  it.each(["灯换好了", "换好了", "灯泡换了，都亮了", "修好了，师傅走了"])("%s may be the lamp's result", (text) => {
    expect(isShopTalk(text, LAMP)).toBe(false);
    expect(mayBeResultOf(text, LAMP)).toBe(true);
  });

  it.each(["疫苗打完了", "做完了", "快板练完了"])("%s is not", (text) => {
    expect(mayBeResultOf(text, LAMP)).toBe(false);
  });
});

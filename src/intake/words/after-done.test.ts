import { describe, expect, it } from "vitest";
import { deniesInPassing, saysOfDone } from "./after-done.ts";

describe("what residents say when they were told that it is done", () => {
  it.each(["还没亮", "没有亮啊", "师傅没来", "没换啊", "哪里好了", "骗人", "还是黑的", "根本没人来", "又漏了", "不行啊 又灭了"])(
    "%s: it is not",
    (text) => {
      expect(saysOfDone(text)).toBe("notDone");
    },
  );

  it.each(["亮了 谢谢", "好了，辛苦了", "不漏了", "来水了", "没事了，谢谢", "再也不返水了，谢谢"])("%s: it is", (text) => {
    expect(saysOfDone(text)).toBe("done");
  });

  it.each(["我晚上看看", "还没看呢", "亮是亮了，就是太暗", "还没到家"])("%s: neither", (text) => {
    expect(saysOfDone(text)).toBeUndefined();
  });

  it.each(["不行啊 又灭了", "还是不亮啊", "哪修了？根本没人来", "没修啊"])("%s is heard in a group, too", (text) => {
    expect(deniesInPassing(text)).toBe(true);
  });

  it.each(["还没吃饭呢", "又下雨了", "没人打牌了吗", "快递又没来，楼下等半天", "没什么事"])("%s is talk there", (text) => {
    expect(deniesInPassing(text)).toBe(false);
  });
});

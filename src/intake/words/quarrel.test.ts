import { describe, expect, it } from "vitest";
import type { Reading } from "../../tickets/reading.ts";
import { asCry } from "./quarrel.ts";

const chatter: Reading = {
  kind: "none",
  category: "other",
  urgency: "ordinary",
  place: {},
  summary: "",
  confidence: 0.2,
  sure: false,
  by: "a test",
};
const kindOf = (text: string, isPrivate: boolean): string => asCry(chatter, text, isPrivate).kind;

describe("who has no breath for more words", () => {
  it.each(["救命", "快来人啊", "我妈胸口疼", "我摔倒了起不来"])("%s is heard in a group", (text) => {
    expect(asCry(chatter, text, false)).toMatchObject({ kind: "hazard", urgency: "danger", sure: false });
  });

  it.each(["喘不上气", "活着没意思，不想活了", "爬不起来了"])("%s is heard between two", (text) => {
    expect(kindOf(text, true)).toBe("hazard");
  });

  it.each([
    "累瘫了，爬不起来",
    "笑得喘不过气来",
    "这方案改到吐血，不想活了",
    "救命，这家的饼也太好吃了吧",
    "我妈那年胸口疼，多亏邻居送医院",
  ])("%s is talk among neighbours", (text) => {
    expect(kindOf(text, false)).toBe("none");
  });

  it("who looks for somebody is heard; what is over, feared or played is talk", () => {
    expect(asCry(chatter, "请问看到过这位老人吗？他是我爸，走丢两天了", false)).toMatchObject({
      kind: "hazard",
      category: "寻人",
    });
    expect(kindOf("孩子走丢那次吓死我了，谢谢大家", false)).toBe("none");
    expect(kindOf("逛商场看好孩子，别走丢了", false)).toBe("none");
    expect(kindOf("昨晚那部剧里女儿走丢了", false)).toBe("none");
  });

  it("who is beaten is believed between two, and asked about in a group", () => {
    expect(asCry(chatter, "我老公打我了", true)).toMatchObject({ kind: "dispute", urgency: "danger", sure: true });
    expect(asCry(chatter, "我老公打我了", false)).toMatchObject({ kind: "dispute", urgency: "danger", sure: false });
    expect(kindOf("家暴只有零次和无数次", false)).toBe("none");
    expect(kindOf("我老公打我电话了", true)).toBe("none");
  });
});

import { describe, expect, it } from "vitest";
import { at, opened } from "../../testing/house.ts";
import { meantByWords } from "./meant-by-words.ts";

const matters = [
  { summary: "5号楼一单元楼道灯坏了，晚上看不见", category: "路灯", place: { building: "5" } },
  { summary: "6号楼门口垃圾桶满了两天没人清", category: "保洁", place: { building: "6" } },
  { summary: "5号楼二单元门禁坏了刷不开", category: "门禁", place: { building: "5" } },
].map(({ summary, ...reading }, index) => ({ ticket: opened(at("2026-09-14T09:00"), reading, index + 1).ticket, summary }));

describe("which of several matters words are about", () => {
  it.each([
    ["门禁那个修好了", 3],
    ["灯换好了", 1],
    ["垃圾桶那个物业清了", 2],
    ["6号楼的清走了", 2],
    ["5号楼的灯亮了", 1],
  ])("%s: #%i", (text, number) => {
    expect(meantByWords(text, matters)?.ticket.number).toBe(number);
  });

  it.each(["弄好了", "5号楼的弄好了", "会场弄好了", "灯和门禁都弄好了", "3号楼的门禁修好了", "晚上弄好了"])(
    "%s: none",
    (text) => {
      expect(meantByWords(text, matters)).toBeUndefined();
    },
  );
});

import { expect, it } from "vitest";
import { isHalfLine } from "./half-lines.ts";

it.each(["那个", "物业", "都三天了", "5号楼2单元三楼", "北门那边", "就在楼下那边", "3-2-501"])("%s is half of a line", (text) =>
  expect(isHalfLine(text)).toBe(true),
);
it.each(["灯不亮好几天", "5号楼2单元停水了", "北门有人打架"])("%s says something", (text) =>
  expect(isHalfLine(text)).toBe(false),
);

it.each([
  ["葵花里小区", true],
  ["葵花里小区3号楼", true],
  ["葵花里小区停水了", false],
])("%s, in an estate of that name: half a line is %s", (text, isHalf) => expect(isHalfLine(text, ["葵花里小区"])).toBe(isHalf));

it("ends, whatever was made to exhaust it", () => expect(isHalfLine(`${"1".repeat(5_000)}x`)).toBe(false));

import { expect, it } from "vitest";
import { redactor } from "./redact.ts";
import { community } from "./seeds.fixture.ts";

const redact = redactor(community);

it.each([
  ["打我电话13812345678", "打我电话〔电话〕"],
  ["138-1234-5678 找我", "〔电话〕 找我"],
  ["１３８１２３４５６７８", "〔电话〕"],
  ["座机0351-7654321", "座机〔电话〕"],
  ["身份证140123199001011234", "身份证〔证件号〕"],
  ["14012319900101123X", "〔证件号〕"],
  ["车牌晋A12345挡路", "车牌〔车牌〕挡路"],
  ["晋AD12345占位", "〔车牌〕占位"],
  ["找郭敏处理", "找〔姓名〕处理"],
  ["周伟说不管", "〔姓名〕说不管"],
  ["301王女士家漏水", "301〔姓名〕家漏水"],
])("%s becomes %s", (text, masked) => expect(redact(text)).toBe(masked));

it("masks the speaker's own name as the alias gives it", () => {
  expect(redact("我是张小兰，家里漏水", "3-2-501 张小兰")).toBe("我是〔姓名〕，家里漏水");
  expect(redact("5号楼停水", "5号楼2单元1103")).toBe("5号楼停水");
});

it.each(["3-2-501漏水", "2026-11-21停水", "一共1200块", "13号楼5单元"])("leaves %s alone", (text) =>
  expect(redact(text)).toBe(text),
);

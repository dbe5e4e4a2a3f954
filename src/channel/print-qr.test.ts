import { expect, it } from "vitest";
import { printQr } from "./print-qr.ts";

it("draws the login code and writes it out below, for terminals that cannot show it", async () => {
  const written: string[] = [];
  await printQr("https://login.weixin.qq.com/l/abc", (text) => written.push(text));
  expect(written.join("")).toContain("▄");
  expect(written.join("")).toMatch(/\nhttps:\/\/login\.weixin\.qq\.com\/l\/abc\n$/);
});

it("writes out a code that is too long to draw", async () => {
  const written: string[] = [];
  const qr = "x".repeat(5_000);
  await printQr(qr, (text) => written.push(text));
  expect(written.join("")).toBe(`\n${qr}\n`);
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import readXlsx from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ledgerCommand } from "../commands/ledger.ts";
import { verifyCommand } from "../commands/verify.ts";
import { HOUR } from "../shared/instant.ts";
import { disclosuresOf } from "../store/disclosures.ts";
import { createRegister } from "../store/register.ts";
import type { Office } from "../tickets/keep.ts";
import { carryOut, fileReport } from "../tickets/office.ts";
import type { Reading } from "../tickets/reading.ts";
import { type Fresh, freshSqlite } from "./databases.ts";
import { givenTo } from "./given.ts";
import { at, house, lampReading, people } from "./house.ts";
import { unzipText } from "./unzip.ts";

const START = at("2026-09-14T09:00");
const NASTY = ["=cmd|'/C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r\n=1", '<script>&"', "_x0041_\u0001灯"];
const RESIDENT = { id: "p7", alias: "3-2-501 李女士" };

let home: Fresh;
let office: Office;

async function file(reading: Partial<Reading>, now = START): Promise<number> {
  const whole = { ...lampReading, ...reading } as typeof lampReading;
  const opening = { reading: whole, reporter: RESIDENT, home: {}, room: "葵花里小区居民群" };
  return (await fileReport(office, opening, [], whole.summary, now))?.ticket.number ?? 0;
}

async function ledger(...args: readonly string[]): Promise<{ readonly file: string; readonly written: string }> {
  const target = join(home.dataDir, `${args.join("")}.xlsx`);
  const { given, written } = givenTo(home.dataDir, [...args, "--out", target]);
  await ledgerCommand.run(given);
  return { file: target, written: written() };
}

/** The sheet as another library reads it: one record a line, by the titles. */
async function linesOf(path: string): Promise<readonly Record<string, unknown>[]> {
  const [sheet] = await readXlsx(path);
  const [titles = [], ...rows] = sheet?.data ?? [];
  return rows.map((row) => Object.fromEntries(titles.map((title, index) => [String(title), row[index] ?? null])));
}

beforeAll(async () => {
  home = await freshSqlite();
  office = { ...house, register: createRegister(home.database), reachable: () => true };
  const place = { estate: "葵花里小区", building: "5", unit: "2", room: "501" };
  await file({ summary: "李女士家3-2-501漏水，电话13812345678", place });
  await file({ kind: "dispute" as never, category: "噪音", summary: "楼上半夜拖桌子", place });
  await file({ kind: "wish" as never, summary: "3-2-501想要一台旧收音机", place });
  for (const summary of NASTY) await file({ summary });
  await carryOut(office, 1, { verb: "confirm", by: people.worker }, START + HOUR);
  await carryOut(office, 1, { verb: "finish", by: people.worker, text: "李女士家水管换好了" }, START + 3 * HOUR);
});
afterAll(() => home.drop());

describe("the ledger as a spreadsheet", () => {
  it("has a line for every matter, and hides numbers, names and doors", async () => {
    const { file: path, written } = await ledger("--month", "2026-09");
    expect(written).toContain("11 matters");
    const [lamp, dispute, wish] = await linesOf(path);
    expect(lamp).toMatchObject({
      编号: 1,
      类别: "诉求",
      事项: "李**家3-2-***漏水，电话138****5678",
      地点: "葵花里小区 5-2-***",
      网格: "二格",
      反映人: "3-2-*** 李**",
      责任人: "网格员罗强",
      级别: "网格",
      结果: "李**家水管换好了",
    });
    expect(lamp?.["时间"]).toEqual(new Date("2026-09-14T09:00:00Z"));
    expect(lamp?.["办理"] ?? lamp?.["报到"]).toEqual(new Date("2026-09-14T10:00:00Z"));
    expect(wish).toMatchObject({ 类别: "微心愿", 地点: "葵花里小区" });
    expect(String(wish?.["事项"])).not.toMatch(/501/);
    const shown = Object.entries(dispute ?? {}).filter(([, value]) => value !== null);
    expect(Object.fromEntries(shown)).toEqual({
      编号: 2,
      时间: new Date("2026-09-14T09:00:00Z"),
      类别: "矛盾纠纷",
      状态: "在办",
    });
  });

  it("keeps words that look like formulas as readable text", async () => {
    const { file: path } = await ledger("--from", "2026-09-14", "--to", "2026-09-14");
    const lines = (await linesOf(path)).slice(3);
    expect(lines.map((line) => String(line["事项"]).trim())).toEqual([
      "=cmd|'/C calc'!A0",
      "+1+1",
      "-2+3",
      "@SUM(A1)",
      "=1",
      "=1",
      '<script>&"',
      "_x0041_灯",
    ]);
    const xml = unzipText(readFileSync(path), "xl/worksheets/sheet1.xml");
    expect(xml).not.toMatch(/<f[ >]/);
    expect([...xml.matchAll(/s="3" t="inlineStr"/g)]).toHaveLength(6);
  });

  it("has a heading that stays, a filter over every line, and widths", async () => {
    const { file: path } = await ledger("--month", "2026-09");
    const xml = unzipText(readFileSync(path), "xl/worksheets/sheet1.xml");
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<autoFilter ref="A1:AC12"/>');
    expect(xml.match(/<col /g)).toHaveLength(29);
  });

  it("gives names and disputes to the secretary alone, and keeps that it did", async () => {
    await expect(ledger("--month", "2026-09", "--unmasked")).rejects.toThrow(/needs --as/);
    await expect(ledger("--month", "2026-09", "--unmasked", "--as", "郭敏")).rejects.toThrow(/not a secretary/);
    await expect(ledger("--month", "2026-09", "--unmasked", "--as", "路人")).rejects.toThrow(/not one of/);
    expect(await disclosuresOf(home.database)).toEqual([]);

    const { file: path } = await ledger("--month", "2026-09", "--unmasked", "--as", "孟岚");
    const [lamp, dispute] = await linesOf(path);
    expect(lamp).toMatchObject({ 反映人: "3-2-501 李女士", 地点: "葵花里小区 5-2-501" });
    expect(dispute).toMatchObject({ 事项: "楼上半夜拖桌子" });
    const [kept, ...others] = await disclosuresOf(home.database);
    expect(kept).toMatchObject({ by: "孟岚", what: "ledger", from: at("2026-09-01T00:00"), to: at("2026-10-01T00:00") });
    expect(others).toEqual([]);
    await expect(home.database.db.deleteFrom("disclosures").execute()).rejects.toThrow(/only added to/);
    const { given, written } = givenTo(home.dataDir, []);
    await verifyCommand.run(given);
    expect(written()).toMatch(/given out unmasked: 1 time, last ledger to 孟岚/);
  });

  it("is asked for rightly or not at all", async () => {
    await expect(ledger()).rejects.toThrow(/needs one period/);
    await expect(ledger("--month", "2026-13")).rejects.toThrow(/not a month/);
    await expect(ledger("--month", "2026-09", "--from", "2026-09-01")).rejects.toThrow(/one period/);
    await expect(ledger("--from", "2026-09-14")).rejects.toThrow(/--to/);
    await expect(ledger("--from", "2026-09-14", "--to", "2026-09-13")).rejects.toThrow(/turn them round/);
    await expect(ledger("--month", "2099-01")).rejects.toThrow(/has not come/);
    await expect(ledger("--month", "2026-09", "--colour", "red")).rejects.toThrow(/is not right here/);
    const { given } = givenTo(home.dataDir, ["--month", "2026-09", "--out", join(home.dataDir, "no/where.xlsx")]);
    await expect(async () => ledgerCommand.run(given)).rejects.toThrow(/is no folder/);
    expect(existsSync(join(home.dataDir, "no"))).toBe(false);
    expect(readdirSync(home.dataDir).filter((name) => name.endsWith(".half"))).toEqual([]);
  });
});

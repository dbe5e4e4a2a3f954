import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ledgerCommand } from "../commands/ledger.ts";
import { paperCommand } from "../commands/paper.ts";
import { reportCommand } from "../commands/report.ts";
import { disclosuresOf } from "../store/disclosures.ts";
import { type Fresh, freshSqlite } from "./databases.ts";
import { givenTo } from "./given.ts";
import { COMPLAINT, liveForPapers, OTHER_SIDE, paper, textsOf } from "./papers.fixture.ts";
import { unzipText } from "./unzip.ts";

let home: Fresh;
beforeAll(async () => {
  home = await freshSqlite();
  await liveForPapers(home);
});
afterAll(() => home.drop());

const beside = (texts: readonly string[], label: string): string | undefined => texts[texts.indexOf(label) + 1];

describe("a referral card", () => {
  it("tells the unit what, where, by when and what came of it, and nobody's name", async () => {
    const file = await paper(home, "referral", "1");
    const texts = textsOf(file);
    expect(texts.slice(0, 3)).toEqual(["葵花里社区", "事项转批卡", "编号：2026-001"]);
    expect(beside(texts, "承办单位")).toBe("县住建局");
    expect(beside(texts, "地点")).toBe("葵花里小区 5号楼2单元");
    expect(beside(texts, "吹哨时间")).toBe("2026年9月14日10时01分");
    expect(beside(texts, "报到时间")).toBe("2026年9月14日11时00分");
    expect(beside(texts, "办理结果")).toBe("已疏通，换了一段管");
    expect(texts.join("")).not.toMatch(/李女士|3-2-501/);
    expect(texts.filter((text) => /签字：|（盖章）/.test(text))).toEqual([
      "社区负责人签字：",
      "葵花里社区（盖章）",
      "承办单位经办人签字：",
      "县住建局（盖章）",
    ]);
    const fonts = [...unzipText(readFileSync(file), "word/document.xml").matchAll(/w:eastAsia="([^"]+)"/g)].map(
      ([, font]) => font,
    );
    expect(new Set(fonts)).toEqual(new Set(["宋体", "仿宋"]));
  });

  it("is there only for what was handed to a unit, and for those who may know of it", async () => {
    await expect(paper(home, "referral", "4")).rejects.toThrow(/not handed to a unit/);
    await expect(paper(home, "referral", "3")).rejects.toThrow(/not a ticket that has such a paper/);
    await expect(paper(home, "referral", "99")).rejects.toThrow(/not a ticket/);
    await expect(paper(home, "referral", "1", "--as", "4-1-101 小何")).rejects.toThrow(/may not read/);
    expect(textsOf(await paper(home, "referral", "1", "--as", "任科长"))).toContain("县住建局");
  });
});

describe("a rectification notice", () => {
  it("orders a unit to mend by a day, with the course so far", async () => {
    const texts = textsOf(await paper(home, "rectification", "2"));
    expect(texts[1]).toBe("隐患整改通知单");
    expect(beside(texts, "整改单位")).toBe("县供电公司");
    expect(beside(texts, "整改期限")).toBe("2026年9月16日9时00分");
    const course = texts.slice(texts.indexOf("处置经过"));
    expect(course.filter((text) => ["发现", "到场", "排除险情", "下达整改通知"].includes(text))).toEqual([
      "发现",
      "到场",
      "排除险情",
      "下达整改通知",
    ]);
    expect(course).toContain("2026年9月14日9时20分");
    await expect(paper(home, "rectification", "1")).rejects.toThrow(/no rectification notice/);
  });
});

describe("a mediation agreement", () => {
  it("is whole, with the case file's list, for its mediator and the secretary, who are kept in the log", async () => {
    for (const name of ["田静", "孟岚"]) {
      const texts = textsOf(await paper(home, "mediation", "3", "--as", name));
      expect(texts.slice(0, 3)).toEqual(["葵花里社区", "人民调解协议书", "（2026）葵花里社区调字第003号"]);
      expect(beside(texts, "当事人一")).toBe(COMPLAINT.alias);
      expect(beside(texts, "当事人二")).toBe(OTHER_SIDE.alias);
      expect(texts).toContain("晚上十点后不拖桌子，桌脚装软垫");
      expect(texts.join("")).toContain("到2026年10月15日为止");
      const list = texts.slice(texts.indexOf("调解卷宗目录"));
      expect(list.filter((text) => /表|书|记录|说明/.test(text))).toEqual([
        "人民调解申请、受理登记表",
        "权利义务告知书",
        "调查记录",
        "双方同意调解的记录",
        "调解记录",
        "人民调解协议书",
        "卷宗情况说明",
      ]);
    }
    const kept = await disclosuresOf(home.database);
    expect(kept.map(({ by, what }) => `${what} ${by}`)).toEqual(["mediation #3 孟岚", "mediation #3 田静"]);
  });

  it("tells one side nothing of the other", async () => {
    const other = textsOf(await paper(home, "mediation", "3", "--as", OTHER_SIDE.alias)).join("\n");
    expect(other).toContain(OTHER_SIDE.alias);
    expect(other).not.toMatch(/李女士|3-2-501|半夜|卷宗/);
    const own = textsOf(await paper(home, "mediation", "3", "--as", COMPLAINT.alias)).join("\n");
    expect(own).toContain(COMPLAINT.alias);
    expect(own).not.toMatch(/老赵|3-2-601/);
  });

  it("is for nobody else", async () => {
    for (const name of ["郭敏", "沈洁", "周伟", "4-1-101 小何"])
      await expect(paper(home, "mediation", "3", "--as", name)).rejects.toThrow(/may not read/);
    await expect(paper(home, "mediation", "3")).rejects.toThrow(/needs --as/);
    await expect(paper(home, "mediation", "3", "--as", "3-2-601")).rejects.toThrow(/neither/);
    await expect(paper(home, "mediation", "1", "--as", "孟岚")).rejects.toThrow(/no agreement yet/);
  });
});

describe("the minutes of a meeting", () => {
  it("say when, where, who, what was decided and with how many votes", async () => {
    const texts = textsOf(await paper(home, "minutes", "3", "--as", "孟岚"));
    expect(texts.slice(0, 3)).toEqual(["葵花里社区", "停车棚改造议事会纪要", "会议第3号"]);
    expect(beside(texts, "时间")).toBe("2026年9月18日19时30分");
    expect(beside(texts, "地点")).toBe("社区活动室");
    expect(beside(texts, "实到")).toBe("14人");
    expect(beside(texts, "签到")).toBe("3-2-501 李女士、网格员郭敏");
    expect(texts).toContain("同意12 反对2");
    expect(texts.filter((text) => text === "通过" || text === "未通过")).toEqual(["通过", "未通过"]);
    expect(texts).toContain("1. 停车棚怎么改（#1）");
    expect(texts.join("")).not.toContain("楼上噪音");
  });

  it("hide names and numbers from whoever does not say who they are", async () => {
    const texts = textsOf(await paper(home, "minutes", "3"));
    expect(beside(texts, "签到")).toBe("3-2-*** 李**、网格员郭敏");
    expect(texts.join("")).toContain("138****5678");
    await expect(paper(home, "minutes", "4")).rejects.toThrow(/has no minutes/);
    await expect(paper(home, "minutes", "9")).rejects.toThrow(/not a meeting/);
    await expect(paper(home, "minutes", "3", "--as", "周伟")).rejects.toThrow(/may not read/);
  });
});

it("a paper is asked for rightly or not at all", async () => {
  for (const args of [[], ["poem", "1"], ["referral", "one"], ["referral", "1", "2"]])
    await expect(paper(home, ...args)).rejects.toThrow(/is written: paper/);
  const { given } = givenTo(home.dataDir, ["referral", "1", "--out", join(home.dataDir, "card.txt")]);
  await expect(async () => paperCommand.run(given)).rejects.toThrow(/\.docx/);
});

/** SOFFICE names the program (`SOFFICE=soffice`); where there is none, these are printed as skipped. */
const soffice = process.env["SOFFICE"];
describe.skipIf(soffice === undefined)("LibreOffice (SOFFICE)", () => {
  const PAPERS: readonly (readonly string[])[] = [
    ["referral", "1"],
    ["rectification", "2"],
    ["mediation", "3", "--as", "田静"],
    ["minutes", "3", "--as", "孟岚"],
  ];
  const convert = (file: string, to: string): string => {
    const profile = `-env:UserInstallation=file://${join(home.dataDir, "office")}`;
    execFileSync(soffice ?? "", [profile, "--headless", "--convert-to", to, "--outdir", home.dataDir, file], {
      timeout: 110_000,
    });
    return file.replace(/\.\w+$/, `.${to.split(":")[0]}`);
  };

  it.each(PAPERS)("opens a %s", { timeout: 240_000 }, async (...args) => {
    const file = await paper(home, ...args);
    expect(statSync(convert(file, "pdf")).size).toBeGreaterThan(5_000);
    expect(readFileSync(convert(file, "txt:Text (encoded):UTF8"), "utf8")).toContain("葵花里社区");
  });

  it("opens the monthly report, with its picture and the community's numbers", { timeout: 240_000 }, async () => {
    await reportCommand.run(givenTo(home.dataDir, ["month", "--date", "2026-09-30", "--out", home.dataDir]).given);
    const file = join(home.dataDir, "month-2026-09-30.docx");
    expect(statSync(convert(file, "pdf")).size).toBeGreaterThan(20_000);
    const text = readFileSync(convert(file, "txt:Text (encoded):UTF8"), "utf8");
    expect(text).toContain("葵花里社区");
    expect(text).toMatch(/收到 ?\d+ ?件|\d+ ?件/);
  });

  it("opens the ledger and reads the same lines", { timeout: 120_000 }, async () => {
    const file = join(home.dataDir, "ledger.xlsx");
    await ledgerCommand.run(givenTo(home.dataDir, ["--month", "2026-09", "--out", file]).given);
    const lines = readFileSync(convert(file, "csv:Text - txt - csv (StarCalc):44,34,76"), "utf8").split("\n");
    expect(lines[0]).toContain("编号,时间,类别");
    expect(lines[1]).toMatch(/^1,2026-09-14 09:00,/);
  });
});

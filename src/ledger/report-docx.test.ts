import { describe, expect, it } from "vitest";
import type { Report } from "../schedule/reports/report-shape.ts";
import { unzipText } from "../testing/unzip.ts";
import { paintPoster } from "./paint.ts";
import { writeReportDocx } from "./report-docx.ts";

const report: Report = {
  period: "month",
  community: "葵花里社区",
  title: "每月分析",
  from: "9月1日",
  to: "9月30日",
  sections: [
    {
      name: "收办情况",
      lines: ["期初在办 4 件，新收 17 件。"],
      tables: [{ head: ["事项", "新收"], rows: [["路灯 & 楼道灯", "12"]] }],
    },
    { name: "要留意", lines: ["1. 葵花里小区 5号楼：这期有 12 件，请去走一走。"], tables: [] },
  ],
};

describe("a report as a Word document", () => {
  it("has its title, period, lines, tables, risk list and picture, in Chinese fonts", async () => {
    const picture = await paintPoster({
      title: "葵花里社区",
      subtitle: "",
      headline: [{ label: "新收", value: 17 }],
      charts: [],
    });
    const docx = await writeReportDocx(report, picture);
    const document = unzipText(docx, "word/document.xml");
    const words = [...document.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text);
    expect(words).toEqual([
      "葵花里社区每月分析",
      "9月1日–9月30日",
      "收办情况",
      "期初在办 4 件，新收 17 件。",
      "事项",
      "新收",
      "路灯 &amp; 楼道灯",
      "12",
      "要留意",
      "1. 葵花里小区 5号楼：这期有 12 件，请去走一走。",
    ]);
    const fonts = new Set([...document.matchAll(/w:eastAsia="([^"]+)"/g)].map(([, font]) => font));
    expect(fonts).toEqual(new Set(["宋体", "仿宋"]));
    expect(unzipText(docx, "[Content_Types].xml")).toContain("image/png");
    const [, target = ""] = /Target="(media\/[^"]+\.png)"/.exec(unzipText(docx, "word/_rels/document.xml.rels")) ?? [];
    expect(unzipText(docx, `word/${target}`)).toContain("PNG");
  });
});

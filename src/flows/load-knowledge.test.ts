import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError } from "../shared/errors.ts";
import { loadKnowledge } from "./load-knowledge.ts";

const ASKS = ["居住证怎么办", "办居住证带什么", "居住证多少钱", "居住证去哪办", "居住证几天能拿", "居住证怎么续"];
const FRONT = [
  "title: 居住证",
  "words: [居住证]",
  `asks: [${ASKS.join(", ")}]`,
  "source: 办事指南",
  "checked: 2026-09-08",
  "answer: 来窗口。",
];

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "knowledge-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const page = (lines: readonly string[]): string => `---\n${lines.join("\n")}\n---\n\n细节。\n`;
const changed = (index: number, line: string): string => page(FRONT.with(index, line));

describe("files of procedures", () => {
  it("are all good in the sample community", () => {
    const entries = loadKnowledge("seeds/knowledge");
    expect(entries.length).toBeGreaterThanOrEqual(24);
  });

  it("are read without the details below", () => {
    expect(loadKnowledge(folderWith({ "a.md": page(FRONT), "notes.txt": "x" }))).toEqual([
      { title: "居住证", words: ["居住证"], asks: ASKS, source: "办事指南", checked: "2026-09-08", answer: "来窗口。" },
    ]);
    expect(loadKnowledge(folderWith({ "a.md": page(FRONT).replaceAll("\n", "\r\n") }))).toHaveLength(1);
  });

  it.each([
    ["a.md:2", changed(0, "title: ''")],
    ["a.md:3", changed(1, "words: [证]")],
    ["a.md:4", changed(2, "asks: [怎么办]")],
    ["a.md:6", changed(4, "checked: 2026-02-30")],
    ["a.md:7", changed(5, `answer: ${"长".repeat(121)}`)],
    ["a.md:5", changed(3, "source: a: b")],
    ["a.md:1", "没有前言"],
  ])("that are wrong are named with the line: %s", (where, text) => {
    expect(() => loadKnowledge(folderWith({ "a.md": text }))).toThrow(ConfigError);
    expect(() => loadKnowledge(folderWith({ "a.md": text }))).toThrow(where);
  });

  it("that have the same title are refused", () => {
    expect(() => loadKnowledge(folderWith({ "a.md": page(FRONT), "b.md": page(FRONT) }))).toThrow(
      /b\.md:2 .*already the title of .*a\.md/,
    );
  });

  it("that are not there are a mistake of the settings", () => {
    expect(() => loadKnowledge("/nowhere/knowledge")).toThrow(ConfigError);
  });
});

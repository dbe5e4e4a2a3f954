import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fromRoot } from "../load-house.ts";
import { house } from "../testing/house.ts";
import { loadCommunity } from "./load-community.ts";
import { loadFlow } from "./load-flow.ts";
import { loadWording } from "./load-wording.ts";

const folder = mkdtempSync(join(tmpdir(), "xiaoge-flows-"));
const wordings = new Set(house.wordings.keys());

/** A seed file with one thing changed, under its own name in a folder of its own. */
function changed(file: string, from: string, to: string): string {
  const text = readFileSync(fromRoot(file), "utf8");
  expect(text).toContain(from);
  const path = join(folder, `${Math.abs(hash(from + to))}.yaml`);
  writeFileSync(path, text.replace(from, to));
  return path;
}

function hash(text: string): number {
  return [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) | 0, 7);
}

function lineOf(file: string, text: string): number {
  return (
    readFileSync(file, "utf8")
      .split("\n")
      .findIndex((line) => line.includes(text)) + 1
  );
}

describe("a flow that somebody broke is refused with file and line", () => {
  it.each([
    [
      "a state that nothing leads to",
      "  archived: {",
      "  lost: { step: 评价, waitsFor: nobody, final: true }\n  archived: {",
      'state "lost" cannot be reached',
    ],
    ["a move to nowhere", "settle: [{ to: settled", "settle: [{ to: nirvana", 'there is no state "nirvana"'],
    ["a sentence that is not written", "wording: pleaseRate", "wording: pleaseBuy", 'there is no wording "pleaseBuy"'],
    ["a clock that is not set", "askRating: [{", "askForMoney: [{", 'there is no clock "askForMoney"'],
    ["a step that is none of the seven", "step: 会商", "step: 开会", 'step "开会" is not one of'],
    ["a length of time that is none", "respond: 10m,", "respond: soon,", '"soon" is not a length of time'],
    ["a word that is no order", "      dismiss: [{ to: dismissed", "      dance: [{ to: dismissed", 'Unrecognized key: "dance"'],
  ])("%s", (_, from, to, message) => {
    const file = changed("flows/demand.yaml", from, to);
    const needle = to.includes("lost") ? "lost:" : (to.split("[{").at(-1)?.trim() ?? to);
    expect(() => loadFlow(file, wordings)).toThrow(message);
    expect(() => loadFlow(file, wordings)).toThrow(/\.yaml:\d+ /);
    if (message.includes("nirvana")) expect(() => loadFlow(file, wordings)).toThrow(`:${lineOf(file, needle)} `);
  });

  it("a dead end", () => {
    const file = changed(
      "flows/demand.yaml",
      "      archive: [{ to: archived, event: archived }]",
      "      archive: [{ event: archived }]",
    );
    expect(() => loadFlow(file, wordings)).toThrow(/cannot be reached|dead end/);
  });
});

describe("other data files", () => {
  it("name the line of a grid worker who is not in the list of people", () => {
    const file = changed("seeds/community.yaml", "worker: 罗强", "worker: 罗刚");
    expect(() => loadCommunity(file)).toThrow(`:${lineOf(file, "罗刚")} worker "罗刚" is not under people`);
  });

  it("need a secretary", () => {
    const file = changed("seeds/community.yaml", "roles: [secretary]", "roles: [gridLead]");
    expect(() => loadCommunity(file)).toThrow("nobody has the role secretary");
  });

  it("keep WeChat from cutting a sentence at an ASCII colon", () => {
    const file = changed("flows/wording.yaml", "    收到，{count}件都记下了：", "    收到，{count}件都记下了:");
    expect(() => loadWording([file])).not.toThrow();
    const text = changed(
      "flows/wording/reports.yaml",
      "    【{community}一周】{from}–{to}",
      "    【{community}一周】{from}–{to}:",
    );
    expect(() => loadWording([text])).toThrow("where WeChat cuts");
  });

  it("that are not there say so", () => {
    expect(() => loadCommunity("nowhere.yaml")).toThrow("nowhere.yaml cannot be read");
  });
});

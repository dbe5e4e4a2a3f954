import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fromRoot } from "../load-house.ts";
import { loadDeliberation } from "./load-deliberation.ts";

const folder = mkdtempSync(join(tmpdir(), "xiaoge-deliberation-"));
const text = readFileSync(fromRoot("flows/deliberation.yaml"), "utf8");

function changed(from: string, to: string): { readonly file: string; readonly line: number } {
  expect(text).toContain(from);
  const file = join(folder, "deliberation.yaml");
  writeFileSync(file, text.replace(from, to));
  return { file, line: text.slice(0, text.indexOf(from)).split("\n").length };
}

describe("rules of deliberation that somebody broke are refused with file and line", () => {
  it.each([
    ["a step that is left out", "    - { does: discuss, name: 讨论, lasts: 3d }\n", "", 'step 3 must be "discuss"'],
    ["a step that is none", "does: vote,", "does: guess,", "Invalid option"],
    ["a portion that is none", "passes: over 1/2", "passes: half", '"half" is not a portion'],
    ["a portion of more than all", "三分之二以上: at least 2/3", "三分之二以上: at least 3/2", '"at least 3/2" is not a portion'],
    ["a quorum that is not there", "quorum: 过半 ", "quorum: 全体 ", '"全体" is not under quorums'],
    [
      "a length of time that is none",
      "remind: 24h # how long before the close",
      "remind: soon #",
      '"soon" is not a length of time',
    ],
  ])("%s", (_, from, to, message) => {
    const { file, line } = changed(from, to);
    expect(() => loadDeliberation(file)).toThrow(message);
    expect(() => loadDeliberation(file)).toThrow(`${file}:${line}`);
  });
});

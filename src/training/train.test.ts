import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromRoot } from "../load-house.ts";
import { loadOffline, loadTriageData, loadWeights } from "../load-triage.ts";
import { ConfigError } from "../shared/errors.ts";
import { house } from "../testing/house.ts";
import { decodeWeights, encodeWeights } from "../triage/classifier/weights.ts";
import { categoriesRight, judged, LABELLED, sameMatterF1 } from "./measure.ts";
import { nearPairs } from "./near.ts";
import { score } from "./score.ts";
import { sourceOf, train, UTTERANCES } from "./train.ts";
import { parseUtterances, readUtterances } from "./utterances.ts";

const data = loadTriageData();
const { community } = house.desk;
const ids = data.categories.map(({ id }) => id);

describe("what is learned", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "xiaoge-lesson-"));
    const lamps = Array.from({ length: 8 }, (_, at) => `第${at}盏路灯坏了，黑得很`);
    const chat = Array.from({ length: 8 }, (_, at) => `哈哈今天第${at}回吃火锅`);
    writeFileSync(join(folder, "few.txt"), `== demand 路灯\n${lamps.join("\n")}\n== none\n${chat.join("\n")}\n`);
    const line = {
      open: { text: "路灯坏了", alias: "小陈" },
      again: { text: "我家也是", alias: "小何" },
      room: "葵花里小区居民群",
      same: true,
    };
    writeFileSync(join(folder, "pairs.jsonl"), `${JSON.stringify(line)}\n`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is the same to the byte from the same utterances", () => {
    const lesson = { folder, ...data, community };
    expect(encodeWeights(train(lesson)).equals(encodeWeights(train(lesson)))).toBe(true);
  });

  it("is what the program carries: train again after a change of utterances or lexicon", () => {
    expect(loadWeights().source).toBe(sourceOf({ folder: fromRoot(UTTERANCES), ...data, community }));
  });

  it("comes back whole from its file, and a broken file is told", () => {
    const bytes = encodeWeights(loadWeights());
    expect(bytes.length).toBeLessThan(3_000_000);
    expect(encodeWeights(decodeWeights(bytes, "w")).equals(bytes)).toBe(true);
    for (const broken of [bytes.subarray(0, 1_000), bytes.subarray(0, -1), Buffer.from("{}\n")])
      expect(() => decodeWeights(broken, "seeds/w")).toThrow(/seeds\/w holds no weights of this version; make them anew/);
  });
});

describe("the utterances", () => {
  const learned = readUtterances(fromRoot(UTTERANCES), ids).map(({ text }) => text);

  it("are many, and hardly one repeats another", () => {
    expect(learned.length).toBeGreaterThan(5_000);
    expect(nearPairs(learned, learned, 0.8).length).toBeLessThan(0.03 * learned.length);
  });

  it("are none of those that are measured with", () => {
    const labelled = readUtterances(fromRoot(LABELLED), ids).map(({ text }) => text);
    expect(nearPairs(learned, labelled, 0.8)).toEqual([]);
  });

  it.each([
    ["路灯坏了", "u.txt:1 stands before any section"],
    ["== lamp 路灯", "u.txt:1 is no section"],
    ["\n== demand 月亮", "u.txt:2 names no category"],
  ])("name file and line of a mistake: %j", (text, message) => {
    expect(() => parseUtterances(text, "u.txt", ids)).toThrow(ConfigError);
    expect(() => parseUtterances(text, "u.txt", ids)).toThrow(message);
  });
});

/** What our own labelled lists gave when this was written, less a little: whoever changes words or utterances sees here what it did to the rest. */
describe("on our own labelled lists triage", async () => {
  const triage = loadOffline(community);
  const labelled = readUtterances(fromRoot(LABELLED), ids);
  const list = (name: string) => labelled.filter(({ at }) => at.includes(`${name}.txt`));
  const measured = async (name: string) =>
    score(
      await judged(
        triage,
        list(name).map(({ text, kinds, group = "people" }) => ({ text, gold: kinds, group })),
      ),
    );

  it("reads plain reports", async () => {
    const { found, sure, macroF1 } = await measured("everyday");
    expect(found).toBeGreaterThan(0.96);
    expect(sure.right).toBeGreaterThan(0.93);
    expect(macroF1).toBeGreaterThan(0.85);
    expect(await categoriesRight(triage, list("everyday"))).toBeGreaterThan(0.87);
  });

  it("reads what is said in riddles as well as it did", async () => {
    const { found, filed, answered, hazards, macroF1 } = await measured("messages");
    expect(found).toBeGreaterThan(0.89);
    expect(hazards).toBeGreaterThan(0.91);
    expect(macroF1).toBeGreaterThan(0.87);
    expect(filed.chat).toBeLessThan(0.03);
    expect(filed.hard).toBeLessThan(0.12);
    expect(filed.people).toBeLessThan(0.09);
    expect(answered.chat).toBeLessThan(0.01);
  });

  it("tells the same matter from another as well as it did", () => {
    const weights = loadWeights();
    expect(sameMatterF1(fromRoot(join(LABELLED, "pairs.jsonl")), { ...data, community, weights }, weights.join)).toBeGreaterThan(
      0.89,
    );
  });
});

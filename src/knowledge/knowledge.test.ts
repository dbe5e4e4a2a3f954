import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../flows/load-knowledge.ts";
import type { Entry } from "./entry.ts";
import { createKnowledge } from "./knowledge.ts";

type Question = { readonly text: string; readonly expect: string | null };

const FOLDER = "seeds/knowledge";
const entries = loadKnowledge(FOLDER);
const knowledge = createKnowledge(entries);
const names = readdirSync(FOLDER)
  .sort()
  .map((file) => file.replace(/\.md$/, ""));
const nameOf = (title: string): string | undefined => names[entries.findIndex((entry) => entry.title === title)];

const plate: Entry = {
  title: "电动自行车上牌",
  words: ["电动车上牌"],
  asks: ["电动车在哪里上牌", "电动车上牌要带什么"],
  source: "县交警大队，2026年8月",
  checked: "2026-09-10",
  answer: "带身份证、发票到车管窗口。",
};

/** How many questions of a file are answered from the right entry, from a wrong one, and how many ought to be. */
function measure(file: string): { readonly precision: number; readonly recall: number } {
  const questions = readFileSync(`seeds/labelled/${file}`, "utf8")
    .trim()
    .split("\n")
    .map((line): Question => JSON.parse(line));
  const answered = questions.flatMap(({ text, expect: wanted }) => {
    const answer = knowledge.answer(text);
    return answer === undefined ? [] : [nameOf(answer.title) === wanted];
  });
  const right = answered.filter(Boolean).length;
  return { precision: right / answered.length, recall: right / questions.filter((one) => one.expect !== null).length };
}

describe("knowledge of procedures", () => {
  it("answers residents' own words, seldom wrongly", () => {
    const { precision, recall } = measure("questions.jsonl");
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.88);
  });

  it("does so for questions it was not fitted to", () => {
    const { precision, recall } = measure("questions-unseen.jsonl");
    expect(precision).toBeGreaterThanOrEqual(0.96);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });

  it("is silent when people chat", () => {
    const chat = readdirSync("seeds/utterances")
      .filter((file) => file.startsWith("none-"))
      .flatMap((file) => readFileSync(`seeds/utterances/${file}`, "utf8").split("\n"))
      .filter((line) => line !== "" && !/^[#=]/.test(line));
    expect(chat.length).toBeGreaterThan(10_000);
    expect(chat.filter((line) => knowledge.answer(line) !== undefined).length / chat.length).toBeLessThanOrEqual(0.001);
  });

  it.each([
    "电梯坏了什么时候修",
    "今晚几点来电",
    "这个药医保能报吗?",
    "高龄补贴三个月没发了怎么回事",
    "谢谢社区，老年证办好了",
    "",
    "？",
    "@小格",
  ])("leaves %j to people", (text) => {
    expect(knowledge.answer(text)).toBeUndefined();
  });

  it("names the source and gives the answer as it is written", () => {
    expect(createKnowledge([plate]).answer("@小格 请问电动车上牌要带什么呀？")).toMatchObject({
      title: plate.title,
      text: plate.answer,
      source: plate.source,
    });
  });

  it("finds every entry by the ways of asking that stand in it", () => {
    const asks = entries.flatMap(({ title, asks }) => asks.map((ask) => ({ ask, title })));
    expect(asks.filter(({ ask, title }) => knowledge.answer(ask)?.title !== title)).toEqual([]);
  });

  it("leaves a long story to a person", () => {
    expect(knowledge.answer(`居住证怎么办？${"我家的事说来话长".repeat(20)}`)).toBeUndefined();
  });

  it("knows nothing where nothing is written down", () => {
    expect(createKnowledge([]).answer("居住证怎么办")).toBeUndefined();
  });
});

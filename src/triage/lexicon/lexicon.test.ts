import { expect, it } from "vitest";
import { finderOf, Lexicon } from "./lexicon.ts";
import { judgeOf } from "./score.ts";

const SMALL = {
  thresholds: { none: 1, sure: 1, idle: 1 },
  idioms: ["打不着火"],
  words: { fire: ["着火"], lamp: ["灯", "路灯"], broken: ["坏了"] },
  patterns: { question: ["[?]"] },
  rules: [
    { if: ["fire"], adds: { hazard: 3 } },
    { if: ["lamp", "broken"], near: 2, adds: { demand: 3 } },
    { if: ["lamp", "!broken", "question"], adds: { inquiry: 2 } },
  ],
};
const lexicon = Lexicon.parse(SMALL);
const find = finderOf(lexicon);
const judge = judgeOf(lexicon);

it("finds the longest word of a class, and nothing inside an idiom", () => {
  expect(find("路灯").get("lamp")?.[0]).toEqual([0, 2]);
  expect(find("着火").has("fire")).toBe(true);
  expect(find("打不着火").has("fire")).toBe(false);
});

it("holds rules to company, distance and absence", () => {
  expect(judge(find("路灯坏了")).kind).toBe("demand");
  expect(judge(find("坏了的不是那边的灯")).kind).toBe("none");
  expect(judge(find("灯?")).kind).toBe("inquiry");
});

it("names the rule whose class does not exist, and a pattern that is none", () => {
  const paths = (lexicon: unknown) =>
    Lexicon.safeParse(lexicon).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  expect(paths({ ...SMALL, rules: [{ if: ["fire", "!lmap"], adds: { hazard: 1 } }] })).toEqual([
    'rules.0.if.1: there is no class "lmap" under words or patterns',
  ]);
  expect(paths({ ...SMALL, patterns: { question: ["["] } })).toEqual(["patterns.question.0: is not a regular expression"]);
});

import { expect, it } from "vitest";
import { finderOf, Lexicon } from "./lexicon.ts";
import { signsOf } from "./signs.ts";

const SMALL = {
  thresholds: { matter: 0.5, sure: 0.8, idle: 0.9, danger: 0.1 },
  idioms: ["打不着火"],
  words: { fire: "着火", lamp: "灯 路灯\n", broken: "坏了" },
  patterns: { question: ["[?]"] },
  signs: [
    { if: ["lamp", "broken"], near: 2 },
    { if: ["lamp", "!broken", "question"] },
    { if: ["fire|lamp", "broken"], near: 9, ordered: true },
  ],
};
const lexicon = Lexicon.parse(SMALL);
const find = finderOf(lexicon);
const signs = signsOf(lexicon);

it("finds the longest word of a class, and nothing inside an idiom", () => {
  expect(find("路灯").get("lamp")?.[0]).toEqual([0, 2]);
  expect(find("着火").has("fire")).toBe(true);
  expect(find("打不着火").has("fire")).toBe(false);
});

it("holds signs to company, distance, order and absence", () => {
  const shown = (text: string) => signs(find(text));
  expect(shown("路灯坏了")).toEqual(["sign lamp broken 2 ", "sign fire|lamp broken 9 ordered"]);
  expect(shown("坏了的不是那边的灯")).toEqual([]);
  expect(shown("灯?")).toEqual(["sign lamp !broken question  "]);
});

it("names the sign whose class does not exist, and a pattern that is none", () => {
  const paths = (lexicon: unknown) =>
    Lexicon.safeParse(lexicon).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  expect(paths({ ...SMALL, signs: [{ if: ["fire", "!lmap"] }] })).toEqual([
    'signs.0.if.1: there is no class "lmap" under words or patterns',
  ]);
  expect(paths({ ...SMALL, patterns: { question: ["["] } })).toEqual(["patterns.question.0: is not a regular expression"]);
});

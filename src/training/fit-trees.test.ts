import { expect, it } from "vitest";
import { answerOf } from "../triage/join/judge.ts";
import { fitLine } from "./fit-line.ts";
import { type Case, fitTrees } from "./fit-trees.ts";

/** True when exactly one of two signs is there: no weights of single signs can tell it. */
const cases = Array.from({ length: 200 }, (_, at): Case => {
  const values = [Number(at % 3 === 0), Number(at % 5 < 2)];
  return { values, truth: Number(values[0] !== values[1]), start: 0.01 * (at % 3) };
});
const PLAN = { trees: 20, rate: 0.3, least: 1, calm: 1, every: 10 };

it("learns by trees what signs tell only together, the same each time", () => {
  const trees = fitTrees(cases, PLAN);
  for (const { values, truth } of cases) {
    const score = trees.reduce((sum, tree) => sum + answerOf(tree, values), 0);
    expect(score > 0).toBe(truth === 1);
  }
  expect(fitTrees(cases, PLAN)).toEqual(trees);
});

it("lets a sign speak only in its direction", () => {
  const against = cases.map(({ values }) => ({ values, truth: 1 - (values[0] ?? 0), start: 0 }));
  const plan = { rounds: 100, rate: 0.05, calm: 0.001 };
  expect(fitLine(against, [0, 0], plan)[0]).toBeLessThan(-1);
  expect(fitLine(against, [1, 0], plan)[0]).toBe(0);
});

import type { JoinWeights } from "../classifier/weights.ts";
import type { Signs } from "./likeness.ts";

/** Every tree asks three times, and so has seven questions and eight answers: 7 signs, 7 bounds, 8 answers in a row. */
export const DEPTH = 3;
export const QUESTIONS = 2 ** DEPTH - 1;

/** How likely it is that signs are those of one thing, 0 to 1. */
export function judge(signs: Signs, weights: JoinWeights): number {
  const values = valuesOf(signs, weights.signs);
  let score = weights.bias;
  for (const [at, value] of values.entries()) score += value * (weights.linear[at] ?? 0);
  for (const tree of weights.trees) score += answerOf(tree, values);
  return 1 / (1 + Math.exp(-score));
}

/** The values of signs in a fixed order; a sign that is not there is nought. */
export function valuesOf(signs: Signs, names: readonly string[]): readonly number[] {
  return names.map((name) => signs[name] ?? 0);
}

/** What a tree says to some values. */
export function answerOf(tree: readonly number[], values: readonly number[]): number {
  let node = 0;
  while (node < QUESTIONS) {
    const isOver = (values[tree[node] ?? 0] ?? 0) > (tree[QUESTIONS + node] ?? 0);
    node = 2 * node + (isOver ? 2 : 1);
  }
  return tree[QUESTIONS + node] ?? 0;
}

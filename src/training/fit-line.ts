import type { Case } from "./fit-trees.ts";

export type LinePlan = { readonly rounds: number; readonly rate: number; readonly calm: number };

/**
 * Logistic regression by gradients of all cases at once (AdaGrad): a weight for each sign, then the bias. `directions` says which
 * signs may only speak for (1) or only against (-1); nought leaves a sign free.
 */
export function fitLine(cases: readonly Case[], directions: readonly number[], { rounds, rate, calm }: LinePlan): Float64Array {
  const width = directions.length;
  const weights = new Float64Array(width + 1);
  const squares = new Float64Array(width + 1).fill(1e-6);
  for (let round = 0; round < rounds; round++) {
    const slopes = new Float64Array(width + 1);
    for (const { values, truth } of cases) {
      let score = weights[width] ?? 0;
      for (let at = 0; at < width; at++) score += (values[at] ?? 0) * (weights[at] ?? 0);
      const error = 1 / (1 + Math.exp(-score)) - truth;
      for (let at = 0; at < width; at++) slopes[at] = (slopes[at] ?? 0) + error * (values[at] ?? 0);
      slopes[width] = (slopes[width] ?? 0) + error;
    }
    for (let at = 0; at <= width; at++) {
      const slope = (slopes[at] ?? 0) / cases.length + (at < width ? calm * (weights[at] ?? 0) : 0);
      squares[at] = 0.9 * (squares[at] ?? 0) + 0.1 * slope * slope;
      const next = (weights[at] ?? 0) - (rate * slope) / (Math.sqrt(squares[at] ?? 0) + 1e-4);
      const direction = directions[at] ?? 0;
      weights[at] = direction * next < 0 ? 0 : next;
    }
  }
  return weights;
}

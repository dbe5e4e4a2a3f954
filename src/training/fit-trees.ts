import { answerOf, DEPTH, QUESTIONS } from "../triage/join/judge.ts";

/** Values in a fixed order, what is true of them, and what was said of them before any tree. */
export type Case = { readonly values: readonly number[]; readonly truth: number; readonly start: number };

export type TreePlan = {
  readonly trees: number;
  readonly rate: number;
  /** How many cases, by how unsure they are, a side of a question must have. */
  readonly least: number;
  /** How strongly answers are drawn to nought. */
  readonly calm: number;
  /** Each tree leaves out every so manieth sign, another one each time, so that none is leaned on too much. */
  readonly every: number;
};

const BINS = 16;

/** Learns trees one after another, each of what those before it left wrong (gradient boosting); the same cases give the same trees. */
export function fitTrees(cases: readonly Case[], plan: TreePlan): readonly (readonly number[])[] {
  const width = cases[0]?.values.length ?? 0;
  const bounds = Array.from({ length: width }, (_, sign) => boundsOf(cases.map(({ values }) => values[sign] ?? 0)));
  const scores = Float64Array.from(cases, ({ start }) => start);
  const trees: number[][] = [];
  for (let round = 0; round < plan.trees; round++) {
    const slopes = Float64Array.from(cases, ({ truth }, at) => truth - chance(scores[at] ?? 0));
    const weights = Float64Array.from(cases, (_, at) => chance(scores[at] ?? 0) * (1 - chance(scores[at] ?? 0)));
    const tree = new Array<number>(2 * QUESTIONS + 2 ** DEPTH).fill(0);
    const isOpen = (sign: number): boolean => (sign + round) % plan.every !== 0 || plan.every === 1;
    grow(tree, 0, [...cases.keys()], { cases, slopes, weights, bounds, plan, isOpen });
    trees.push(tree);
    for (const [at, { values }] of cases.entries()) scores[at] = (scores[at] ?? 0) + answerOf(tree, values);
  }
  return trees;
}

type Growth = {
  readonly cases: readonly Case[];
  readonly slopes: Float64Array;
  readonly weights: Float64Array;
  readonly bounds: readonly (readonly number[])[];
  readonly plan: TreePlan;
  readonly isOpen: (sign: number) => boolean;
};

function grow(tree: number[], node: number, members: readonly number[], growth: Growth): void {
  const { cases, slopes, weights, plan } = growth;
  if (node >= QUESTIONS) {
    const slope = sum(members, slopes);
    tree[QUESTIONS + node] = Number(((plan.rate * slope) / (sum(members, weights) + plan.calm)).toPrecision(4));
    return;
  }
  const { sign, bound } = bestOf(members, growth);
  tree[node] = sign;
  tree[QUESTIONS + node] = bound;
  const isOver = (at: number): boolean => (cases[at]?.values[sign] ?? 0) > bound;
  grow(
    tree,
    2 * node + 1,
    members.filter((at) => !isOver(at)),
    growth,
  );
  grow(tree, 2 * node + 2, members.filter(isOver), growth);
}

/** The question that parts members best; one that parts nothing when none is worth it. */
function bestOf(
  members: readonly number[],
  { cases, slopes, weights, bounds, plan, isOpen }: Growth,
): { sign: number; bound: number } {
  const slope = sum(members, slopes);
  const weight = sum(members, weights);
  const worth = (part: number, of: number): number => (part * part) / (of + plan.calm);
  let best = { sign: 0, bound: 2, gain: 1e-6 };
  for (const [sign, edges] of bounds.entries()) {
    if (!isOpen(sign) || edges.length === 0) continue;
    const slopeIn = new Float64Array(edges.length + 1);
    const weightIn = new Float64Array(edges.length + 1);
    for (const at of members) {
      const value = cases[at]?.values[sign] ?? 0;
      let bin = 0;
      while (bin < edges.length && value > (edges[bin] ?? 0)) bin++;
      slopeIn[bin] = (slopeIn[bin] ?? 0) + (slopes[at] ?? 0);
      weightIn[bin] = (weightIn[bin] ?? 0) + (weights[at] ?? 0);
    }
    let under = 0;
    let underWeight = 0;
    for (const [bin, bound] of edges.entries()) {
      under += slopeIn[bin] ?? 0;
      underWeight += weightIn[bin] ?? 0;
      if (underWeight < plan.least || weight - underWeight < plan.least) continue;
      const gain = worth(under, underWeight) + worth(slope - under, weight - underWeight) - worth(slope, weight);
      if (gain > best.gain) best = { sign, bound, gain };
    }
  }
  return best;
}

/** Bounds between the values of a sign: halfway between neighbours, at most so many. */
function boundsOf(values: readonly number[]): readonly number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  if (sorted.length <= BINS) return sorted.slice(1).map((value, at) => Number(((value + (sorted[at] ?? 0)) / 2).toPrecision(4)));
  const all = [...values].sort((a, b) => a - b);
  const picked = Array.from({ length: BINS - 1 }, (_, at) =>
    Number((all[Math.floor(((at + 1) * all.length) / BINS)] ?? 0).toPrecision(4)),
  );
  return [...new Set(picked)];
}

function sum(members: readonly number[], of: Float64Array): number {
  let total = 0;
  for (const at of members) total += of[at] ?? 0;
  return total;
}

function chance(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

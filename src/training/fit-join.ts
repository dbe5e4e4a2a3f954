import type { JoinWeights } from "../triage/classifier/weights.ts";
import { mayMeet } from "../triage/join/join.ts";
import { valuesOf } from "../triage/join/judge.ts";
import { likeness, type Side } from "../triage/join/likeness.ts";
import { type Case, fitTrees, type TreePlan } from "./fit-trees.ts";
import { type Example, learn } from "./learn.ts";

/** Two reports, and whether they are of one thing. */
export type Pair = { readonly again: Side; readonly open: Side; readonly same: boolean };

const COURSE = { epochs: 60, rate: 0.1, decay: 0.001 };
const PLAN: TreePlan = { trees: 80, rate: 0.1, least: 3, calm: 3, every: 2 };

/** Learns how much each sign tells, and then, by trees, what signs tell together. Pairs that places or kinds rule out teach nothing. */
export function fitJoin(pairs: readonly Pair[], plan: TreePlan = PLAN, course = COURSE): JoinWeights {
  const seen = pairs.flatMap(({ again, open, same }) => {
    const signs = mayMeet(again.kind, open.kind) ? likeness(again, open) : undefined;
    return signs === undefined ? [] : [{ signs, truth: Number(same) }];
  });
  const signs = Object.keys(seen[0]?.signs ?? {});
  const cases = seen.map(({ signs: found, truth }) => ({ values: valuesOf(found, signs), truth, start: 0 }));
  const { bias, linear } = fitLine(cases, signs.length, course);
  const started = cases.map((each) => ({
    ...each,
    start: each.values.reduce((score, value, at) => score + value * (linear[at] ?? 0), bias),
  }));
  return { signs, bias, linear, trees: fitTrees(started, plan) };
}

function fitLine(cases: readonly Case[], width: number, course = COURSE): Pick<JoinWeights, "bias" | "linear"> {
  const examples = cases.map(
    ({ values, truth }): Example => ({
      rows: Int32Array.from([...values.keys(), width]),
      values: Float32Array.from([...values, 1]),
      truth: Float32Array.of(1 - truth, truth),
    }),
  );
  const weights = learn(examples, { ...course, features: width + 1, names: 2 });
  const linear = Array.from({ length: width + 1 }, (_, at) =>
    Number(((weights[2 * at + 1] ?? 0) - (weights[2 * at] ?? 0)).toPrecision(5)),
  );
  return { bias: linear.at(-1) ?? 0, linear: linear.slice(0, -1) };
}

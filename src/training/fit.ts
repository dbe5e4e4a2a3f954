import { type Network, type Sight, seenBy } from "../triage/classifier/network.ts";
import type { Head } from "../triage/classifier/shares.ts";
import type { Rows } from "../triage/classifier/vocabulary.ts";
import { type Course, type Example, learn } from "./learn.ts";
import { type Double, learnNetwork, type NetworkCourse } from "./learn-network.ts";

/** One labelled text as the classifier sees it: any of its kinds is right. */
export type Labelled = { readonly rows: Rows; readonly kinds: readonly string[]; readonly category?: string };

/** What every text has, in a row of its own, so that common names start ahead. */
const BIAS_VALUE = 0.3;

/** Learns the kinds by weighing each feature alone, and writes the weights down in eight bits each. */
export function fitHead(
  labelled: readonly Labelled[],
  names: readonly string[],
  plan: Pick<Course, "features" | "epochs" | "rate" | "decay" | "dropout">,
): Head {
  const { features } = plan;
  const examples = labelled.map((each) => {
    const { rows, values, truth } = exampleOf(each, names);
    return { truth, rows: Int32Array.from([...rows, features]), values: Float32Array.from([...values, BIAS_VALUE]) };
  });
  const width = names.length;
  const weights = learn(examples, { ...plan, features: features + 1, names: width });
  const { cells, scales } = quantised(weights.subarray(0, features * width), width);
  const biases = names.map((_, name) => rounded((weights[features * width + name] ?? 0) * BIAS_VALUE));
  return { names, scales, biases, cells };
}

/** Learns kinds and categories by features in company. */
export function fitNetwork(
  labelled: readonly Labelled[],
  kinds: readonly string[],
  categories: readonly string[],
  plan: Pick<NetworkCourse, "features" | "hidden" | "epochs" | "rate" | "dropout" | "seed"> & { readonly sees: Sight },
): Network {
  const { hidden, sees } = plan;
  const examples = labelled.map((each): Double => {
    const category = each.category === undefined ? undefined : categories.indexOf(each.category);
    return { ...exampleOf({ ...each, rows: seenBy(sees, each.rows) }, kinds), category };
  });
  const learned = learnNetwork(examples, { ...plan, kinds: kinds.length, categories: categories.length });
  return {
    kinds,
    categories,
    sees,
    hidden,
    outputs: Array.from(learned.outputs, rounded),
    biases: Array.from(learned.biases, rounded),
    ...quantised(learned.cells, hidden),
  };
}

function exampleOf(
  { rows: { runs, classes, runsValue, classesValue }, kinds: right }: Labelled,
  names: readonly string[],
): Example {
  return {
    rows: Int32Array.from([...runs, ...classes]),
    values: Float32Array.from([...runs.map(() => runsValue), ...classes.map(() => classesValue)]),
    truth: Float32Array.from(names, (name) => (right.includes(name) ? 1 / right.length : 0)),
  };
}

/** Eight bits a cell, with one scale a column. */
function quantised(weights: Float32Array, width: number): { readonly cells: Int8Array; readonly scales: readonly number[] } {
  const largest = new Float64Array(width);
  for (let at = 0; at < weights.length; at++) {
    largest[at % width] = Math.max(largest[at % width] ?? 0, Math.abs(weights[at] ?? 0));
  }
  const scales = Array.from(largest, (most) => rounded(most / 127 || 1));
  return { scales, cells: Int8Array.from(weights, (weight, at) => Math.round(weight / (scales[at % width] ?? 1))) };
}

/** Few enough digits that another machine's arithmetic writes the same. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

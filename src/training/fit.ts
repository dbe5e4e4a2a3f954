import type { Network, Sight } from "../triage/classifier/network.ts";
import type { Head } from "../triage/classifier/shares.ts";
import { type Rows, UNKNOWN } from "../triage/classifier/vocabulary.ts";
import { runsEye, windowEye } from "./eyes.ts";
import { type Course, type Example, learn } from "./learn.ts";
import { type Lesson, learnNetwork, type NetworkCourse } from "./learn-network.ts";

/** One labelled text as the classifier sees it: any of its kinds is right. */
export type Labelled = { readonly rows: Rows; readonly kinds: readonly string[]; readonly category?: string };

/** What every text has, in a row of its own, so that common names start ahead. */
const BIAS_VALUE = 0.3;

/** Learns the kinds by weighing each feature alone, and writes the weights down in four bits each. */
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
  const lessons = labelled.map(
    (each): Lesson => ({
      rows: each.rows,
      truth: truthOf(each.kinds, kinds),
      category: each.category === undefined ? undefined : categories.indexOf(each.category),
    }),
  );
  const course = { ...plan, kinds: kinds.length, categories: categories.length };
  const learned = learnNetwork(lessons, course, sees === "runs" ? runsEye() : windowEye(sees === "all"));
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

function exampleOf({ rows, kinds: right }: Labelled, names: readonly string[]): Example {
  const { runsValue, classesValue } = rows;
  const runs = rows.runs.filter((row) => row !== UNKNOWN);
  const classes = rows.classes.filter((row) => row !== UNKNOWN);
  return {
    rows: Int32Array.from([...runs, ...classes]),
    values: Float32Array.from([...Array.from(runs, () => runsValue), ...Array.from(classes, () => classesValue)]),
    truth: truthOf(right, names),
  };
}

function truthOf(right: readonly string[], names: readonly string[]): Float32Array {
  return Float32Array.from(names, (name) => (right.includes(name) ? 1 / right.length : 0));
}

/** Fifteen steps, from -7 to 7: what judges say hardly changes, and the file stays small. */
const MOST_STEPS = 7;
/** The highest step stands for so many times what a cell of its column usually is; the few that are larger are cut. */
const REACH = 4;

/** A few bits a cell, with one scale a column. */
function quantised(weights: Float32Array, width: number): { readonly cells: Int8Array; readonly scales: readonly number[] } {
  const squares = new Float64Array(width);
  for (let at = 0; at < weights.length; at++) squares[at % width] = (squares[at % width] ?? 0) + (weights[at] ?? 0) ** 2;
  const usual = Array.from(squares, (sum) => Math.sqrt((sum * width) / weights.length));
  const scales = usual.map((size) => rounded((REACH * size) / MOST_STEPS || 1));
  const cell = (weight: number, at: number): number => {
    const steps = Math.round(weight / (scales[at % width] ?? 1));
    return Math.max(-MOST_STEPS, Math.min(MOST_STEPS, steps));
  };
  return { scales, cells: Int8Array.from(weights, cell) };
}

/** Few enough digits that another machine's arithmetic writes the same. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

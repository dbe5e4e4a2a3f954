import { GAIN } from "../triage/classifier/network.ts";
import type { Rows } from "../triage/classifier/vocabulary.ts";
import { chanceOf, shuffle } from "./chance.ts";

/** How a network looks at an example while it learns. */
export type Eye = {
  /** Chooses which features to look at this time, and writes what each hidden unit sums up. */
  readonly look: (sight: Sight) => void;
  /** Corrects the cells that were looked at, each unit's by its slope. */
  readonly correct: (sight: Sight, slopes: Float64Array) => void;
};

/** One example before the eye: the cells, how much they were corrected so far, and room for the sums. */
export type Sight = {
  readonly rows: Rows;
  readonly hidden: number;
  readonly rate: number;
  readonly dropout: number;
  readonly chance: () => number;
  readonly cells: Float32Array;
  readonly squares: Float32Array;
  readonly sums: Float64Array;
};

/** A text, its kinds as shares that sum to one, and its category; undefined where there is none to learn. */
export type Lesson = { readonly rows: Rows; readonly truth: Float32Array; readonly category: number | undefined };

export type NetworkCourse = {
  readonly features: number;
  readonly hidden: number;
  readonly kinds: number;
  readonly categories: number;
  readonly epochs: number;
  readonly rate: number;
  /** Share of an example's features that are left out each time, so that no single one is relied on. */
  readonly dropout: number;
  /** Another number, another network: where it begins and in which order it studies. */
  readonly seed: number;
};

/** Plain numbers: `cells` is features × hidden, `outputs` hidden × (kinds + categories). */
export type Learned = { readonly cells: Float32Array; readonly outputs: Float32Array; readonly biases: Float32Array };

/** The category counts less than the kind. */
const CATEGORY_SHARE = 0.8;
/** The weights after each epoch but the first ones are averaged: the mean is steadier than any of them. */
const UNSETTLED = 2;
const FIRST_OUTPUT = 0.6;

/** Learns a small network (features → hidden → kinds and categories) by AdaGrad. The same examples give the same weights. */
export function learnNetwork(examples: readonly Lesson[], course: NetworkCourse, eye: Eye): Learned {
  const { features, hidden, kinds, categories, epochs, seed } = course;
  const chance = chanceOf(seed);
  const width = kinds + categories;
  const state: State = {
    course,
    cells: new Float32Array(features * hidden),
    squares: new Float32Array(features * hidden).fill(1e-3),
    outputs: Float32Array.from({ length: hidden * width }, () => (chance() - 0.5) * FIRST_OUTPUT),
    outputSquares: new Float32Array(hidden * width).fill(1e-3),
    biases: new Float32Array(width),
    biasSquares: new Float32Array(width).fill(1e-2),
    sums: new Float64Array(hidden),
    active: new Float64Array(hidden),
    back: new Float64Array(hidden),
    scores: new Float64Array(width),
  };
  const order = examples.map((_, index) => index);
  const means = [state.cells, state.outputs, state.biases].map((weights) => ({
    weights,
    mean: new Float32Array(weights.length),
  }));
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, chance);
    for (const index of order) {
      const example = examples[index];
      if (example !== undefined) study(state, example, { eye, chance });
    }
    if (epoch >= UNSETTLED) for (const { weights, mean } of means) gather(mean, weights, 1 / (epochs - UNSETTLED));
  }
  const [cells, outputs, biases] = means.map(({ mean }) => mean);
  return { cells: cells ?? state.cells, outputs: outputs ?? state.outputs, biases: biases ?? state.biases };
}

function gather(mean: Float32Array, weights: Float32Array, share: number): void {
  for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] ?? 0) + share * (weights[at] ?? 0);
}

type State = {
  readonly course: NetworkCourse;
  readonly cells: Float32Array;
  readonly squares: Float32Array;
  readonly outputs: Float32Array;
  readonly outputSquares: Float32Array;
  readonly biases: Float32Array;
  readonly biasSquares: Float32Array;
  readonly sums: Float64Array;
  readonly active: Float64Array;
  readonly back: Float64Array;
  readonly scores: Float64Array;
};

function study(state: State, example: Lesson, { eye, chance }: { readonly eye: Eye; readonly chance: () => number }): void {
  const { course, cells, squares, sums } = state;
  const { hidden, kinds, categories, rate, dropout } = course;
  const sight = { rows: example.rows, hidden, rate, dropout, chance, cells, squares, sums };
  eye.look(sight);
  forward(state);
  softmax(state.scores, 0, kinds);
  softmax(state.scores, kinds, kinds + categories);

  state.back.fill(0);
  for (let name = 0; name < kinds; name++) correct(state, name, (state.scores[name] ?? 0) - (example.truth[name] ?? 0));
  if (example.category !== undefined) {
    for (let name = 0; name < categories; name++) {
      const at = kinds + name;
      correct(state, at, CATEGORY_SHARE * ((state.scores[at] ?? 0) - Number(name === example.category)));
    }
  }
  for (let unit = 0; unit < hidden; unit++) {
    const active = state.active[unit] ?? 0;
    state.back[unit] = (state.back[unit] ?? 0) * GAIN * (1 - active * active);
  }
  eye.correct(sight, state.back);
}

function forward({ course: { hidden }, outputs, biases, sums, active, scores }: State): void {
  scores.set(biases);
  for (let unit = 0; unit < hidden; unit++) {
    const fires = Math.tanh((sums[unit] ?? 0) * GAIN);
    active[unit] = fires;
    const row = unit * scores.length;
    for (let name = 0; name < scores.length; name++) scores[name] = (scores[name] ?? 0) + fires * (outputs[row + name] ?? 0);
  }
}

function correct(
  { course: { hidden, rate }, outputs, outputSquares, biases, biasSquares, active, back }: State,
  name: number,
  error: number,
): void {
  if (Math.abs(error) < 1e-5) return;
  const width = biases.length;
  biasSquares[name] = (biasSquares[name] ?? 0) + error * error;
  biases[name] = (biases[name] ?? 0) - (rate * error) / Math.sqrt(biasSquares[name] ?? 1);
  for (let unit = 0; unit < hidden; unit++) {
    const at = unit * width + name;
    back[unit] = (back[unit] ?? 0) + error * (outputs[at] ?? 0);
    const slope = error * (active[unit] ?? 0);
    outputSquares[at] = (outputSquares[at] ?? 0) + slope * slope;
    outputs[at] = (outputs[at] ?? 0) - (rate * slope) / Math.sqrt(outputSquares[at] ?? 1);
  }
}

function softmax(scores: Float64Array, from: number, to: number): void {
  let highest = -Infinity;
  for (let at = from; at < to; at++) highest = Math.max(highest, scores[at] ?? 0);
  let sum = 0;
  for (let at = from; at < to; at++) {
    const share = Math.exp((scores[at] ?? 0) - highest);
    scores[at] = share;
    sum += share;
  }
  for (let at = from; at < to; at++) scores[at] = (scores[at] ?? 0) / sum;
}

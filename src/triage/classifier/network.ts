import { softmax, sumsOf } from "./shares.ts";
import type { Rows } from "./vocabulary.ts";

/** How steeply a hidden unit answers to what it sees. */
export const GAIN = 3;

export type Sight = "all" | "runs";

/** A small network: features → hidden units → kinds and, beside them, categories. Cells are eight bits each. */
export type Network = {
  /** Names of both questions, the kinds first. */
  readonly kinds: readonly string[];
  readonly categories: readonly string[];
  /** `runs`: it looks at character runs only, and errs elsewhere than those that believe the lexicon. */
  readonly sees: Sight;
  readonly hidden: number;
  /** What one step of each unit's cells is worth. */
  readonly scales: readonly number[];
  /** hidden × (kinds + categories). */
  readonly outputs: readonly number[];
  readonly biases: readonly number[];
  readonly cells: Int8Array;
};

/** What a network makes of some features: how much each hidden unit fires. */
export function firesOf({ hidden, scales, cells, sees }: Network, rows: Rows): Float64Array {
  const sums = sumsOf(seenBy(sees, rows), cells, hidden);
  for (let unit = 0; unit < hidden; unit++) sums[unit] = Math.tanh((sums[unit] ?? 0) * (scales[unit] ?? 0) * GAIN);
  return sums;
}

/** The rows that a network looks at. */
export function seenBy(sees: Sight, rows: Rows): Rows {
  return sees === "all" ? rows : { ...rows, classes: [] };
}

/** Shares of the kinds. */
export function kindsOf(network: Network, fires: Float64Array): Float64Array {
  return answers(network, fires, 0, network.kinds.length);
}

/** Shares of the categories, if it is a matter. */
export function categoriesOf(network: Network, fires: Float64Array): Float64Array {
  return answers(network, fires, network.kinds.length, network.biases.length);
}

function answers({ outputs, biases }: Network, fires: Float64Array, from: number, to: number): Float64Array {
  const scores = new Float64Array(to - from);
  for (let name = from; name < to; name++) {
    let score = biases[name] ?? 0;
    for (let unit = 0; unit < fires.length; unit++) score += (fires[unit] ?? 0) * (outputs[unit * biases.length + name] ?? 0);
    scores[name - from] = score;
  }
  return softmax(scores);
}

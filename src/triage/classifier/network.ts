import { add, softmax } from "./shares.ts";
import type { Rows } from "./vocabulary.ts";
import { highestOf } from "./windows.ts";

/** How steeply a hidden unit answers to what it sees. */
export const GAIN = 3;

/**
 * What a network looks at. `runs`: all character runs together. `windows`: the runs of a few characters at a time, and each hidden unit
 * remembers the window that stirred it most. `all`: windows, and the classes of the lexicon beside them; the others do not err where the lexicon does.
 */
export const SIGHTS = ["runs", "windows", "all"] as const;
export type Sight = (typeof SIGHTS)[number];

/** A small network: features → hidden units → kinds and, beside them, categories. Cells are small whole numbers. */
export type Network = {
  /** Names of both questions, the kinds first. */
  readonly kinds: readonly string[];
  readonly categories: readonly string[];
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
  const { runs, classes, runsValue, classesValue } = rows;
  const sums = sees === "runs" ? new Float64Array(hidden) : highestOf(runs, cells, hidden);
  if (sees === "runs") add(sums, runs, cells, runsValue);
  if (sees === "all") add(sums, classes, cells, classesValue);
  for (let unit = 0; unit < hidden; unit++) sums[unit] = Math.tanh((sums[unit] ?? 0) * (scales[unit] ?? 0) * GAIN);
  return sums;
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
  const scores = Float64Array.from(biases.slice(from, to));
  for (let unit = 0; unit < fires.length; unit++) {
    const fire = fires[unit] ?? 0;
    const row = unit * biases.length + from;
    for (let name = 0; name < scores.length; name++) scores[name] = (scores[name] ?? 0) + fire * (outputs[row + name] ?? 0);
  }
  return softmax(scores);
}

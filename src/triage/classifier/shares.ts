import type { Rows } from "./vocabulary.ts";

/** What one question is answered with: for each feature a row of one weight a name, eight bits each. */
export type Head = {
  readonly names: readonly string[];
  /** What one step of each name's weights is worth. */
  readonly scales: readonly number[];
  /** What each name starts from. */
  readonly biases: readonly number[];
  readonly cells: Int8Array;
};

/** How likely each name of a head is: shares that sum to one, in the order of its names. */
export function sharesOf({ names, scales, biases, cells }: Head, rows: Rows): Float64Array {
  const scores = sumsOf(rows, cells, names.length);
  for (let name = 0; name < scores.length; name++) scores[name] = (scores[name] ?? 0) * (scales[name] ?? 0) + (biases[name] ?? 0);
  return softmax(scores);
}

/** The cells of all rows of a text, column by column, each by how much it counts. */
export function sumsOf({ runs, classes, runsValue, classesValue }: Rows, cells: Int8Array, width: number): Float64Array {
  const sums = new Float64Array(width);
  add(sums, runs, cells, runsValue);
  add(sums, classes, cells, classesValue);
  return sums;
}

function add(sums: Float64Array, rows: readonly number[], cells: Int8Array, value: number): void {
  const width = sums.length;
  const counts = new Int32Array(width);
  for (const row of rows) {
    const from = row * width;
    for (let column = 0; column < width; column++) counts[column] = (counts[column] ?? 0) + (cells[from + column] ?? 0);
  }
  for (let column = 0; column < width; column++) sums[column] = (sums[column] ?? 0) + (counts[column] ?? 0) * value;
}

/** Scores become shares that sum to one, in place. */
export function softmax(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  let sum = 0;
  for (let name = 0; name < scores.length; name++) {
    const share = Math.exp((scores[name] ?? 0) - highest);
    scores[name] = share;
    sum += share;
  }
  for (let name = 0; name < scores.length; name++) scores[name] = (scores[name] ?? 0) / sum;
  return scores;
}

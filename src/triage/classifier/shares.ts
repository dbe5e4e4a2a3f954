import { type Rows, UNKNOWN } from "./vocabulary.ts";

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
  const scores = new Float64Array(names.length);
  add(scores, rows.runs, cells, rows.runsValue);
  add(scores, rows.classes, cells, rows.classesValue);
  for (let name = 0; name < scores.length; name++) scores[name] = (scores[name] ?? 0) * (scales[name] ?? 0) + (biases[name] ?? 0);
  return softmax(scores);
}

/** Adds the cells of rows to the sums of their columns, each by how much it counts. */
export function add(sums: Float64Array, rows: Int32Array, cells: Int8Array, value: number): void {
  const width = sums.length;
  const counts = new Int32Array(width);
  for (const row of rows) {
    if (row === UNKNOWN) continue;
    const from = row * width;
    for (let column = 0; column < width; column++) counts[column] = (counts[column] ?? 0) + (cells[from + column] ?? 0);
  }
  for (let column = 0; column < width; column++) sums[column] = (sums[column] ?? 0) + (counts[column] ?? 0) * value;
}

/** Scores become shares that sum to one, in place. */
export function softmax(scores: Float64Array): Float64Array {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let name = 0; name < scores.length; name++) {
    const share = Math.exp((scores[name] ?? 0) - highest);
    scores[name] = share;
    sum += share;
  }
  for (let name = 0; name < scores.length; name++) scores[name] = (scores[name] ?? 0) / sum;
  return scores;
}

import type { Features } from "./features.ts";

/** The features of a text as rows of the weights, in the order of the text, and how much each of them counts. */
export type Rows = {
  readonly runs: Int32Array;
  readonly classes: Int32Array;
  readonly runsValue: number;
  readonly classesValue: number;
};

/** Character runs and word classes speak with one voice each, however long the text; few of them speak softly. */
const FEW_RUNS = 20;
const FEW_CLASSES = 8;

const EMPTY = -1;

/** The row of a feature that was never learned. */
export const UNKNOWN = EMPTY;

/** Makes the finder of rows: a feature that was never learned is unknown. `keys` are the learned features, in the order of their rows. */
export function rowsOf(keys: Uint32Array): (features: Features) => Rows {
  const size = 1 << Math.ceil(Math.log2(2 * keys.length + 2));
  const slots = new Int32Array(size).fill(EMPTY);
  for (const [row, key] of keys.entries()) {
    let at = key & (size - 1);
    while (slots[at] !== EMPTY) at = (at + 1) & (size - 1);
    slots[at] = row;
  }
  const rowOf = (key: number): number => {
    let at = key & (size - 1);
    for (let row = slots[at] ?? EMPTY; row !== EMPTY; row = slots[at] ?? EMPTY) {
      if (keys[row] === key) return row;
      at = (at + 1) & (size - 1);
    }
    return EMPTY;
  };
  const rowsIn = (features: readonly number[]): Int32Array => {
    const rows = new Int32Array(features.length);
    for (let at = 0; at < rows.length; at++) rows[at] = rowOf(features[at] ?? 0);
    return rows;
  };

  return ({ runs, classes }) => ({
    runs: rowsIn(runs),
    classes: rowsIn(classes),
    runsValue: 1 / Math.sqrt(runs.length + FEW_RUNS),
    classesValue: 1 / Math.sqrt(classes.length + FEW_CLASSES),
  });
}

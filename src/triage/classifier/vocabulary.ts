import type { Features } from "./features.ts";

/** The features of a text that were learned, as rows of the weights, and how much each of them counts. */
export type Rows = {
  readonly runs: readonly number[];
  readonly classes: readonly number[];
  readonly runsValue: number;
  readonly classesValue: number;
};

/** Character runs and word classes speak with one voice each, however long the text; few of them speak softly. */
const FEW_RUNS = 20;
const FEW_CLASSES = 8;

const EMPTY = -1;

/** Makes the finder of rows: a feature that was never learned has none. `keys` are the learned features, in the order of their rows. */
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
  const known = (features: readonly number[]): readonly number[] => {
    const rows: number[] = [];
    for (const feature of features) {
      const row = rowOf(feature);
      if (row !== EMPTY) rows.push(row);
    }
    return rows;
  };

  return ({ runs, classes }) => ({
    runs: known(runs),
    classes: known(classes),
    runsValue: 1 / Math.sqrt(runs.length + FEW_RUNS),
    classesValue: 1 / Math.sqrt(classes.length + FEW_CLASSES),
  });
}

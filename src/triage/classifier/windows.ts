import { UNKNOWN } from "./vocabulary.ts";

/** A window holds so many runs, those of eight characters, and the next one begins a character later. */
export const WINDOW = 24;
export const STEP = 3;
/** How much each run of a window counts. */
export const WINDOW_VALUE = 1 / Math.sqrt(30);

/** How many windows look at so many runs. */
export function windowsOver(runs: number): number {
  return 1 + Math.max(0, Math.ceil((runs - WINDOW) / STEP));
}

/** For each column of the cells the highest sum that any window of the runs has. */
export function highestOf(runs: Int32Array, cells: Int8Array, width: number): Float64Array {
  const sums = new Int32Array(width);
  const highest = new Int32Array(width);
  const count = (from: number, to: number, sign: 1 | -1): void => {
    for (let at = from; at < to; at++) {
      const row = runs[at] ?? UNKNOWN;
      if (row === UNKNOWN) continue;
      for (let column = 0; column < width; column++)
        sums[column] = (sums[column] ?? 0) + sign * (cells[row * width + column] ?? 0);
    }
  };
  count(0, Math.min(WINDOW, runs.length), 1);
  highest.set(sums);
  const last = windowsOver(runs.length);
  for (let window = 1; window < last; window++) {
    const from = window * STEP;
    count(from - STEP, from, -1);
    count(from + WINDOW - STEP, Math.min(from + WINDOW, runs.length), 1);
    for (let column = 0; column < width; column++)
      if ((sums[column] ?? 0) > (highest[column] ?? 0)) highest[column] = sums[column] ?? 0;
  }
  return Float64Array.from(highest, (sum) => sum * WINDOW_VALUE);
}

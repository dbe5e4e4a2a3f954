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
  const steps = stepsOf(runs, cells, width);
  const sums = new Int32Array(width);
  const inWindow = (WINDOW / STEP) * width;
  for (let at = 0; at < Math.min(inWindow, steps.length); at++) sums[at % width] = (sums[at % width] ?? 0) + (steps[at] ?? 0);
  const highest = new Float64Array(sums);
  for (let at = inWindow; at < steps.length; at += width) {
    for (let column = 0; column < width; column++) {
      const sum = (sums[column] ?? 0) + (steps[at + column] ?? 0) - (steps[at + column - inWindow] ?? 0);
      sums[column] = sum;
      if (sum > (highest[column] ?? 0)) highest[column] = sum;
    }
  }
  for (let column = 0; column < width; column++) highest[column] = (highest[column] ?? 0) * WINDOW_VALUE;
  return highest;
}

/** The sums of the cells of the runs of each step, one step after another. */
function stepsOf(runs: Int32Array, cells: Int8Array, width: number): Int32Array {
  const sums = new Int32Array(Math.ceil(runs.length / STEP) * width);
  for (let at = 0; at < runs.length; at++) {
    const row = runs[at] ?? UNKNOWN;
    if (row === UNKNOWN) continue;
    const to = Math.floor(at / STEP) * width;
    const from = row * width;
    for (let column = 0; column < width; column++) sums[to + column] = (sums[to + column] ?? 0) + (cells[from + column] ?? 0);
  }
  return sums;
}

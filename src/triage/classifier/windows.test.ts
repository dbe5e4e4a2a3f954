import { expect, it } from "vitest";
import { highestOf, STEP, WINDOW, WINDOW_VALUE } from "./windows.ts";

/** Two columns: rows 0 to 2 stir the first, row 3 the second. */
const CELLS = Int8Array.from([1, 0, 2, 0, -3, 0, 0, 5]);
const highest = (runs: readonly number[]) => [...highestOf(Int32Array.from(runs), CELLS, 2)].map((sum) => sum / WINDOW_VALUE);

it("sums up a text that one window sees whole, whatever is unknown in it", () => {
  const [first, second] = highest([0, -1, 1, 3, -1]);
  expect(first).toBeCloseTo(3);
  expect(second).toBeCloseTo(5);
});

it("remembers for each column the window that stirs it most", () => {
  const silence = new Array<number>(WINDOW).fill(-1);
  const dull = new Array<number>(STEP).fill(2);
  const [first, second] = highest([0, 1, 1, ...silence, ...dull, 3, 3, -1]);
  expect(first).toBeCloseTo(5);
  expect(second).toBeCloseTo(10);
});

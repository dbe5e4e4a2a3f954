import { UNKNOWN } from "../triage/classifier/vocabulary.ts";
import { STEP, WINDOW, WINDOW_VALUE, windowsOver } from "../triage/classifier/windows.ts";
import type { Eye, Sight } from "./learn-network.ts";

const NOTHING = new Int32Array();
/** A slope so small teaches nothing. */
const FLAT = 1e-6;

/** Looks at all character runs of a text together. */
export function runsEye(): Eye {
  let seen: Int32Array = NOTHING;
  return {
    look: (sight) => {
      seen = kept(sight.rows.runs, sight);
      sight.sums.fill(0);
      add(seen, sight, sight.rows.runsValue);
    },
    correct: (sight, slopes) => correctAll(seen, sight, { slopes, value: sight.rows.runsValue }),
  };
}

/** Looks at a few characters at a time, each hidden unit learns from the window that stirred it most; and, when asked, at the classes of the whole text. */
export function windowEye(hasClasses: boolean): Eye {
  let seen: Int32Array = NOTHING;
  let classes: Int32Array = NOTHING;
  let best: Int32Array = NOTHING;
  return {
    look: (sight) => {
      seen = kept(sight.rows.runs, sight);
      best = strongest(seen, sight);
      for (let unit = 0; unit < sight.hidden; unit++) sight.sums[unit] = (sight.sums[unit] ?? 0) * WINDOW_VALUE;
      classes = hasClasses ? kept(sight.rows.classes, sight) : NOTHING;
      add(classes, sight, sight.rows.classesValue);
    },
    correct: (sight, slopes) => {
      correctAll(classes, sight, { slopes, value: sight.rows.classesValue });
      for (let unit = 0; unit < sight.hidden; unit++) {
        const slope = (slopes[unit] ?? 0) * WINDOW_VALUE;
        if (Math.abs(slope) < FLAT) continue;
        const from = best[unit] ?? 0;
        const to = Math.min(from + WINDOW, seen.length);
        for (let at = from; at < to; at++) {
          const row = seen[at] ?? UNKNOWN;
          if (row !== UNKNOWN) step(sight, row * sight.hidden + unit, slope);
        }
      }
    },
  };
}

/** The rows without those that are left out this time. */
function kept(rows: Int32Array, { chance, dropout }: Sight): Int32Array {
  return rows.map((row) => (row === UNKNOWN || chance() < dropout ? UNKNOWN : row));
}

function add(rows: Int32Array, { cells, hidden, sums }: Sight, value: number): void {
  for (const row of rows) {
    if (row === UNKNOWN) continue;
    for (let unit = 0; unit < hidden; unit++) sums[unit] = (sums[unit] ?? 0) + value * (cells[row * hidden + unit] ?? 0);
  }
}

type Fault = { readonly slopes: Float64Array; readonly value: number };

function correctAll(rows: Int32Array, sight: Sight, { slopes, value }: Fault): void {
  for (const row of rows) {
    if (row === UNKNOWN) continue;
    for (let unit = 0; unit < sight.hidden; unit++) step(sight, row * sight.hidden + unit, (slopes[unit] ?? 0) * value);
  }
}

/** Where each unit's highest window begins; its sum is written down. */
function strongest(seen: Int32Array, { cells, hidden, sums }: Sight): Int32Array {
  const best = new Int32Array(hidden);
  const now = new Float64Array(hidden);
  const count = (from: number, to: number, sign: 1 | -1): void => {
    for (let at = from; at < to; at++) {
      const row = seen[at] ?? UNKNOWN;
      if (row === UNKNOWN) continue;
      for (let unit = 0; unit < hidden; unit++) now[unit] = (now[unit] ?? 0) + sign * (cells[row * hidden + unit] ?? 0);
    }
  };
  count(0, Math.min(WINDOW, seen.length), 1);
  sums.set(now);
  const last = windowsOver(seen.length);
  for (let window = 1; window < last; window++) {
    const from = window * STEP;
    count(from - STEP, from, -1);
    count(from + WINDOW - STEP, Math.min(from + WINDOW, seen.length), 1);
    for (let unit = 0; unit < hidden; unit++) {
      if ((now[unit] ?? 0) <= (sums[unit] ?? 0)) continue;
      sums[unit] = now[unit] ?? 0;
      best[unit] = from;
    }
  }
  return best;
}

/** One step of AdaGrad. */
function step({ cells, squares, rate }: Sight, at: number, slope: number): void {
  const sum = (squares[at] ?? 0) + slope * slope;
  squares[at] = sum;
  cells[at] = (cells[at] ?? 0) - (rate * slope) / Math.sqrt(sum);
}

import { chanceOf, shuffle } from "./chance.ts";

/** One example: which weights it touches and how much, and what is true of it (shares that sum to one). */
export type Example = { readonly rows: Int32Array; readonly values: Float32Array; readonly truth: Float32Array };

export type Course = {
  readonly features: number;
  readonly names: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Share of an example's features that are left out each time, so that no single one is relied on. */
  readonly dropout: number;
};

/** Any fixed number: the same utterances always give the same weights. */
const SEED = 20260914;

/**
 * Multinomial logistic regression by AdaGrad: gives `features × names` weights, row by row. The order of the examples is shuffled
 * by a fixed seed, so the same examples give the same weights to the bit. `decay` shrinks all weights after each epoch.
 */
export function learn(examples: readonly Example[], { features, names, epochs, rate, decay, dropout }: Course): Float32Array {
  const weights = new Float32Array(features * names);
  const squares = new Float32Array(features * names).fill(1e-2);
  const order = examples.map((_, index) => index);
  const chance = chanceOf(SEED);
  const shares = new Float64Array(names);

  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, chance);
    for (const index of order) {
      const whole = examples[index];
      if (whole === undefined) continue;
      const example = dropout === 0 ? whole : thinned(whole, dropout, chance);
      sharesOf(example, weights, shares);
      for (let name = 0; name < names; name++) {
        const error = (shares[name] ?? 0) - (example.truth[name] ?? 0);
        if (Math.abs(error) > 1e-4) step(example, weights, squares, { name, error, names, rate });
      }
    }
    for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] ?? 0) * (1 - decay);
  }
  return weights;
}

/** The example without some of its features; the last, which is everybody's, stays. */
function thinned({ rows, values, truth }: Example, dropout: number, chance: () => number): Example {
  const kept: number[] = [];
  for (let at = 0; at < rows.length; at++) if (at === rows.length - 1 || chance() >= dropout) kept.push(at);
  return {
    rows: Int32Array.from(kept, (at) => rows[at] ?? 0),
    values: Float32Array.from(kept, (at) => values[at] ?? 0),
    truth,
  };
}

/** Softmax of the scores of one example, written into `shares`. */
function sharesOf({ rows, values }: Example, weights: Float32Array, shares: Float64Array): void {
  const names = shares.length;
  shares.fill(0);
  for (let at = 0; at < rows.length; at++) {
    const row = (rows[at] ?? 0) * names;
    const value = values[at] ?? 0;
    for (let name = 0; name < names; name++) shares[name] = (shares[name] ?? 0) + value * (weights[row + name] ?? 0);
  }
  const highest = Math.max(...shares);
  let sum = 0;
  for (let name = 0; name < names; name++) {
    const share = Math.exp((shares[name] ?? 0) - highest);
    shares[name] = share;
    sum += share;
  }
  for (let name = 0; name < names; name++) shares[name] = (shares[name] ?? 0) / sum;
}

type Step = { readonly name: number; readonly error: number; readonly names: number; readonly rate: number };

function step({ rows, values }: Example, weights: Float32Array, squares: Float32Array, { name, error, names, rate }: Step): void {
  for (let at = 0; at < rows.length; at++) {
    const slope = error * (values[at] ?? 0);
    const where = (rows[at] ?? 0) * names + name;
    const sum = (squares[where] ?? 0) + slope * slope;
    squares[where] = sum;
    weights[where] = (weights[where] ?? 0) - (rate * slope) / Math.sqrt(sum);
  }
}

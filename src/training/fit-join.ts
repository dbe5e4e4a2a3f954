import type { JoinWeights } from "../triage/classifier/weights.ts";
import { mayMeet } from "../triage/join/join.ts";
import { likeness, SIGNS, type Side } from "../triage/join/likeness.ts";
import { type Example, learn } from "./learn.ts";

/** Two reports, and whether they are of one thing. */
export type Pair = { readonly again: Side; readonly open: Side; readonly same: boolean };

const COURSE = { epochs: 60, rate: 0.1, decay: 0.001, dropout: 0 };

/** Learns how much each sign tells. Pairs that places or kinds rule out teach nothing. */
export function fitJoin(pairs: readonly Pair[]): JoinWeights {
  const examples = pairs.flatMap(({ again, open, same }): Example[] => {
    const seen = mayMeet(again.kind, open.kind) ? likeness(again, open) : undefined;
    if (seen === undefined) return [];
    return [
      {
        rows: Int32Array.from(seen.keys()),
        values: Float32Array.from(seen),
        truth: Float32Array.of(Number(!same), Number(same)),
      },
    ];
  });
  const weights = learn(examples, { ...COURSE, features: SIGNS.length, names: 2 });
  return Object.fromEntries(
    SIGNS.map((sign, at) => [sign, Number(((weights[2 * at + 1] ?? 0) - (weights[2 * at] ?? 0)).toPrecision(5))]),
  );
}

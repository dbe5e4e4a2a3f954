/** Pairs of texts that share more than this share of their runs of three characters (Jaccard). With the same list twice, each pair once and no text with itself. */
export function nearPairs(
  left: readonly string[],
  right: readonly string[],
  over: number,
): readonly (readonly [string, string])[] {
  const isSame = left === right;
  const runsOfLeft = left.map(runsOf);
  const holders = new Map<string, number[]>();
  for (const [index, runs] of runsOfLeft.entries()) {
    for (const run of runs) {
      const known = holders.get(run);
      if (known === undefined) holders.set(run, [index]);
      else known.push(index);
    }
  }

  const pairs: (readonly [string, string])[] = [];
  for (const [at, text] of right.entries()) {
    const runs = isSame ? (runsOfLeft[at] ?? new Set<string>()) : runsOf(text);
    const shared = new Map<number, number>();
    for (const run of runs) {
      for (const index of holders.get(run) ?? []) if (!isSame || index < at) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    for (const [index, both] of shared) {
      const all = runs.size + (runsOfLeft[index]?.size ?? 0) - both;
      if (both / all > over) pairs.push([left[index] ?? "", text]);
    }
  }
  return pairs;
}

/** A text of one or two characters is a run by itself. */
function runsOf(text: string): ReadonlySet<string> {
  const plain = text.replace(/\s/gu, "");
  if (plain.length < 3) return new Set([plain]);
  return new Set(Array.from({ length: plain.length - 2 }, (_, at) => plain.slice(at, at + 3)));
}

import type { Hit, Meanings } from "../lexicon/meanings.ts";

/** How much of what one text names the other accounts for: by naming it too, or by an incident that it belongs to. */
export type Explained = {
  /** The share of its words that the other names too, and the share that is at least of the same incident. */
  readonly same: number;
  readonly akin: number;
  /** Whether it names an object that the other does not account for. */
  readonly strange: number;
  /** How many words are left over, at most three thirds. */
  readonly rest: number;
};

/** What of `one` the other explains. Spots alone are no matter. */
export function explainedBy(one: Meanings, other: Meanings): Explained {
  const names = new Set(other.hits.flatMap((hit) => hit.names));
  const isSame = (hit: Hit): boolean => hit.names.some((name) => names.has(name));
  const isAkin = (hit: Hit): boolean =>
    isSame(hit) || hit.incidents.some((row) => other.heads.has(row)) || hit.heads.some((row) => other.tellings.has(row));
  const hits = one.hits.filter(({ isSpotOnly }) => !isSpotOnly);
  const akin = hits.filter(isAkin).length;
  return {
    same: share(hits.filter(isSame).length, hits.length),
    akin: share(akin, hits.length),
    strange: Number(hits.some((hit) => hit.isObject && !isAkin(hit))),
    rest: Math.min(1, (hits.length - akin) / 3),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

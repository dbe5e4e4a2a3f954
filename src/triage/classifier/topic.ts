import { type Categories, categoryFinder, OTHER } from "../categories.ts";

/**
 * Makes the reader of categories: the likeliest one of `learned`. One that a community dropped from its file is never given;
 * one that it added is found by its words alone, until it is learned.
 */
export function topicReader(categories: Categories, learned: readonly string[]): (text: string, shares: Float64Array) => string {
  const kept = learned.map((name) => categories.some(({ id }) => id === name));
  const added = categories.filter(({ id }) => id !== OTHER && !learned.includes(id));
  const addedIn = added.length === 0 ? undefined : categoryFinder(added);

  return (text, shares) => {
    const own = addedIn?.(text) ?? OTHER;
    if (own !== OTHER) return own;

    let best: number | undefined;
    for (const [at, share] of shares.entries()) {
      if (kept[at] === true && (best === undefined || share > (shares[best] ?? 0))) best = at;
    }
    return best === undefined ? OTHER : (learned[best] ?? OTHER);
  };
}

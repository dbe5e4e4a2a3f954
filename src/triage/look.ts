import type { Categories } from "./categories.ts";
import { classifierOf, type Shares } from "./classifier/classify.ts";
import { doubted } from "./classifier/verdict.ts";
import type { Weights } from "./classifier/weights.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { sensesOf } from "./senses.ts";

export type Eyes = {
  readonly lexicon: Lexicon;
  readonly categories: Categories;
  readonly weights: Pick<Weights, "keys" | "kinds" | "networks">;
};

/** What the first look at a text gives. `isWary`: it speaks to the bot or about it, and is never acted on without asking. */
export type Look = Shares & { readonly isWary: boolean };

/** Makes the first look at a normalised text: what was learned of its words, and doubt where nothing of a community stands in it. */
export function lookerOf({ lexicon, categories, weights }: Eyes): (text: string) => Look {
  const sense = sensesOf(lexicon, categories);
  const classify = classifierOf(weights, lexicon.doubt);
  return (text) => {
    const sensed = sense(text);
    const shares = classify(sensed);
    return { ...shares, kinds: doubted(shares.kinds, timesOf(lexicon.doubt, sensed.ground)), isWary: sensed.isWary };
  };
}

function timesOf({ none, one }: Lexicon["doubt"], ground: number): number {
  if (ground === 0) return none;
  return ground === 1 ? one : 1;
}

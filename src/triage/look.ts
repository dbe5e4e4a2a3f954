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

/** `2-2-107`, `3号楼2单元`, `五栋`. */
const ADDRESS =
  /(?:[0-9]{1,3}[-#]){1,2}[0-9]{1,4}|(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})(?:号楼|号院|栋|幢|座|单元|室|#楼?)(?:[0-9]{3,4})?/g;
const FEWEST = 3;
/** `6-1-201那家`: somebody speaks of that house, and what they say is not of their own. */
const OF_ANOTHER = /^[那这的]/;

/** `2-2-107厕所返水`: a house's number in front or behind sounds like a list that goes round; what is hardly a matter with it may be one without. */
export function lookPastAddress(look: (text: string) => Look, text: string): Look {
  const whole = look(text);
  const rest = text.replace(ADDRESS, "").replace(/^[\s,，。:：]+|[\s,，。]+$/g, "");
  if (rest.length === text.length || rest.length < FEWEST || OF_ANOTHER.test(rest) || (whole.kinds.at(-1) ?? 0) < HARDLY)
    return whole;
  const bare = look(rest);
  return (bare.kinds.at(-1) ?? 0) < LIKELY ? bare : whole;
}

/** From this share of `none` on words are hardly a matter; below the other they rather are one. */
const HARDLY = 0.9;
const LIKELY = 0.7;

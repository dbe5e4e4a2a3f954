import type { Categories } from "./categories.ts";
import { type Features, featuresOf } from "./classifier/features.ts";
import { finderOf, type Lexicon } from "./lexicon/lexicon.ts";
import { signsOf } from "./lexicon/signs.ts";

/** What a text shows: features, how many of the classes that matters are made of stand in it, and whether it speaks of the bot itself. */
export type Sensed = Features & { readonly ground: number; readonly isWary: boolean };

/** Makes the reader of a normalised text that training and triage share. The words of a category are a class of their own. */
export function sensesOf(lexicon: Lexicon, categories: Categories): (text: string) => Sensed {
  const topics = categories.filter(({ words }) => words.length > 0).map(({ id, words }) => [`about ${id}`, words] as const);
  const find = finderOf({ ...lexicon, words: { ...lexicon.words, ...Object.fromEntries(topics) } });
  const signs = signsOf(lexicon);
  const [grounds, wary] = [new Set(lexicon.ground), new Set(lexicon.wary)];
  return (text) => {
    const hits = find(text);
    let ground = 0;
    let isWary = false;
    for (const name of hits.keys()) {
      if (grounds.has(name)) ground++;
      if (wary.has(name)) isWary = true;
    }
    return { ...featuresOf(text, hits, signs(hits)), ground, isWary };
  };
}

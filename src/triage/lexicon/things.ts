import type { Lexicon } from "./lexicon.ts";
import { indexWords } from "./word-index.ts";

/** Makes the finder of the things that a normalised text names, each by its own word: the longest at each place. */
export function thingsOf({
  things,
  words,
  idioms,
}: Pick<Lexicon, "things" | "words" | "idioms">): (text: string) => ReadonlySet<string> {
  const index = indexWords({ thing: things.names.flatMap((name) => words[name] ?? []) }, idioms);
  return (text) => {
    const found = new Set<string>();
    let reached = 0;
    for (const [start, end] of index.find(text).get("thing") ?? []) {
      if (end <= reached) continue;
      found.add(text.slice(start, end));
      reached = end;
    }
    return found;
  };
}

import type { Lexicon, Things } from "./lexicon.ts";
import { indexWords } from "./word-index.ts";

/** What a text names: objects, troubles and spots, and the incidents that these may belong to. */
export type Meanings = {
  readonly objects: ReadonlySet<string>;
  readonly troubles: ReadonlySet<string>;
  readonly spots: ReadonlySet<string>;
  /** Incidents of which it names the first word: what they are about. */
  readonly heads: ReadonlySet<number>;
  /** Incidents of which it names anything else: how they are told. */
  readonly tellings: ReadonlySet<number>;
};

type Part = "objects" | "troubles" | "spots";
type Meaning = { readonly part: Part; readonly name: string };

const PARTS: readonly Part[] = ["objects", "troubles", "spots"];

/** Makes the finder of what a normalised text is about: the longest word counts at each place, and all that it may mean. */
export function meaningsOf({ things, idioms }: Pick<Lexicon, "things" | "idioms">): (text: string) => Meanings {
  const known = knownWords(things);
  const index = indexWords({ thing: [...known.keys()] }, idioms);
  const incidents = things.incidents.map((row) => row.split(/\s+/u));
  return (text) => {
    const found = { objects: new Set<string>(), troubles: new Set<string>(), spots: new Set<string>() };
    let reached = 0;
    for (const [start, end] of index.find(text).get("thing") ?? []) {
      if (start < reached) continue;
      for (const { part, name } of known.get(text.slice(start, end)) ?? []) found[part].add(name);
      reached = end;
    }
    const heads = new Set<number>();
    const tellings = new Set<number>();
    for (const [row, [head = "", ...others]] of incidents.entries()) {
      if (found.objects.has(head)) heads.add(row);
      if (others.some((name) => found.troubles.has(name) || found.objects.has(name))) tellings.add(row);
    }
    return { ...found, heads, tellings };
  };
}

function knownWords(things: Things): ReadonlyMap<string, readonly Meaning[]> {
  const known = new Map<string, Meaning[]>();
  for (const part of PARTS) {
    for (const [name, words] of Object.entries(things[part])) {
      for (const word of words) known.set(word, [...(known.get(word) ?? []), { part, name }]);
    }
  }
  return known;
}

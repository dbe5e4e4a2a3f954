import type { Lexicon, Things } from "./lexicon.ts";
import { indexWords } from "./word-index.ts";

/** One word and all that it may mean. */
export type Hit = {
  readonly isObject: boolean;
  readonly isSpotOnly: boolean;
  readonly names: readonly string[];
  /** The incidents that it may belong to, and those that it is the head of: what they are about. */
  readonly incidents: readonly number[];
  readonly heads: readonly number[];
};

/** What a text names: objects, troubles and spots, and the incidents that these may belong to. */
export type Meanings = {
  readonly objects: ReadonlySet<string>;
  readonly troubles: ReadonlySet<string>;
  readonly spots: ReadonlySet<string>;
  readonly hits: readonly Hit[];
  /** Incidents of which it names the head. */
  readonly heads: ReadonlySet<number>;
  /** Incidents of which it names anything else: how they are told. */
  readonly tellings: ReadonlySet<number>;
};

type Part = "objects" | "troubles" | "spots";

const PARTS: readonly Part[] = ["objects", "troubles", "spots"];

/** A word as the ontology has it. */
type Known = Hit & { readonly parts: readonly (readonly [Part, string])[]; readonly tells: readonly number[] };

/** Makes the finder of what a normalised text is about: the longest word counts at each place, and all that it may mean. */
export function meaningsOf({ things, idioms }: Pick<Lexicon, "things" | "idioms">): (text: string) => Meanings {
  const known = knownWords(things);
  const index = indexWords({ thing: [...known.keys()] }, idioms);
  return (text) => {
    const found = { objects: new Set<string>(), troubles: new Set<string>(), spots: new Set<string>() };
    const hits = new Set<Known>();
    let reached = 0;
    for (const [start, end] of index.find(text).get("thing") ?? []) {
      const word = start < reached ? undefined : known.get(text.slice(start, end));
      if (word === undefined) continue;
      for (const [part, name] of word.parts) found[part].add(name);
      hits.add(word);
      reached = end;
    }
    const heads = new Set([...hits].flatMap((hit) => hit.heads));
    const tellings = new Set([...hits].flatMap((hit) => hit.tells));
    return { ...found, hits: [...hits], heads, tellings };
  };
}

function knownWords(things: Things): ReadonlyMap<string, Known> {
  const incidents = things.incidents.map((row) => row.split(/\s+/u));
  const parts = new Map<string, (readonly [Part, string])[]>();
  for (const part of PARTS) {
    for (const [name, words] of Object.entries(things[part])) {
      for (const word of words) parts.set(word, [...(parts.get(word) ?? []), [part, name]]);
    }
  }
  return new Map(Array.from(parts, ([word, meant]) => [word, knownWord(meant, incidents)]));
}

function knownWord(parts: readonly (readonly [Part, string])[], incidents: readonly (readonly string[])[]): Known {
  const names = parts.filter(([part]) => part !== "spots").map(([, name]) => name);
  const objects = parts.filter(([part]) => part === "objects").map(([, name]) => name);
  const rows = [...incidents.keys()];
  const heads = rows.filter((row) => objects.includes(incidents[row]?.[0] ?? ""));
  const tells = rows.filter((row) => incidents[row]?.slice(1).some((name) => names.includes(name)));
  return {
    parts,
    names: parts.map(([part, name]) => (part === "spots" ? `at ${name}` : name)),
    isObject: objects.length > 0,
    isSpotOnly: names.length === 0,
    heads,
    tells,
    incidents: [...new Set([...heads, ...tells])],
  };
}

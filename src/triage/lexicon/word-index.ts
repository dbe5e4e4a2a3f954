/** Where the words of one class stand in a text: start and end of every hit, in order of their start. */
export type Spans = readonly (readonly [start: number, end: number])[];

/** What was found in one text, by class. A class without hits is absent. */
export type Hits = ReadonlyMap<string, Spans>;

type Found = Map<string, (readonly [number, number])[]>;

type Node = { readonly next: Map<number, Node>; readonly classes: string[] };

/** Many words, each of one or more classes, found in a single walk through a text. */
export type WordIndex = { readonly find: (text: string) => Found };

/** The class of idioms, never reported. */
const IDIOM = "";

/** Builds the index once. `classes` gives the words of each class, the longest of a class wins at each place; inside an idiom nothing is found. */
export function indexWords(classes: Readonly<Record<string, readonly string[]>>, idioms: readonly string[] = []): WordIndex {
  const root: Node = { next: new Map(), classes: [] };
  for (const [name, words] of Object.entries(classes)) for (const word of words) add(root, word, name);
  for (const idiom of idioms) add(root, idiom, IDIOM);
  return { find: (text) => find(root, text) };
}

function add(root: Node, word: string, name: string): void {
  let node = root;
  for (let index = 0; index < word.length; index++) {
    const unit = word.charCodeAt(index);
    const known = node.next.get(unit);
    const next = known ?? { next: new Map(), classes: [] };
    if (known === undefined) node.next.set(unit, next);
    node = next;
  }
  if (!node.classes.includes(name)) node.classes.push(name);
}

function find(root: Node, text: string): Found {
  const hits: Found = new Map();
  for (let start = 0; start < text.length; start++) {
    let node = root.next.get(text.charCodeAt(start));
    for (let end = start + 1; node !== undefined; end++) {
      for (const name of node.classes) note(hits, name, start, end);
      node = end < text.length ? node.next.get(text.charCodeAt(end)) : undefined;
    }
  }
  return withoutIdioms(hits);
}

function withoutIdioms(hits: Found): Found {
  const idioms = hits.get(IDIOM);
  if (idioms === undefined) return hits;

  hits.delete(IDIOM);
  for (const [name, spans] of hits) {
    const kept = spans.filter(
      ([start, end]) => !idioms.some(([from, to]) => from <= start && end <= to && end - start < to - from),
    );
    if (kept.length > 0) hits.set(name, kept);
    else hits.delete(name);
  }
  return hits;
}

function note(hits: Found, name: string, start: number, end: number): void {
  const spans = hits.get(name);
  if (spans === undefined) hits.set(name, [[start, end]]);
  else if (spans.at(-1)?.[0] === start) spans[spans.length - 1] = [start, end];
  else spans.push([start, end]);
}

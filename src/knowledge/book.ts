import type { Entry } from "./entry.ts";
import { pairs, patternOf, pieces, terms } from "./terms.ts";

/** An entry, laid open for comparing. */
export type Book = {
  readonly entry: Entry;
  /** Its names, the longest first. */
  readonly names: readonly RegExp[];
  readonly terms: ReadonlySet<string>;
  readonly letters: ReadonlySet<string>;
  readonly asks: readonly ReadonlySet<string>[];
};

/** How many characters of a question, its names and everything around it left out, an entry speaks of, and how many it does not. */
export type Share = { readonly known: number; readonly foreign: number };

const NUMERAL = /[\d〇零一二两三四五六七八九十百半]/u;

/** Lays an entry open. */
export function openBook(entry: Entry): Book {
  const asks = entry.asks.map((ask) => new Set(terms(ask)));
  return {
    entry,
    names: entry.words.toSorted((a, b) => b.length - a.length).map(patternOf),
    asks,
    terms: new Set([entry.title, ...entry.words, ...entry.asks, entry.answer].flatMap(terms)),
    letters: new Set([...entry.asks, entry.answer].join("")),
  };
}

/** Does a text call the thing by one of its names? */
export function isNamed(text: string, { names }: Book): boolean {
  return names.some((name) => text.search(name) >= 0);
}

/** Compares the asking part of a question with an entry. A character known only by itself counts half on either side; an unknown number (whose age, which floor) tells nothing. */
export function compare(question: string, book: Book): Share {
  let known = 0;
  let foreign = 0;
  for (const piece of pieces(question, book.names)) {
    const found = pairs(piece).map((pair) => book.terms.has(pair));
    for (const [index, letter] of [...piece].entries()) {
      const part =
        found[index - 1] === true || found[index] === true || book.terms.has(piece) ? 1 : book.letters.has(letter) ? 0.5 : 0;
      known += part;
      if (!NUMERAL.test(letter)) foreign += 1 - part;
    }
  }
  return { known, foreign };
}

/** How near a question is to the nearest way of asking that is written down, from 0 to 1; rare terms count more. */
export function nearness(question: string, book: Book, rarity: (term: string) => number): number {
  const said = new Set(terms(question));
  const weigh = (some: Iterable<string>): number => [...some].reduce((sum, term) => sum + rarity(term), 0);
  return Math.max(...book.asks.map((ask) => (2 * weigh(both(said, ask))) / (weigh(said) + weigh(ask))));
}

function both(some: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] {
  return [...some].filter((one) => others.has(one));
}

/** How much a term tells: the fewer entries speak of it, the more; one that none speaks of tells most. */
export function rarityIn(books: readonly Book[]): (term: string) => number {
  const spread = new Map<string, number>();
  for (const book of books) for (const term of book.terms) spread.set(term, (spread.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + books.length / ((spread.get(term) ?? 0) + 1));
}

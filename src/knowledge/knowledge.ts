import MiniSearch from "minisearch";
import { asked, asksHow } from "./asking.ts";
import { type Book, compare, isNamed, nearness, openBook, rarityIn } from "./book.ts";
import type { Entry } from "./entry.ts";
import { patternOf, plain, terms } from "./terms.ts";

/** What a resident is told, and who says so. `score` only orders answers of one set of entries. */
export type Answer = { readonly title: string; readonly text: string; readonly source: string; readonly score: number };

/** Answers questions about procedures. */
export type Knowledge = {
  /** The answer to a question, or undefined where it is not surely about one of the entries: then a person is asked. */
  readonly answer: (question: string) => Answer | undefined;
};

/** A question longer than this tells a story; somebody should read it. In characters. */
const READ_AT_MOST = 120;

/** When a question is surely about an entry. A wrong answer is worse than none: doubt goes to the grid worker. */
const SURE = {
  /** Nearness of a question that is a written way of asking, but for the words around it. */
  asWritten: 0.9,
  /** Score over the next entry's. */
  lead: 1.3,
  /** Named: foreign characters it may have whatever else it says; near to a written way of asking; where it has as many known ones. */
  named: { foreign: 1, near: { by: 0.6, foreign: 2.5 }, known: { foreign: 3.5 } },
  /** Not named: near to a written way of asking and hardly anything foreign, or so much known and nothing foreign at all. */
  unnamed: { near: { by: 0.65, known: 5 }, foreign: 2, speaks: 8 },
};

/** Makes knowledge of entries (`flows/load-knowledge.ts` reads them). */
export function createKnowledge(entries: readonly Entry[]): Knowledge {
  const books = entries.map(openBook);
  const rarity = rarityIn(books);
  const index = indexOf(entries);

  return {
    answer: (text) => {
      if (text.length > READ_AT_MOST) return undefined;
      const question = plain(text);
      if (!asksHow(question)) return undefined;

      const [first, second] = index.search(question);
      const book = books[first?.id];
      if (first === undefined || book === undefined) return undefined;

      const near = nearness(question, book, rarity);
      const leads = first.score >= SURE.lead * (second?.score ?? 0);
      if (near < SURE.asWritten && !(leads && isSure(question, book, near))) return undefined;

      const { title, answer, source } = book.entry;
      return { title, text: answer, source, score: first.score };
    },
  };
}

function isSure(question: string, book: Book, near: number): boolean {
  const part = asked(question, (clause) => isNamed(clause, book));
  const { known, foreign } = compare(part, book);
  const { named, unnamed } = SURE;

  if (!isNamed(question, book)) {
    if (foreign === 0 && known >= unnamed.speaks) return true;
    return foreign <= unnamed.foreign && known >= unnamed.near.known && near >= unnamed.near.by;
  }
  if (foreign <= named.foreign || (foreign <= named.known.foreign && known >= foreign)) return true;
  return foreign <= named.near.foreign && near >= named.near.by;
}

/** Searches names, ways of asking and answers by pairs of characters, and by the names that stand in the text. */
function indexOf(entries: readonly Entry[]): MiniSearch {
  const names = [...new Set(entries.flatMap(({ words }) => words))].map((name) => ({ name, pattern: patternOf(name) }));
  const index = new MiniSearch({
    fields: ["names", "asks", "answer"],
    tokenize: (text) => [...terms(text), ...names.filter(({ pattern }) => text.search(pattern) >= 0).map(({ name }) => name)],
    processTerm: (term) => term,
    searchOptions: { boost: { names: 2, asks: 1.5, answer: 0.5 } },
  });
  index.addAll(
    entries.map(({ title, words, asks, answer }, id) => ({
      id,
      names: [title, ...words].join("\n"),
      asks: asks.join("\n"),
      answer,
    })),
  );
  return index;
}

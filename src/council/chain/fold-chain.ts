import type { Chain } from "./read-chain.ts";
import type { ChainLine } from "./read-line.ts";

/**
 * One line as it stands. `by` is whoever posted it, `since` the number of the change that brought it in, `among` which
 * entries stood in the post that did, `past` how it read before, `leftAt` the change that took it out.
 */
type Entry = {
  readonly line: ChainLine;
  readonly by: string;
  readonly since: number;
  readonly among: readonly number[];
  readonly past: readonly string[];
  readonly leftAt?: number;
};

/** What all reposts together say; plain data, to be stored as it is. An entry's place in the list is its name for good. */
export type Standing = { readonly changes: number; readonly entries: readonly Entry[] };

/** What one repost changed. */
export type Folded = {
  readonly joined: readonly ChainLine[];
  readonly left: readonly ChainLine[];
  readonly changed: readonly ChainLine[];
  readonly standing: Standing;
};

/** Before anybody has joined. */
export const NOBODY_YET: Standing = { changes: 0, entries: [] };

/** The lines that stand, in the order they came. */
export function linesOf({ entries }: Standing): readonly ChainLine[] {
  return entries.filter(({ leftAt }) => leftAt === undefined).map(({ line }) => line);
}

/** How many persons and how many lines stand. */
export function countOf(standing: Standing): { readonly people: number; readonly lines: number } {
  const lines = linesOf(standing);
  return { people: lines.reduce((sum, { count }) => sum + count, 0), lines: lines.length };
}

/**
 * Takes a repost into what stands. `by` is the account that posted it.
 *
 * Somebody leaves when a line says so; or when their line is missing from a whole repost whose author must have known it:
 * whoever posted that line, or whoever carries a line that was first posted together with it. Any other missing line is
 * a race (two people took the same list) or a cut, and stays.
 * Who has left comes back by their own post, or by one whose author must have seen the list without them; else it is an old list.
 */
export function foldChain(standing: Standing, repost: Chain, by: string): Folded {
  const change = standing.changes + 1;
  const matched = matchTodo(standing.entries, repost.lines);
  const carried = [...matched.keys()];
  const among = repost.lines.flatMap((line, index) => (line.isLeaving ? [] : (matched.places[index] ?? [])));

  const joined: ChainLine[] = [];
  const left: ChainLine[] = [];
  const changed: ChainLine[] = [];
  void carried;
  void among;
  void change;
  void by;
  return { joined, left, changed, standing };
}

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
  const { carried, fresh } = match(standing.entries, repost.lines);
  const places = [...carried].flatMap(([place, line]) => (line.isLeaving ? [] : place));
  const among = [...places, ...fresh.map((_, index) => standing.entries.length + index)];
  const outcomes = standing.entries.map((entry, place) => {
    const line = carried.get(place);
    if (line !== undefined) return meet(entry, line, { place, by, change, among, standing, carried });
    const isKnown = !repost.isTruncated && (entry.by === by || hadSeen(place, standing.entries, carried));
    return entry.leftAt === undefined && isKnown ? { entry: { ...entry, leftAt: change }, did: "left" as const } : { entry };
  });

  const joined = fresh.map((line): Entry => ({ line, by, since: change, among, past: [] }));
  const linesThat = (wanted: Did): readonly ChainLine[] =>
    outcomes.filter(({ did }) => did === wanted).map(({ entry }) => entry.line);
  const isChange = joined.length > 0 || outcomes.some(({ did }) => did !== undefined);
  const entries = [...outcomes.map(({ entry }) => entry), ...joined];
  return {
    joined: [...linesThat("joined"), ...fresh],
    left: linesThat("left"),
    changed: linesThat("changed"),
    standing: isChange ? { changes: change, entries } : standing,
  };
}

/** Somebody who stands in the list said elsewhere that they do not come: their line goes, or their name of several. */
export function withoutPerson(standing: Standing, isThem: (name: string | undefined, household: string | undefined) => boolean) {
  const change = standing.changes + 1;
  const entries = standing.entries.map((entry): Entry => {
    const { people, household, count } = entry.line;
    const others = people.filter((name) => !isThem(name, household));
    const isIn = people.length === 0 ? isThem(undefined, household) : others.length < people.length;
    if (entry.leftAt !== undefined || !isIn) return entry;
    if (others.length === 0) return { ...entry, leftAt: change };
    return { ...entry, line: { ...entry.line, people: others, count: Math.max(1, count - (people.length - others.length)) } };
  });
  return { changes: change, entries };
}

type Did = "joined" | "left" | "changed";
type Outcome = { readonly entry: Entry; readonly did?: Did };
type Carried = ReadonlyMap<number, ChainLine>;
type Post = {
  readonly place: number;
  readonly by: string;
  readonly change: number;
  readonly among: readonly number[];
  readonly standing: Standing;
  readonly carried: Carried;
};

/** What a line of the repost does to the entry it speaks of. */
function meet(entry: Entry, line: ChainLine, { place, by, change, among, standing, carried }: Post): Outcome {
  const isOld = entry.by !== by && entry.past.includes(line.raw);
  const past = [...entry.past, entry.line.raw].filter((raw) => raw !== line.raw);
  if (entry.leftAt !== undefined) {
    const { leftAt, ...rest } = entry;
    const returns = !line.isLeaving && (entry.by === by || sawThemGone(place, leftAt, standing.entries, carried));
    return returns ? { entry: { ...rest, line, by, since: change, among, past }, did: "joined" } : { entry };
  }
  if (isOld || line.isCut || (line.raw === entry.line.raw && !line.isLeaving)) return { entry };
  // The line as it stood is kept: who left is told by it.
  if (line.isLeaving) return { entry: { ...entry, past: [...past, line.raw], leftAt: change }, did: "left" };
  return { entry: { ...entry, line, past }, did: "changed" };
}

/** Whether the repost carries a line that came later, in a post where this one stood: then its author had seen this one. */
function hadSeen(place: number, entries: readonly Entry[], carried: Carried): boolean {
  const since = entries[place]?.since ?? 0;
  return entries.some((other, at) => at !== place && carried.has(at) && other.since > since && other.among.includes(place));
}

/** Whether the repost carries a line that came after the leaving, in a post where the one who left was gone. */
function sawThemGone(place: number, leftAt: number, entries: readonly Entry[], carried: Carried): boolean {
  return entries.some((other, at) => at !== place && carried.has(at) && other.since > leftAt && !other.among.includes(place));
}

/** Which entry each line of a repost speaks of; the last line of the same people counts. Lines of nobody yet are fresh. */
function match(
  entries: readonly Entry[],
  lines: readonly ChainLine[],
): { readonly carried: Carried; readonly fresh: readonly ChainLine[] } {
  const carried = new Map<number, ChainLine>();
  const fresh: ChainLine[] = [];
  for (const line of lines) {
    const place = placeOf(entries, line);
    if (place !== undefined) {
      carried.set(place, line);
      continue;
    }
    const twin = fresh.findIndex((other) => isSame(other, line));
    if (twin >= 0) fresh.splice(twin, 1, ...(line.isLeaving ? [] : [line]));
    else if (!line.isLeaving) fresh.push(line);
  }
  return { carried, fresh };
}

function placeOf(entries: readonly Entry[], line: ChainLine): number | undefined {
  const tests = [
    (entry: Entry) => entry.line.raw === line.raw && entry.leftAt === undefined,
    (entry: Entry) => isSame(entry.line, line) && entry.leftAt === undefined,
    (entry: Entry) => isSame(entry.line, line),
  ];
  for (const test of tests) {
    const place = entries.findIndex(test);
    if (place >= 0) return place;
  }
  return undefined;
}

/** The same people: a name in common and no other household; a household alone is whoever is of it. */
function isSame(one: ChainLine, other: ChainLine): boolean {
  if (one.isCut || other.isCut) return isBeginning(one, other) || isBeginning(other, one);
  const isElsewhere = one.household !== undefined && other.household !== undefined && one.household !== other.household;
  if (isElsewhere) return false;
  if (one.people.length === 0 || other.people.length === 0)
    return one.household !== undefined && one.household === other.household;
  return one.people.some((name) => other.people.includes(name));
}

function isBeginning(cut: ChainLine, whole: ChainLine): boolean {
  return whole.raw.startsWith(cut.raw) && (cut.position === whole.position || cut.people[0] === whole.people[0]);
}

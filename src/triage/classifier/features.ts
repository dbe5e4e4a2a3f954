import type { Hits } from "../lexicon/word-index.ts";

/** What a text shows to the classifier: its character runs, and the word classes and signs found in it, each as a number of 32 bits (a hash). */
export type Features = { readonly runs: readonly number[]; readonly classes: readonly number[] };

/** Runs of one to this many characters. */
const LONGEST_RUN = 3;
/** Two classes are side by side when at most this many characters are between them. */
const SIDE_BY_SIDE = 8;
/** So many hits tell enough; a flood of words adds nothing but time. */
const MOST_HITS = 60;

const EDGE = 2;
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** The features of a normalised text, and of the classes and signs found in it. Digits are all alike: house numbers say nothing of the kind. */
export function featuresOf(text: string, hits: Hits, signs: readonly string[]): Features {
  const classes = classesOf(hits, text.length);
  for (const sign of signs) classes.push(mixed(hashOf(sign)));
  return { runs: runsOf(text), classes };
}

function runsOf(text: string): number[] {
  const units = unitsOf(text);
  const runs: number[] = [];
  for (let start = 0; start < units.length; start++) {
    let hash = SEED;
    const end = Math.min(units.length, start + LONGEST_RUN);
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ (units[at] ?? 0), PRIME);
      runs.push(mixed(hash ^ (at - start)));
    }
  }
  return runs;
}

/** Ends of clauses: whether somebody writes them says nothing. A question mark does, and stays. */
const PAUSES = new Set(Array.from(" \t\n,，.。、!！~～…:：;；", (mark) => mark.charCodeAt(0)));
const PAUSE = 1;

/** Character codes with an edge at both ends; runs of digits are one zero, pauses of any kind are one pause, and none stands at an edge. */
function unitsOf(text: string): number[] {
  const units = [EDGE];
  let isPausing = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (PAUSES.has(code)) {
      isPausing = true;
      continue;
    }
    const unit = code >= 48 && code <= 57 ? 48 : code;
    if (isPausing && units.length > 1) units.push(PAUSE);
    else if (unit === 48 && units.at(-1) === 48) continue;
    isPausing = false;
    units.push(unit);
  }
  units.push(EDGE);
  return units;
}

type Hit = { readonly name: number; readonly start: number; readonly end: number };

function classesOf(hits: Hits, length: number): number[] {
  const found: Hit[] = [];
  const classes: number[] = [];
  for (const [name, spans] of hits) {
    const hash = hashOf(name);
    classes.push(mixed(hash));
    for (const [start, end] of spans) found.push({ name: hash, start, end });
  }
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  if (found.length > MOST_HITS) found.length = MOST_HITS;
  for (const [index, one] of found.entries()) {
    for (let next = index + 1; next < found.length; next++) {
      const other = found[next];
      if (other === undefined || other.start - one.end > SIDE_BY_SIDE) break;
      if (other.name !== one.name) classes.push(mixed(Math.imul(one.name, 31) ^ other.name));
    }
  }
  classes.push(mixed(hashOf(`length ${Math.min(8, Math.floor(Math.log2(length + 1)))}`)));
  return classes;
}

const known = new Map<string, number>();

function hashOf(name: string): number {
  const seen = known.get(name);
  if (seen !== undefined) return seen;
  let hash = SEED ^ 0x5bd1;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), PRIME);
  known.set(name, hash);
  return hash;
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (once ^ (once >>> 13)) >>> 0;
}

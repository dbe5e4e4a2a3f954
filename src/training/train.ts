import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Community } from "../shared/community.ts";
import type { Categories } from "../triage/categories.ts";
import type { Features } from "../triage/classifier/features.ts";
import { SORTS, type Sort } from "../triage/classifier/sorts.ts";
import { rowsOf } from "../triage/classifier/vocabulary.ts";
import type { Weights } from "../triage/classifier/weights.ts";
import { mayContinue, type Side } from "../triage/join/likeness.ts";
import type { Lexicon } from "../triage/lexicon/lexicon.ts";
import { normalise } from "../triage/normalise.ts";
import { sensesOf } from "../triage/senses.ts";
import { fitHead, fitNetwork } from "./fit.ts";
import { fitJoin } from "./fit-join.ts";
import { filesIn } from "./read-lines.ts";
import { type Reader, readPairs, sideReader } from "./read-pairs.ts";
import { readUtterances, type Utterance } from "./utterances.ts";

/** Where our own labelled messages are, from the project's root. */
export const UTTERANCES = "seeds/utterances";

/** Everything that weights are learned from. */
export type Lesson = {
  /** The folder of utterances (`.txt`) and of pairs (`.jsonl`). */
  readonly folder: string;
  readonly lexicon: Lexicon;
  readonly categories: Categories;
  readonly community: Community;
};

type Judges = Pick<Weights, "keys" | "kinds" | "networks">;

/** Found by trying: docs/decisions has the figures. `METHOD` grows with every change of the method, so that old weights are known as old. */
const METHOD = 8;
const KINDS_PLAN = { epochs: 12, rate: 0.15, decay: 0.002, dropout: 0.3 };
/** Three that look at different things are worth more than three that only began differently. Seeds are any fixed numbers. */
const NETWORK_PLANS = [
  { sees: "runs", seed: 7, hidden: 20, epochs: 8, rate: 0.1, dropout: 0.6 },
  { sees: "windows", seed: 99, hidden: 22, epochs: 10, rate: 0.1, dropout: 0.5 },
  { sees: "all", seed: 20261121, hidden: 26, epochs: 10, rate: 0.1, dropout: 0.5 },
] as const;
/** Rare features tell much when they are many; the file must stay small. */
const LEAST_TEXTS = 4;
const MOST_FEATURES = 90_000;
/** So many lines of chatter that sound as if they went on about something are learned as about no open matter. */
const MOST_CHAT = 250;

/** Learns all weights. Throws ConfigError naming file and line of what cannot be read. */
export function train(lesson: Lesson): Weights {
  const { folder, categories } = lesson;
  const utterances = readUtterances(
    folder,
    categories.map(({ id }) => id),
  );
  const judges = judgesOf(lesson, utterances);
  const reader = { ...lesson, weights: judges };
  const pairs = filesIn(folder, ".jsonl").flatMap((file) => readPairs(file, reader));
  return { source: sourceOf(lesson), ...judges, join: fitJoin(pairs, chatOf(utterances, reader)) };
}

/** Learns what tells kinds and categories from some utterances. */
export function judgesOf({ lexicon, categories }: Lesson, utterances: readonly Utterance[]): Judges {
  const ids = categories.map(({ id }) => id);
  const sense = sensesOf(lexicon, categories);
  const texts = utterances.map((utterance) => ({ ...utterance, features: sense(normalise(utterance.text)) }));
  const keys = commonest(texts.map(({ features }) => features));
  const find = rowsOf(keys);
  const labelled = texts.map((each) => ({ ...each, kinds: sortsOf(each), rows: find(each.features) }));
  const kinds = fitHead(labelled, SORTS, { ...KINDS_PLAN, features: keys.length });
  const networks = NETWORK_PLANS.map((plan) => fitNetwork(labelled, SORTS, ids, { ...plan, features: keys.length }));
  return { keys, kinds, networks };
}

/** What is learned of an utterance: chatter of friends and of the world (`== none @chat`, `@hard`) is told from what people say of their community. */
function sortsOf({ kinds, group }: Utterance): readonly Sort[] {
  return kinds.map((kind) => (kind === "none" && (group === "chat" || group === "hard") ? group : kind));
}

/** The features that stand in enough texts, the commonest first. */
function commonest(all: readonly Features[]): Uint32Array {
  const counts = new Map<number, number>();
  for (const { runs, classes } of all) {
    for (const feature of new Set([...runs, ...classes])) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count >= LEAST_TEXTS).sort(([a, x], [b, y]) => y - x || a - b);
  return Uint32Array.from(kept.slice(0, MOST_FEATURES), ([feature]) => feature);
}

/** What tells whether weights are those that a lesson gives. */
export function sourceOf({ folder, lexicon, categories }: Lesson): string {
  const hash = createHash("sha256").update(`${METHOD}\n${JSON.stringify({ lexicon, categories })}`);
  for (const name of readdirSync(folder).sort()) hash.update(`\n${name}\n`).update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}

/** Chatter that would be taken for a voice about something, evenly out of all there is, as said by somebody of the first room. */
export function chatOf(utterances: readonly Pick<Utterance, "text" | "kinds">[], reader: Reader): readonly Side[] {
  const sideOf = sideReader(reader);
  const chat = utterances.filter(({ text, kinds }) => kinds[0] === "none" && mayContinue(normalise(text)));
  const every = Math.ceil(chat.length / MOST_CHAT);
  const alias = "3-2-501";
  const topic = reader.community.rooms[0]?.topic ?? "";
  return chat.filter((_, at) => at % every === 0).map(({ text }) => sideOf({ text, alias }, topic));
}

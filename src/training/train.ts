import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Community } from "../shared/community.ts";
import type { Categories } from "../triage/categories.ts";
import type { Features } from "../triage/classifier/features.ts";
import { SORTS, type Sort } from "../triage/classifier/sorts.ts";
import { topicReader } from "../triage/classifier/topic.ts";
import { joiningKind } from "../triage/classifier/verdict.ts";
import { rowsOf } from "../triage/classifier/vocabulary.ts";
import { categoriesOf, type Weights } from "../triage/classifier/weights.ts";
import { contentOf } from "../triage/join/content.ts";
import { RAISED } from "../triage/join/join.ts";
import type { Side } from "../triage/join/likeness.ts";
import type { Lexicon } from "../triage/lexicon/lexicon.ts";
import { thingsOf } from "../triage/lexicon/things.ts";
import { lookerOf } from "../triage/look.ts";
import { normalise } from "../triage/normalise.ts";
import { placeReader } from "../triage/place/place.ts";
import { sensesOf } from "../triage/senses.ts";
import { fitHead, fitNetwork } from "./fit.ts";
import { fitJoin, type Pair } from "./fit-join.ts";
import { filesIn, readLines } from "./read-lines.ts";
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

/** Found by trying: docs/decisions has the figures. `METHOD` grows with every change of the method, so that old weights are known as old. */
const METHOD = 6;
const KINDS_PLAN = { epochs: 12, rate: 0.15, decay: 0.002, dropout: 0.3 };
const NETWORK_PLAN = { hidden: 20, epochs: 8, rate: 0.1, dropout: 0.6 };
/** Two that look at different things are worth more than two that only began differently. Seeds are any fixed numbers. */
const SIGHTS = [
  { sees: "all", seed: 20261121 },
  { sees: "runs", seed: 7 },
] as const;
/** A feature of fewer texts tells nothing that holds elsewhere; and the file must stay small. */
const LEAST_TEXTS = 6;
const MOST_FEATURES = 55_000;

const Line = z.object({ text: z.string(), alias: z.string() });
const PairLine = z.object({ open: Line, again: Line, room: z.string(), same: z.boolean() });

/** Learns all weights. Throws ConfigError naming file and line of what cannot be read. */
export function train(lesson: Lesson): Weights {
  const { folder, lexicon, categories } = lesson;
  const ids = categories.map(({ id }) => id);
  const sense = sensesOf(lexicon, categories);
  const texts = readUtterances(folder, ids).map((utterance) => ({ ...utterance, features: sense(normalise(utterance.text)) }));
  const keys = commonest(texts.map(({ features }) => features));
  const find = rowsOf(keys);
  const labelled = texts.map((each) => ({ ...each, kinds: sortsOf(each), rows: find(each.features) }));
  const kinds = fitHead(labelled, SORTS, { ...KINDS_PLAN, features: keys.length });
  const networks = SIGHTS.map((sight) => fitNetwork(labelled, SORTS, ids, { ...NETWORK_PLAN, ...sight, features: keys.length }));
  const reader = { ...lesson, weights: { keys, kinds, networks } };
  const pairs = filesIn(folder, ".jsonl").flatMap((file) => readPairs(file, reader));
  return { source: sourceOf(lesson), keys, kinds, networks, join: fitJoin(pairs) };
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

/** Who reads both sides of a pair. */
export type Reader = Pick<Lesson, "lexicon" | "categories" | "community"> & {
  readonly weights: Pick<Weights, "keys" | "kinds" | "networks">;
};

/** Labelled pairs as the joiner sees them. */
export function readPairs(file: string, { lexicon, categories, community, weights }: Reader): readonly Pair[] {
  const look = lookerOf({ lexicon, categories, weights });
  const thingsIn = thingsOf(lexicon);
  const topicOf = topicReader(categories, categoriesOf(weights));
  const placeOf = placeReader(community);
  const sideOf = ({ text, alias }: z.output<typeof Line>, topic: string): Side => {
    const room = community.rooms.find((each) => each.topic === topic);
    const where = { alias, ...(room === undefined ? {} : { room }) };
    const plain = normalise(text);
    const { kinds, categories: topics } = look(plain);
    const shares = { kinds, categories: topics() };
    return {
      ...shares,
      text: plain,
      alias,
      kind: joiningKind(shares.kinds, lexicon.thresholds),
      category: topicOf(plain, shares.categories),
      place: placeOf({ text, ...where }),
      home: placeOf({ text: "我家", ...where }),
      things: thingsIn(plain),
      content: contentOf(plain),
    };
  };
  return readLines(file, PairLine).map(({ open, again, room, same }) => {
    // The first of a pair is a ticket already, whatever the classifier would call it.
    const ticket = sideOf(open, room);
    const kind = RAISED.has(ticket.kind) ? ticket.kind : "demand";
    return { open: { ...ticket, kind }, again: sideOf(again, room), same };
  });
}

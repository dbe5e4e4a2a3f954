import { z } from "zod";
import { KINDS } from "../../tickets/reading.ts";
import { type Hits, indexWords } from "./word-index.ts";

const Word = z.string().trim().min(1);

/** Words parted by blanks; a blank inside one is written `_`. One text, because a list of ten thousand takes YAML longer than the start may. */
const Words = z
  .string()
  .transform((text) =>
    text
      .split(/\s+/u)
      .filter((word) => word !== "")
      .map((word) => word.replaceAll("_", " ")),
  )
  .refine((words) => words.length > 0, "has no words");

const Share = z.number().min(0).max(1);

const Regex = Word.refine(isRegex, { error: "is not a regular expression" });

const Sign = z.strictObject({
  /** Every one must be there; `a|b` is either of two, `!a` must be absent. The first two are those that `near` measures. */
  if: z.array(Word).min(1),
  /** At most this many characters between the first two. */
  near: z.number().int().positive().optional(),
  /** With `near`: the first stands before the second. */
  ordered: z.boolean().default(false),
});
export type Sign = z.output<typeof Sign>;

const Meant = z.record(Word, Words).default({});

/** What two reports can be about (join/). */
const Things = z
  .strictObject({
    /** Classes of names of things. */
    names: z.array(Word).default([]),
    objects: Meant,
    troubles: Meant,
    spots: Meant,
    /** What may be one incident, told by two people: names of objects and troubles, parted by blanks, what it is about first. */
    incidents: z.array(Word).default([]),
  })
  .default({ names: [], objects: {}, troubles: {}, spots: {}, incidents: [] });
export type Things = z.output<typeof Things>;

/** What `seeds/lexicon.yaml` holds: words by class, patterns by class, and what company of them tells. What it tells is learned. */
export const Lexicon = z
  .strictObject({
    /** Likelihoods from which something is done (classifier/verdict.ts). */
    thresholds: z.strictObject({
      matter: Share,
      sure: Share,
      sureOf: z.partialRecord(z.enum(KINDS), Share).default({}),
      idle: Share,
      danger: Share,
      alarm: Share.default(1),
    }),
    /** Classes that matters of a community are made of. */
    ground: z.array(Word).default([]),
    /** So many times less likely is a matter in a message with none of them, or with one; and so many times likelier than among our utterances are people's thanks and answers, talk between friends, and the world's. */
    doubt: z
      .strictObject({
        none: z.number().min(1),
        one: z.number().min(1),
        people: z.number().min(1),
        chat: z.number().min(1),
        hard: z.number().min(1),
      })
      .default({ none: 1, one: 1, people: 1, chat: 1, hard: 1 }),
    /** A message with a word of these classes is never acted on without asking. */
    wary: z.array(Word).default([]),
    things: Things,
    /** Nothing is found inside these: 着火 is not in 打不着火. */
    idioms: z.array(Word).default([]),
    words: z.record(Word, Words),
    patterns: z.record(Word, z.array(Regex).min(1)).default({}),
    signs: z.array(Sign).default([]),
  })
  .superRefine((lexicon, context) => {
    const known = new Set([...Object.keys(lexicon.words), ...Object.keys(lexicon.patterns)]);
    const lists = { ground: lexicon.ground, wary: lexicon.wary, things: lexicon.things.names };
    for (const [list, names] of Object.entries(lists)) {
      for (const [index, name] of names.entries()) {
        if (known.has(name)) continue;
        const message = `there is no class "${name}" under words or patterns`;
        context.addIssue({ code: "custom", path: [list, index], message });
      }
    }
    const meant = new Set([...Object.keys(lexicon.things.objects), ...Object.keys(lexicon.things.troubles)]);
    for (const [index, row] of lexicon.things.incidents.entries()) {
      const missing = row.split(/\s+/u).find((name) => !meant.has(name));
      if (missing === undefined) continue;
      const message = `there is no "${missing}" under objects or troubles`;
      context.addIssue({ code: "custom", path: ["things", "incidents", index], message });
    }
    for (const [index, sign] of lexicon.signs.entries()) {
      for (const [position, item] of sign.if.entries()) {
        const missing = item
          .replace(/^!/, "")
          .split("|")
          .find((name) => !known.has(name));
        if (missing === undefined) continue;
        context.addIssue({
          code: "custom",
          path: ["signs", index, "if", position],
          message: `there is no class "${missing}" under words or patterns`,
        });
      }
    }
  });
export type Lexicon = z.output<typeof Lexicon>;

/** Makes the finder of all classes of a lexicon, compiled once. Text must be normalised. */
export function finderOf({ idioms, words, patterns }: Pick<Lexicon, "idioms" | "words" | "patterns">): (text: string) => Hits {
  const index = indexWords(words, idioms);
  const compiled = Object.entries(patterns).map(([name, sources]) => ({
    name,
    regex: new RegExp(sources.map((source) => `(?:${source})`).join("|"), "gu"),
  }));

  return (text) => {
    const hits = index.find(text);
    for (const { name, regex } of compiled) {
      const spans = spansOf(regex, text);
      if (spans.length === 0) continue;
      hits.set(
        name,
        [...(hits.get(name) ?? []), ...spans].sort(([a], [b]) => a - b),
      );
    }
    return hits;
  };
}

/** Where a global pattern matches. Written out, as this runs for every pattern on every message. */
function spansOf(regex: RegExp, text: string): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  regex.lastIndex = 0;
  for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
    const end = match.index + match[0].length;
    spans.push([match.index, end]);
    if (end === match.index) regex.lastIndex++;
  }
  return spans;
}

function isRegex(source: string): boolean {
  try {
    new RegExp(source, "u");
    return true;
  } catch {
    return false;
  }
}

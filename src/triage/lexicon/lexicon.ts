import { z } from "zod";
import { KINDS } from "../../tickets/reading.ts";
import { type Hits, indexWords } from "./word-index.ts";

const Word = z.string().trim().min(1);

const Regex = Word.refine(isRegex, { error: "is not a regular expression" });

const Rule = z.strictObject({
  /** Every one must be there; `a|b` is either of two, `!a` must be absent. The first two are those that `near` measures. */
  if: z.array(Word).min(1),
  /** At most this many characters between the first two. */
  near: z.number().int().positive().optional(),
  /** With `near`: the first stands before the second. */
  ordered: z.boolean().default(false),
  /** What it speaks for; `matter` strengthens whatever kind leads. Negative numbers speak against. */
  adds: z.partialRecord(z.enum([...KINDS, "matter"]), z.number()),
});

/** What `seeds/lexicon.yaml` holds: words by class, patterns by class, and what their company means. */
export const Lexicon = z
  .strictObject({
    /** Score from which a reading is likely enough to be filed at all, and margins from which the bot files, or drops, without asking. */
    thresholds: z.strictObject({ none: z.number(), sure: z.number(), idle: z.number() }),
    /** Nothing is found inside these: 着火 is not in 打不着火. */
    idioms: z.array(Word).default([]),
    words: z.record(Word, z.array(Word).min(1)),
    patterns: z.record(Word, z.array(Regex).min(1)).default({}),
    rules: z.array(Rule).min(1),
  })
  .superRefine((lexicon, context) => {
    const known = new Set([...Object.keys(lexicon.words), ...Object.keys(lexicon.patterns)]);
    for (const [index, rule] of lexicon.rules.entries()) {
      for (const [position, item] of rule.if.entries()) {
        const missing = item
          .replace(/^!/, "")
          .split("|")
          .find((name) => !known.has(name));
        if (missing === undefined) continue;
        context.addIssue({
          code: "custom",
          path: ["rules", index, "if", position],
          message: `there is no class "${missing}" under words or patterns`,
        });
      }
    }
  });
export type Lexicon = z.output<typeof Lexicon>;
export type LexiconRule = Lexicon["rules"][number];

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
      const spans = Array.from(text.matchAll(regex), (match) => [match.index, match.index + match[0].length] as const);
      if (spans.length > 0)
        hits.set(
          name,
          [...(hits.get(name) ?? []), ...spans].sort(([a], [b]) => a - b),
        );
    }
    return hits;
  };
}

function isRegex(source: string): boolean {
  try {
    new RegExp(source, "u");
    return true;
  } catch {
    return false;
  }
}

import { z } from "zod";
import { URGENCIES } from "../tickets/reading.ts";
import { indexWords } from "./lexicon/word-index.ts";

const Word = z.string().trim().min(1);

/** What `seeds/categories.yaml` holds: what a matter can be about. the id is what people read, and what units list as their duties; the words need not be complete. */
export const Categories = z
  .array(z.strictObject({ id: Word, urgency: z.enum(URGENCIES).default("ordinary"), words: z.array(Word).default([]) }))
  .min(1)
  .superRefine((rows, context) => {
    for (const [index, { id }] of rows.entries()) {
      if (rows.findIndex((row) => row.id === id) !== index)
        context.addIssue({ code: "custom", path: [index, "id"], message: `"${id}" stands twice` });
    }
    if (!rows.some(({ id }) => id === OTHER))
      context.addIssue({ code: "custom", path: [], message: `there is no category "${OTHER}" for what fits nowhere` });
  });
export type Categories = z.output<typeof Categories>;

export const OTHER = "其他";

/** Makes the finder of a text's category: the one whose words fill most of the text; the earlier one in the file when two are even; `other` when none fits. */
export function categoryFinder(categories: Categories): (text: string) => string {
  const index = indexWords(Object.fromEntries(categories.map(({ id, words }) => [id, words])));

  return (text) => {
    const hits = index.find(text);
    if (hits.size === 0) return OTHER;
    let best = OTHER;
    let most = 0;
    for (const { id } of categories) {
      const score = weightOf(hits.get(id) ?? []);
      if (score > most) [best, most] = [id, score];
    }
    return best;
  };
}

/** Longer words say more: two characters count 2, four count 4; words inside others count only once. */
function weightOf(spans: readonly (readonly [number, number])[]): number {
  let reached = 0;
  let weight = 0;
  for (const [start, end] of spans) {
    if (end <= reached) continue;
    weight += end - Math.max(start, reached);
    reached = end;
  }
  return weight;
}

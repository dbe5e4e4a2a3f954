import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";

/** Every two neighbouring letters of a text, once: Chinese has no gaps between words, and both databases can look a pair up. */
export function pairsOf(text: string): readonly string[] {
  const runs =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const pairs = runs.flatMap((run) => {
    const letters = [...run];
    return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
  });
  return [...new Set(pairs)];
}

/** Keeps the words of a summary as they are now; what was taken back is not found any more. Call it before the summary is written. */
export async function keepWords(tx: Kysely<Schema>, ticket: number, summary: string): Promise<void> {
  const before = await tx.selectFrom("tickets").select("summary").where("number", "=", ticket).executeTakeFirst();
  if (before?.summary === summary) return;
  if (before !== undefined) await tx.deleteFrom("ticket_words").where("ticket", "=", ticket).execute();
  const rows = pairsOf(summary).map((word) => ({ word, ticket }));
  if (rows.length > 0) await tx.insertInto("ticket_words").values(rows).execute();
}

import { z } from "zod";
import { ModelError } from "../../shared/errors.ts";
import { KINDS, URGENCIES } from "../../tickets/reading.ts";
import type { Categories } from "../categories.ts";

const Part = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((part) => (part === null || part === undefined || part === "" ? undefined : String(part)));

/** What a model may say about a report. Whatever else it says is dropped here: an answer is data and nothing acts on it. */
export const Answer = z.object({
  kind: z.enum(KINDS),
  category: z.string(),
  urgency: z.enum(URGENCIES),
  /** Words taken from the message. */
  summary: z.string().default(""),
  confidence: z.number().transform((share) => Math.min(1, Math.max(0, share))),
  joins: z.number().int().nullish(),
  place: z.object({ building: Part, unit: Part, room: Part, spot: Part }).partial().nullish(),
});
export type Answer = z.output<typeof Answer>;

/** Some servers fence their JSON even when told not to. */
const FENCED = /^```(?:json)?\s*\n([\s\S]*)\n```$/;

/** One letter's answers, each known by the number of its question. */
const Letter = z.object({ answers: z.array(z.object({ id: z.number().int() }).loose()) });

/**
 * Parses a model's letter with answers to questions 1 to `count`, in their order. An answer that is missing, given twice, or of another shape is
 * undefined. Throws ModelError when the whole is no JSON, or none of it can be used.
 */
export function parseAnswers(text: string, count: number, categories: Categories): readonly (Answer | undefined)[] {
  const trimmed = text.trim();
  let json: unknown;
  try {
    json = JSON.parse(FENCED.exec(trimmed)?.[1] ?? trimmed);
  } catch (cause) {
    throw new ModelError("the model's answer is no JSON; choose a model that keeps to response_format json_object", { cause });
  }

  const letter = Letter.safeParse(json);
  if (!letter.success) throw new ModelError("the model's answer has no list of answers; the offline reading is used");
  const answers = Array.from({ length: count }, (_, index) => {
    const [given, again] = letter.data.answers.filter(({ id }) => id === index + 1);
    return again === undefined ? answerOf(given, categories) : undefined;
  });
  if (answers.some((answer) => answer !== undefined)) return answers;
  throw new ModelError("the model's answer has another shape or names what does not exist; the offline reading is used");
}

function answerOf(given: unknown, categories: Categories): Answer | undefined {
  const answer = Answer.safeParse(given);
  return answer.success && categories.some(({ id }) => id === answer.data.category) ? answer.data : undefined;
}

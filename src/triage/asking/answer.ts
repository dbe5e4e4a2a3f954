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

/** Parses a model's answer. Throws ModelError when it is no JSON, lacks a part, or names a kind, urgency or category that does not exist. */
export function parseAnswer(text: string, categories: Categories): Answer {
  const trimmed = text.trim();
  let json: unknown;
  try {
    json = JSON.parse(FENCED.exec(trimmed)?.[1] ?? trimmed);
  } catch (cause) {
    throw new ModelError("the model's answer is no JSON; choose a model that keeps to response_format json_object", { cause });
  }

  const answer = Answer.safeParse(json);
  if (!answer.success)
    throw new ModelError(
      `the model's answer has another shape at "${answer.error.issues[0]?.path.join(".")}"; the offline reading is used`,
    );
  if (categories.some(({ id }) => id === answer.data.category)) return answer.data;
  throw new ModelError("the model's answer names a category that does not exist; the offline reading is used");
}

import { createHash } from "node:crypto";
import { Answer } from "./answer.ts";

/** Where answers are kept, such as a Keyv: the same question is not paid for twice. */
export type AnswerCache = {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown) => Promise<unknown>;
};

/** The key of a question: a hash, so that the cache holds no resident's words. `by` names the model and the prompt's version. */
export function keyOf(by: string, question: string): string {
  return createHash("sha256").update(`${by}\n${question}`).digest("hex");
}

/** The kept answer. A cache that fails, or holds another shape, is as good as none. */
export async function keptAnswer(cache: AnswerCache | undefined, key: string): Promise<Answer | undefined> {
  const kept = Answer.safeParse(await cache?.get(key).catch(() => undefined));
  return kept.success ? kept.data : undefined;
}

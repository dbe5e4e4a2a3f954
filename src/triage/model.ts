import { RunnableLambda } from "@langchain/core/runnables";
import OpenAI, { APIConnectionError, APIError, APIUserAbortError } from "openai";
import type { Community } from "../shared/community.ts";
import { ModelError } from "../shared/errors.ts";
import type { Reading, Report } from "../tickets/reading.ts";
import { type Answer, parseAnswer } from "./asking/answer.ts";
import { type AnswerCache, cached, keyOf } from "./asking/answer-cache.ts";
import { groundedReading } from "./asking/ground.ts";
import type { Prompt } from "./asking/prompt.ts";
import { questionOf } from "./asking/question.ts";
import type { Categories } from "./categories.ts";
import { type Redact, redactor } from "./redact.ts";

export type ModelSettings = {
  /** Any server that speaks the chat-completions protocol. */
  readonly baseURL: string;
  /** Local servers take any key. */
  readonly apiKey: string;
  readonly model: string;
  /** For one attempt, in milliseconds, up to the last byte of the answer. */
  readonly timeout: number;
  /** Tries in all when the server is busy, broken or slow. */
  readonly attempts: number;
  /** Confidence from which the bot acts without asking, 0 to 1. */
  readonly threshold: number;
};

export type ModelParts = {
  readonly settings: ModelSettings;
  readonly prompt: Prompt;
  readonly categories: Categories;
  readonly community: Community;
  readonly cache?: AnswerCache;
  /** Told why the model could not be used; the messages hold no resident's words. */
  readonly onFailure?: (error: ModelError) => void;
};

/** A model that reads what the offline classifier leaves unsure. Never throws: it gives back the offline reading when it fails. */
export type Model = { readonly read: (report: Report, offline: Reading) => Promise<Reading> };

type Asked = { readonly question: string; readonly judge: (answer: Answer) => Reading; readonly offline: Reading };

const LONGEST_WAIT = 10_000;

/** Makes the model's path: prompt → model → parser → checked reading, with retries around the call and the offline reading behind it all. */
export function createModel({ settings, prompt, categories, community, cache, onFailure = () => {} }: ModelParts): Model {
  const redact: Redact = redactor(community);
  const by = `${settings.model}/triage@${prompt.version}`;
  const system = `${prompt.text}\n\n${categories.map(({ id }) => `- ${id}`).join("\n")}`;
  const call = RunnableLambda.from(caller(settings, system)).withRetry({
    stopAfterAttempt: settings.attempts,
    onFailedAttempt: stopUnlessPassing,
  });
  const parse = RunnableLambda.from((text: string) => parseAnswer(text, categories));
  const answer = call.pipe(parse);

  const ask = RunnableLambda.from(
    async ({ question, judge }: Asked): Promise<Reading> =>
      judge(await cached(cache, keyOf(by, question), () => answer.invoke(question))),
  );
  const told = RunnableLambda.from(async (asked: Asked): Promise<Reading> => {
    try {
      return await ask.invoke(asked);
    } catch (error) {
      onFailure(error instanceof ModelError ? error : failureOf(error));
      throw error;
    }
  });
  const safe = told.withFallbacks([RunnableLambda.from(({ offline }: Asked): Reading => offline)]);

  return {
    read: async (report, offline) => {
      const judge = (given: Answer): Reading =>
        groundedReading(given, { report, offline, community, redact, threshold: settings.threshold, by });
      return safe.invoke({ question: questionOf(report, redact), judge, offline });
    },
  };
}

function caller({ baseURL, apiKey, model, timeout }: ModelSettings, system: string): (question: string) => Promise<string> {
  const client = new OpenAI({ baseURL, apiKey: apiKey === "" ? "none" : apiKey, maxRetries: 0, timeout, logLevel: "off" });
  return async (question) => {
    try {
      const completion = await client.chat.completions.create(
        {
          model,
          temperature: 0,
          response_format: { type: "json_object" },
          messages: [
            { role: "system", content: system },
            { role: "user", content: question },
          ],
        },
        // The client's own timeout ends with the headers; a body that never ends needs this one.
        { signal: AbortSignal.timeout(timeout) },
      );
      return completion.choices[0]?.message.content ?? "";
    } catch (error) {
      throw failureOf(error);
    }
  };
}

/** A failure that may pass is worth another try after `retryAfterMs` (a name that the retrier knows). */
class PassingError extends ModelError {
  readonly retryAfterMs: number;

  constructor(what: string, retryAfterMs: number, options?: ErrorOptions) {
    super(what, options);
    this.retryAfterMs = retryAfterMs;
  }
}

function failureOf(cause: unknown): ModelError {
  if (cause instanceof APIUserAbortError || cause instanceof APIConnectionError) {
    return new PassingError("the model did not answer in time or cannot be reached; check OPENAI_BASE_URL and the network", 0, {
      cause,
    });
  }
  if (!(cause instanceof APIError))
    return new ModelError(
      "the model's answer could not be read; check that OPENAI_BASE_URL speaks the chat-completions protocol",
      { cause },
    );

  const status = Number(cause.status);
  if (status === 401 || status === 403)
    return new ModelError(`the model refused the key (${status}); check OPENAI_API_KEY`, { cause });
  if (status !== 429 && status < 500)
    return new ModelError(`the model refused the question (${status}); check OPENAI_MODEL`, { cause });
  const seconds = Number(cause.headers?.get("retry-after"));
  return new PassingError(
    `the model is busy or broken (${status}); it is tried again later`,
    Math.min(LONGEST_WAIT, (seconds || 0) * 1_000),
    { cause },
  );
}

function stopUnlessPassing(error: unknown): void {
  if (!(error instanceof PassingError)) throw error;
}

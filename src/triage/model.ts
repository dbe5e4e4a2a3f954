import OpenAI, { APIConnectionError, APIError, APIUserAbortError } from "openai";
import { ModelError } from "../shared/errors.ts";

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
};

/** What came back, and what the server says that it cost. */
export type Completion = { readonly text: string; readonly tokens: number };

const LONGEST_WAIT = 10_000;

/** Makes the call to the model: one letter in, its answer out. Throws ModelError; `stopUnlessPassing` tells whether another try is worth it. */
export function callerOf(
  { baseURL, apiKey, model, timeout }: ModelSettings,
  system: string,
): (letter: string) => Promise<Completion> {
  const client = new OpenAI({ baseURL, apiKey: apiKey === "" ? "none" : apiKey, maxRetries: 0, timeout, logLevel: "off" });
  return async (letter) => {
    try {
      const completion = await client.chat.completions.create(
        {
          model,
          temperature: 0,
          response_format: { type: "json_object" },
          messages: [
            { role: "system", content: system },
            { role: "user", content: letter },
          ],
        },
        // The client's own timeout ends with the headers; a body that never ends needs this one.
        { signal: AbortSignal.timeout(timeout) },
      );
      return {
        text: completion.choices[0]?.message.content ?? "",
        tokens: completion.usage?.total_tokens ?? costOf(system, letter),
      };
    } catch (error) {
      throw failureOf(error);
    }
  };
}

/** For servers that do not count: a Chinese character is about one token. */
function costOf(system: string, letter: string): number {
  return system.length + letter.length;
}

/** A failure that may pass is worth another try after `retryAfterMs` (a name that the retrier knows). */
class PassingError extends ModelError {
  readonly retryAfterMs: number;

  constructor(what: string, retryAfterMs: number, options?: ErrorOptions) {
    super(what, options);
    this.retryAfterMs = retryAfterMs;
  }
}

export function failureOf(cause: unknown): ModelError {
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

/** Ends the tries unless the failure may pass. */
export function stopUnlessPassing(error: unknown): void {
  if (!(error instanceof PassingError)) throw error;
}

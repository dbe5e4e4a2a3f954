import { RunnableLambda } from "@langchain/core/runnables";
import { AsyncCaller } from "@langchain/core/utils/async_caller";
import type { Community } from "../../shared/community.ts";
import { ModelError } from "../../shared/errors.ts";
import type { Reading, Report } from "../../tickets/reading.ts";
import type { Categories } from "../categories.ts";
import { callerOf, failureOf, type ModelSettings, stopUnlessPassing } from "../model.ts";
import { type Redact, redactor } from "../redact.ts";
import { type Answer, parseAnswers } from "./answer.ts";
import { type AnswerCache, keptAnswer, keyOf } from "./answer-cache.ts";
import { type Gathering, gather } from "./gather.ts";
import { groundedReading } from "./ground.ts";
import type { Prompt } from "./prompt.ts";
import { letterOf, mayShare, type Question, questionOf } from "./question.ts";
import type { Spending } from "./spending.ts";

export type ModelParts = {
  readonly settings: ModelSettings & {
    /** Confidence from which the bot acts without asking, 0 to 1. */
    readonly threshold: number;
    /** At most so many letters under way at once. */
    readonly atOnce: number;
    readonly gathering: Gathering;
  };
  readonly prompt: Prompt;
  readonly categories: Categories;
  readonly community: Community;
  readonly cache?: AnswerCache;
  readonly spending?: Spending;
  /** Told why the model could not be used; the messages hold no resident's words. */
  readonly onFailure?: (error: ModelError) => void;
};

/** A model that reads what the offline classifier leaves unsure. Never throws: it gives back the offline reading when it fails. */
export type Model = { readonly read: (report: Report, offline: Reading) => Promise<Reading> };

type Given = { readonly report: Report; readonly offline: Reading };
type Asked = { readonly question: Question; readonly isAlone: boolean };

/** Makes the model's path: cache → budget → letter → model → parser → checked reading, with retries around the call and the offline reading behind it all. */
export function createModel(parts: ModelParts): Model {
  const { settings, prompt, community, cache, spending, onFailure = () => {} } = parts;
  const redact: Redact = redactor(community);
  const by = `${settings.model}/triage@${prompt.version}`;
  const ask = askerOf(parts);

  const answerTo = async ({ question, isAlone }: Asked): Promise<Answer> => {
    const key = keyOf(by, JSON.stringify(question));
    const kept = await keptAnswer(cache, key);
    if (kept !== undefined) return kept;
    if (spending !== undefined && !(await spending.allows()))
      throw new ModelError(
        "the day's tokens for the model are used up; the offline reading stands until tomorrow (OPENAI_DAILY_TOKENS)",
      );

    const answer = await ask(question, isAlone);
    if (answer === undefined)
      throw new ModelError("the model left a message out or answered it in another shape; the offline reading is used");
    await cache?.set(key, answer).catch(() => undefined);
    return answer;
  };

  const told = RunnableLambda.from(async ({ report, offline }: Given): Promise<Reading> => {
    const isAlone = offline.kind === "hazard" || offline.kind === "dispute" || !mayShare(report.text);
    try {
      const answer = await answerTo({ question: questionOf(report, redact), isAlone });
      return groundedReading(answer, { report, offline, community, redact, threshold: settings.threshold, by });
    } catch (error) {
      onFailure(error instanceof ModelError ? error : failureOf(error));
      throw error;
    }
  });
  const safe = told.withFallbacks([RunnableLambda.from(({ offline }: Given): Reading => offline)]);
  return { read: (report, offline) => safe.invoke({ report, offline }) };
}

/** Letter → model → parser, gathered and limited: few letters, each with a few questions, or with one that travels alone. */
function askerOf({ settings, prompt, categories, spending }: ModelParts) {
  const system = `${prompt.text}\n\n${categories.map(({ id }) => `- ${id}`).join("\n")}`;
  const call = RunnableLambda.from(callerOf(settings, system)).withRetry({
    stopAfterAttempt: settings.attempts,
    onFailedAttempt: stopUnlessPassing,
  });
  const limit = new AsyncCaller({ maxConcurrency: settings.atOnce, maxRetries: 0 });

  const send = async (questions: readonly Question[]): Promise<readonly (Answer | undefined)[]> => {
    const { text, tokens } = await limit.call(() => call.invoke(letterOf(questions)));
    await spending?.note({ messages: questions.length, tokens });
    return parseAnswers(text, questions.length, categories);
  };
  const together = gather(send, settings.gathering);
  return async (question: Question, isAlone: boolean): Promise<Answer | undefined> =>
    isAlone ? (await send([question]))[0] : together(question);
}

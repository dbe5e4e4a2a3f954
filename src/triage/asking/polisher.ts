import { RunnableLambda } from "@langchain/core/runnables";
import { z } from "zod";
import { ModelError } from "../../shared/errors.ts";
import { callerOf, failureOf, type ModelSettings, stopUnlessPassing } from "../model.ts";
import type { Prompt } from "./prompt.ts";
import type { Spending } from "./spending.ts";

export type PolisherParts = {
  readonly settings: ModelSettings;
  readonly prompt: Prompt;
  /** People, units, groups and whatever else the model need not know: it sees a mark in their place. */
  readonly names: readonly string[];
  readonly spending?: Spending;
  readonly onFailure?: (error: ModelError) => void;
};

const Answer = z.object({ text: z.string().min(1) });

/**
 * Asks the model to smooth a text. Gives its answer as it is: whoever uses it checks every number and name in it. Never throws; undefined
 * when there is no answer.
 */
export function createPolisher(parts: PolisherParts): {
  readonly ask: (template: string) => Promise<string | undefined>;
  readonly names: readonly string[];
} {
  const { settings, prompt, names, spending, onFailure = () => {} } = parts;
  const call = RunnableLambda.from(callerOf(settings, prompt.text)).withRetry({
    stopAfterAttempt: settings.attempts,
    onFailedAttempt: stopUnlessPassing,
  });
  return {
    names,
    ask: async (template) => {
      if (spending !== undefined && !(await spending.allows())) return undefined;
      const { masked, unmask } = mask(template, names);
      try {
        const { text, tokens } = await call.invoke(JSON.stringify({ text: masked }));
        await spending?.note({ messages: 0, tokens });
        return unmask(Answer.parse(JSON.parse(text)).text);
      } catch (error) {
        onFailure(error instanceof ModelError ? error : failureOf(error));
        return undefined;
      }
    },
  };
}

/** Puts a mark in the place of each name, and back. */
function mask(text: string, names: readonly string[]): { readonly masked: string; readonly unmask: (text: string) => string } {
  const found = [...new Set(names)].filter((name) => name !== "" && text.includes(name)).sort((a, b) => b.length - a.length);
  const marks = found.map((name, index) => ({ name, mark: `〔名${index + 1}〕` }));
  const replaced = (whole: string, from: "name" | "mark", to: "name" | "mark"): string =>
    marks.reduce((rest, pair) => rest.replaceAll(pair[from], pair[to]), whole);
  return { masked: replaced(text, "name", "mark"), unmask: (answer) => replaced(answer, "mark", "name") };
}

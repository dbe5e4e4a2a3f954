import { z } from "zod";
import { DAY } from "../../shared/instant.ts";

/** What the model was asked in one day, and what that cost in tokens. */
export const Spent = z.object({ letters: z.number(), messages: z.number(), tokens: z.number() });
export type Spent = z.output<typeof Spent>;

/** Where a day's spending is kept, such as a Keyv. */
export type Purse = {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown, lifetime: number) => Promise<unknown>;
};

export type Spending = {
  /** False once the day's tokens are used up: the offline reading then stands until tomorrow. */
  readonly allows: () => Promise<boolean>;
  readonly note: (letter: { readonly messages: number; readonly tokens: number }) => Promise<void>;
  readonly ofDay: (day: string) => Promise<Spent>;
};

const NOTHING: Spent = { letters: 0, messages: 0, tokens: 0 };
const KEPT = 40 * DAY;

/** Counts what the model costs against a daily limit of tokens; `today` is the community's own day. A purse that fails is as good as empty. */
export function createSpending(purse: Purse, today: () => string, daily: number): Spending {
  let noted = Promise.resolve();
  const ofDay = async (day: string): Promise<Spent> => {
    const kept = Spent.safeParse(await purse.get(keyOf(day)).catch(() => undefined));
    return kept.success ? kept.data : NOTHING;
  };
  return {
    ofDay,
    allows: async () => {
      await noted;
      return (await ofDay(today())).tokens < daily;
    },
    note: ({ messages, tokens }) => {
      noted = noted.then(async () => {
        const day = today();
        const spent = await ofDay(day);
        const sum = { letters: spent.letters + 1, messages: spent.messages + messages, tokens: spent.tokens + tokens };
        await purse.set(keyOf(day), sum, KEPT).catch(() => undefined);
      });
      return noted;
    },
  };
}

function keyOf(day: string): string {
  return `model-spent:${day}`;
}

import { VERBS, type Verb } from "../../../tickets/command.ts";
import type { Asking } from "../reply.ts";

/** What a sample of `seeds/replies` can stand for: an order, a question to the bot, a mark, talk, or a new matter. */
export const ORDER_CLASSES = [
  ...VERBS.filter((verb) => verb !== "recall" && verb !== "rate"),
  "rate5",
  "rate3",
  "rate1",
  "track",
  "mine",
  "help",
  "undo",
  "offer",
  "private",
  "talk",
  "matter",
] as const;
export type OrderClass = (typeof ORDER_CLASSES)[number];

/** One reply as somebody typed it, and what it means. */
export type Sample = { readonly text: string; readonly means: OrderClass };

/** The order and the mark that a class stands for; undefined for talk, and for a new matter. */
export function meaningOf(one: OrderClass): { readonly verb: Verb | Asking; readonly mark?: number } | undefined {
  if (one === "talk" || one === "matter") return undefined;
  const mark = /^rate([135])$/.exec(one)?.[1];
  return mark === undefined ? { verb: one as Verb | Asking } : { verb: "rate", mark: Number(mark) };
}

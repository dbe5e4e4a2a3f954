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

/** The very words of some orders: where one stands in a sentence that sounds like it, there is no doubt. */
export const KEYWORDS: readonly (readonly [OrderClass, RegExp])[] = [
  ["escalate", /升级|上报社区/],
  ["whistle", /吹[个一]?哨/],
  ["suspend", /挂起|暂缓/],
  ["consult", /会商|碰个?头/],
  ["reclassify", /改[成为类]|归[到为]|算(?:是|作)?(?:纠纷|隐患|咨询|建议|心愿|诉求)/],
  ["extend", /延期|宽限|再给/],
  ["transfer", /转给|交给|移交/],
];

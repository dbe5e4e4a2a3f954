import type { Span } from "../../shared/work-calendar.ts";

/** The steps of a deliberation (E4), in this order. */
export const STEPS = ["collect", "propose", "discuss", "vote", "publish", "carryOut", "tell"] as const;
export type StepName = (typeof STEPS)[number];

/** A step as `flows/deliberation.yaml` has it: what people call it and how long it takes where nobody names a day. */
export type Step = { readonly does: StepName; readonly name: string; readonly lasts: Span };

/** `over 1/2` or `at least 2/3`, in whole numbers so that exactly half is never a hair more. */
export type Portion = { readonly over: boolean; readonly of: readonly [number, number] };

/** How households decide together. */
export type DeliberationRules = {
  readonly steps: readonly Step[];
  /** How long before the close the groups hear how many have voted. */
  readonly remind: Span;
  /** Of the households that voted. */
  readonly passes: Portion;
  /** The name of the portion of those entitled that must vote, unless the secretary takes another. */
  readonly quorum: string;
  readonly quorums: { readonly [name: string]: Portion };
};

/** Whether so many of so many are a portion. */
export function reaches({ over, of: [top, bottom] }: Portion, count: number, all: number): boolean {
  return over ? count * bottom > all * top : count * bottom >= all * top;
}

import type { Instant } from "../shared/instant.ts";

/** Named moments at which an affair goes on by itself: a reminder, a receipt, an end. */
export type Clocks = { readonly [name: string]: Instant };

/** What happened to an affair, in order; nobody's words but staff's. */
export type Happening = { readonly type: string; readonly at: Instant; readonly by: string; readonly text?: string };

export type Base = {
  readonly number: number;
  /** Name in community.yaml of whoever began it. */
  readonly by: string;
  readonly openedAt: Instant;
  readonly clocks: Clocks;
  readonly history: readonly Happening[];
  /** The groups it was or will be said in. */
  readonly rooms: readonly string[];
  /** The staff's group in which it was ordered; undefined: in private. Whoever ordered it hears of it there. */
  readonly origin?: string;
};

/** What a meeting decided. One that did not pass, or needs nothing done, has no ticket. */
export type Resolution = { readonly text: string; readonly at: Instant; readonly ticket?: number; readonly failed?: boolean };

import type { Matter } from "../../tickets/register.ts";

/** Where a published wish stands. */
export type WishState = "open" | "claimed" | "done";

/** The port to published wishes; one that was never published is not among them. */
export type WishesDesk = {
  readonly latest: (state: WishState, most: number) => Promise<readonly Matter[]>;
  /** Each counted no further than `most`. */
  readonly counts: (most: number) => Promise<Readonly<Record<WishState, number>>>;
};

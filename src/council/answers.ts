import type { Affair } from "./affair.ts";
import type { AffairOrder } from "./chamber.ts";
import type { Council, Said } from "./hear.ts";
import { findVoteAnswer } from "./vote/answer.ts";

/** What somebody answered to what was posted, and to which affair. */
export type Answer = { readonly affair: Affair; readonly order: Pick<AffairOrder, "verb" | "text" | "chain"> };

/** Reads a sign-up, a check-in or a vote. Undefined: the line is talk, or it cannot be told what it answers. */
export async function readAnswer(on: Council, said: Said): Promise<Answer | undefined> {
  return findVoteAnswer(on, said);
}

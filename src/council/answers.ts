import type { Affair } from "./affair.ts";
import type { AffairOrder } from "./chamber.ts";
import type { Said } from "./said.ts";
import type { Shelf } from "./shelf.ts";

/** What somebody answered to what was posted, and to which affair. */
export type Answer = { readonly affair: Affair; readonly order: Pick<AffairOrder, "verb" | "text" | "chain"> };

/** Reads a sign-up, a check-in or a vote. Undefined: the line is talk, or it cannot be told what it answers. */
export async function readAnswer(_on: { readonly shelf: Shelf }, _said: Said): Promise<Answer | undefined> {
  return undefined;
}

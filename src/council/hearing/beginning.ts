import type { Instant } from "../../shared/instant.ts";
import type { Fill } from "../../tickets/saying/wording.ts";
import type { AffairKind } from "../affair.ts";
import type { AffairOrder, Decided } from "../chamber.ts";
import type { Council, Said } from "./said.ts";

/** Something that staff order: its draft under a number, or why there is none. */
export type Beginning =
  | { readonly kind: AffairKind; readonly draft: (number: number, order: AffairOrder) => Decided }
  | { readonly refused: string; readonly fill?: Fill };

/** Reads the beginning of something; undefined when the words begin nothing of its kind. */
export type Begins = (
  on: Council,
  text: string,
  now: Instant,
  said: Said,
) => Beginning | undefined | Promise<Beginning | undefined>;

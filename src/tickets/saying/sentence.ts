import type { Instant } from "../../shared/instant.ts";
import type { PersonRef } from "../ticket.ts";
import type { Fill, Purpose } from "./wording.ts";

/** Where a sentence goes, in our own ids: a group by its topic (with somebody mentioned), or one person in private. */
export type Address = { readonly room: string; readonly mention?: PersonRef } | { readonly person: PersonRef };

/** Something to say, before it is worded for the moment at which it is said. */
export type Sentence = {
  /** The same key is the same sentence: it is queued once. */
  readonly key: string;
  readonly to: Address;
  readonly wording: string;
  readonly fill: Fill;
  /** The time it promises; worded as 今天18:00 or 明天12:00 when it is said. */
  readonly promise?: Instant;
  readonly ticket?: number;
  readonly purpose: Purpose;
  /** May be said in quiet hours: hazards to staff, nothing else. */
  readonly urgent: boolean;
  /** To whoever raised the ticket: a later one takes the place of one not yet said. */
  readonly toReporter?: boolean;
  readonly dueAt: Instant;
  /** A file under the data folder that is shown instead of words. */
  readonly picture?: string;
  /** The key of the sentence that must have been said before. */
  readonly follows?: string;
};

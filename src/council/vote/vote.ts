import type { Instant } from "../../shared/instant.ts";
import type { Base, Resolution } from "../base.ts";

/** What may be chosen besides the options of a vote; a vote without options is one question with these three answers. */
export type Choice = "yes" | "no" | "abstain" | (string & {});

export type Option = { readonly key: string; readonly text: string };

/** A resident's opinion: without a name, and only while the affair is open. */
export type Opinion = { readonly row: number; readonly by: string; readonly text: string };

/** What one account said for a household; `row` orders what was said. */
export type Ballot = { readonly by: string; readonly row: number; readonly choice: Choice };

/** The latest word of each account for each household; the latest of them is the household's vote. */
export type Ballots = { readonly [household: string]: readonly Ballot[] };

/** What waits for 确认. `passes`: a decision that was taken; its text then becomes somebody's to do. */
export type Pending = {
  readonly what: "collect" | "discuss" | "vote" | "decision" | "result";
  readonly until?: Instant;
  readonly text?: string;
  readonly passes?: boolean;
};

/** How a vote came out. `entitled` is undefined where nobody knows how many households may vote. */
export type Tally = {
  readonly counts: { readonly [choice: string]: number };
  readonly voted: number;
  readonly entitled?: number;
};

/** A deliberation: from collecting opinions to making the result public (E4, C9, E8). */
export type Vote = Base & {
  readonly kind: "vote";
  readonly stage:
    | "draft"
    | "collecting"
    | "proposed"
    | "discussing"
    | "voting"
    | "counted"
    | "public"
    | "doing"
    | "result"
    | "done"
    | "cancelled"
    | "dropped";
  readonly topic: string;
  /** The estates whose households are asked. */
  readonly estates: readonly string[];
  /** When the present step ends. */
  readonly until: Instant;
  readonly pending?: Pending;
  readonly opinions: readonly Opinion[];
  /** How many opinions came; stays when the opinions are gone. */
  readonly heard: number;
  /** The question to decide, where it is another than the topic. */
  readonly question?: string;
  readonly options: readonly Option[];
  readonly ballots: Ballots;
  /** Choices of people whose household is not known yet, by our own id. */
  readonly unclear: { readonly [person: string]: Ballot };
  /** Households entitled, as the secretary said. */
  readonly entitled?: number;
  /** The portion of them that must vote, by its name in the rules. */
  readonly quorum?: string;
  readonly tally?: Tally;
  readonly resolutions: readonly Resolution[];
  readonly objections: number;
};

/** What is decided about: the topic, with the proposal where there is one. */
export function questionOf({ question, topic }: Pick<Vote, "question" | "topic">): string {
  return question === undefined ? topic : `${topic}：${question}`;
}

/** The affair without what waited for 确认. */
export function settled(vote: Vote): Vote {
  const { pending: _pending, ...rest } = vote;
  return rest;
}

/** At its end the affair keeps its figures; opinions, households and who said what are gone. */
export function ended(vote: Vote, stage: "done" | "cancelled" | "dropped"): Vote {
  return { ...settled(vote), stage, clocks: {}, opinions: [], ballots: {}, unclear: {} };
}

/** Residents' words in sentences of these names go with the affair. */
export const WORDS: readonly string[] = ["opinions", "objection"];

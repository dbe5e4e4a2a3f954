import type { Instant } from "../../shared/instant.ts";
import type { Base } from "../base.ts";

/** What staff heard of one household: agreed, refused, not decided; or that somebody went to see them. */
export type Heard = "agreed" | "refused" | "open" | "visited";

/** One thing a member of staff said of a household; `row` orders what was said. */
export type HouseholdWord = {
  readonly row: number;
  readonly at: Instant;
  /** Alias of the member of staff. */
  readonly by: string;
  readonly heard: Heard;
  /** The worry, or what the visit came to. */
  readonly text?: string;
};

/** A project that needs the consent of every household (A5, E5). No names: a household is its number. */
export type Project = Base & {
  readonly kind: "project";
  readonly stage: "draft" | "open" | "done" | "cancelled" | "dropped";
  readonly title: string;
  /** The list as it was given: 6-1-101, in its order. */
  readonly households: readonly string[];
  /** Everything that was said of each household, in its order. */
  readonly words: { readonly [household: string]: readonly HouseholdWord[] };
};

/** Where a household stands. */
export type Standing = "agreed" | "refused" | "open";

/** The words with one more; the same line counts once, and a line that arrives late takes its place in the order. */
export function withWord(words: Project["words"], household: string, word: HouseholdWord): Project["words"] {
  const before = words[household] ?? [];
  if (before.some(({ row, heard }) => row === word.row && heard === word.heard)) return words;
  return { ...words, [household]: [...before, word].sort((a, b) => a.row - b.row) };
}

/** The latest word counts; a visit changes nothing by itself. */
export function standingOf({ words }: Pick<Project, "words">, household: string): Standing {
  const last = words[household]?.findLast(({ heard }) => heard !== "visited")?.heard;
  return last === "agreed" || last === "refused" ? last : "open";
}

/** Whether every household has agreed. */
export function allAgreed(project: Pick<Project, "words" | "households">): boolean {
  return project.households.length > 0 && project.households.every((one) => standingOf(project, one) === "agreed");
}

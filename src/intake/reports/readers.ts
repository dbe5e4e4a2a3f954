import type { Triage } from "../../tickets/reading.ts";
import type { Known } from "../directory.ts";
import type { Heard } from "../heard.ts";
import type { Journal } from "../journal.ts";
import type { Aiming } from "../replies/aim.ts";
import type { Evidence } from "../replies/evidence.ts";
import type { OpenMatters } from "./open-matters.ts";
import type { Recent } from "./recent.ts";

/** A small memory with an end, such as Keyv on our database. */
export type Memory = {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown, lifetime: number) => Promise<unknown>;
  readonly delete: (key: string) => Promise<unknown>;
};

export type Readers = Aiming & {
  readonly triage: Triage;
  /** What the community knows of procedures; undefined where it is not certain (D14). */
  readonly answerOf: (question: string) => { readonly text: string; readonly source: string } | undefined;
  readonly journal: Journal;
  readonly evidence: Evidence;
  readonly memory: Memory;
  readonly recent: Recent;
  readonly openMatters: OpenMatters;
  /** Writes down who reported, so that they can be answered. */
  readonly keepPerson: (person: Known) => Promise<void>;
  /** Fetches the photos and files of lines that were filed. */
  readonly keepFiles: (lines: readonly Heard[]) => void;
};

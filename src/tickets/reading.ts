import type { Instant, When } from "../shared/instant.ts";
import type { Place } from "../shared/place.ts";

export const KINDS = ["demand", "dispute", "wish", "hazard", "inquiry", "proposal", "none"] as const;
export type Kind = (typeof KINDS)[number];

/** The classes of time limits (DOMAIN, Figures): life and property; water, power, gas, heating; ordinary; complex. */
export const URGENCIES = ["danger", "utility", "ordinary", "complex"] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What triage makes of one report. It is data: nothing in it acts by itself. */
export type Reading = {
  readonly kind: Kind;
  /** An id of `seeds/categories.yaml`; "other" when none fits. */
  readonly category: string;
  readonly urgency: Urgency;
  readonly place: Place;
  /** When it happened or will happen, where the words say so. */
  readonly when?: When;
  /** A few words of the matter for a list, without names, phones or ID numbers; at most 30 characters. */
  readonly summary: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** The bot acts on it without asking anyone. */
  readonly sure: boolean;
  /** The number of the open ticket this report is about, when it is the same matter. With `none`: chatter by itself, and a voice for that matter. */
  readonly joins?: number;
  /** Who read it: `offline@1`, or the model and the prompt's version. */
  readonly by: string;
};

/** An open ticket of the same place, for the same-matter question. */
export type OpenMatter = {
  readonly number: number;
  readonly kind: Kind;
  readonly category: string;
  readonly summary: string;
  readonly place: Place;
  /** Who raised it, by their name in the room. */
  readonly by?: string;
};

/** One report: what a person said within the quiet time, joined (CHANNEL: text, then photo, then text). */
export type Report = {
  readonly text: string;
  /** When it was said; times such as 昨晚 are read from here. */
  readonly at?: Instant;
  /** The speaker's name in the room, such as `3-2-501 李女士`. */
  readonly alias: string;
  /** What is known of the room: a residents' group belongs to an estate, perhaps to a building. */
  readonly room?: { readonly topic: string; readonly estate?: string; readonly building?: string };
  readonly photos: number;
  /** The speaker's lines just before, oldest first. */
  readonly recent: readonly string[];
  readonly open: readonly OpenMatter[];
};

/** The port to whoever sorts reports: never throws; when everything fails it answers with an unsure reading. */
export type Triage = { readonly read: (report: Report) => Promise<Reading> };

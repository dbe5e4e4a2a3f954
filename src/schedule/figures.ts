import type { Instant } from "../shared/instant.ts";

/** What happened in one group between two moments. Disputes are not in it: they are never spoken of in a group. */
export type WeekFigures = {
  readonly received: number;
  readonly settled: number;
  /** Open at the end, by category, the most first. */
  readonly open: readonly { readonly category: string; readonly count: number }[];
  /** Names (community.yaml) of whoever got something done. */
  readonly handlers: readonly string[];
};

/** The port to the figures: they come from the database, never from memory. */
export type Figures = { readonly week: (room: string, from: Instant, to: Instant) => Promise<WeekFigures> };

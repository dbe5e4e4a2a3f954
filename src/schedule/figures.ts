import type { Instant } from "../shared/instant.ts";
import type { Outcome } from "../tickets/ticket.ts";
import type { History } from "./reports/life.ts";

/** What happened in one group between two moments. Disputes are not in it: they are never spoken of in a group. */
export type WeekFigures = {
  readonly received: number;
  readonly reopened: number;
  readonly settled: number;
  /** Ended otherwise than settled, by outcome; those that happened. */
  readonly otherwise: readonly { readonly outcome: Outcome; readonly count: number }[];
  /** Open at the end, by category, the most first. */
  readonly open: readonly { readonly category: string; readonly count: number }[];
  /** Names (community.yaml) of whoever got something done. */
  readonly handlers: readonly string[];
  /** The same of the whole community, where it has more than this group. */
  readonly community?: { readonly received: number; readonly settled: number; readonly open: number };
};

/** How the first reading of matters stood up to what people then did with them: it measures the classifier in use. */
export type TriageFigures = {
  /** Unsure readings that a grid worker was asked about. */
  readonly asked: { readonly filed: number; readonly dismissed: number; readonly unanswered: number; readonly waiting: number };
  /** Readings that were filed without asking, and those of them that staff sent back or the resident took back. */
  readonly unasked: { readonly filed: number; readonly sentBack: number; readonly takenBack: number };
};

/** The port to the figures: they come from the database, never from memory. */
export type Figures = {
  readonly week: (room: string, from: Instant, to: Instant) => Promise<WeekFigures>;
  /** All that happened, also since, to every ticket that was open or had something happen to it between two moments. */
  readonly histories: (from: Instant, to: Instant) => Promise<readonly History[]>;
  readonly triage: (from: Instant, to: Instant) => Promise<TriageFigures>;
};

import type { Instant } from "../shared/instant.ts";
import type { Ticket } from "../tickets/ticket.ts";
import type { Opened } from "./recurring.ts";

/** What happened in one group between two moments. Disputes are not in it: they are never spoken of in a group. */
export type WeekFigures = {
  readonly received: number;
  readonly settled: number;
  /** Open at the end, by category, the most first. */
  readonly open: readonly { readonly category: string; readonly count: number }[];
  /** Names (community.yaml) of whoever got something done. */
  readonly handlers: readonly string[];
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
  /** Matters opened between two moments, for what keeps coming back; disputes are left out. */
  readonly opened: (from: Instant, to: Instant) => Promise<readonly Opened[]>;
  /** Tickets that ended between two moments, of every kind: for figures alone, never for words. */
  readonly closed: (from: Instant, to: Instant) => Promise<readonly Ticket[]>;
  /** Tickets of which a unit was called between two moments. */
  readonly called: (from: Instant, to: Instant) => Promise<readonly Ticket[]>;
  readonly triage: (from: Instant, to: Instant) => Promise<TriageFigures>;
};

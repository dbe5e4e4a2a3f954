import type { RunFigures } from "../../schedule/reports/running.ts";
import type { Reader } from "../../schedule/reports/tally.ts";
import type { Instant } from "../../shared/instant.ts";
import type { Reach } from "../tickets/finder.ts";

/** How many were opened and ended since midnight, are open, and are late; and about how many somebody is asked whether they are matters. */
export type Counts = {
  readonly opened: number;
  readonly closed: number;
  readonly open: number;
  readonly late: number;
  readonly asked: number;
};

/** Open matters of one building; without a building those of which it is not known. Disputes are not counted: a house is soon guessed. */
export type PlaceCount = {
  readonly estate: string | null;
  readonly building: string | null;
  readonly grid: string | null;
  readonly open: number;
  readonly late: number;
};

/** What the overview asks for. */
export type OverviewReads = {
  /** How it stands now, of what somebody's lists may show them; `since` is the midnight before. */
  readonly stands: (
    reach: Reach,
    since: Instant,
    now: Instant,
  ) => Promise<{ readonly counts: Counts; readonly places: readonly PlaceCount[] }>;
  /** The last four weeks as each reader may know them; the trend goes back eight. Takes seconds where there are very many. */
  readonly figures: (now: Instant) => Promise<Readonly<Record<Reader, RunFigures>>>;
};

import type { PeriodFigures } from "../../schedule/reports/period.ts";
import type { Reader } from "../../schedule/reports/tally.ts";
import type { Instant } from "../../shared/instant.ts";

/** How it stands now; `since` is the midnight before. */
export type Counts = { readonly opened: number; readonly closed: number; readonly open: number; readonly late: number };

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
  readonly counts: (reader: Reader, since: Instant, now: Instant) => Promise<Counts>;
  readonly places: (now: Instant) => Promise<readonly PlaceCount[]>;
  /** The last four weeks; the trend goes back eight. */
  readonly figures: (reader: Reader, now: Instant) => Promise<PeriodFigures>;
};

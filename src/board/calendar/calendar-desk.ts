import type { Previewed } from "../../schedule/preview.ts";
import type { Instant } from "../../shared/instant.ts";

/** What the calendar's page is handed. */
export type CalendarDesk = {
  /** What will be said in `(from, to]`. */
  readonly preview: (from: Instant, to: Instant) => readonly Previewed[];
};

import { type Instant, MINUTE, SECOND } from "../shared/instant.ts";
import { nextWaking, type WorkCalendar } from "../shared/work-calendar.ts";
import type { Lately } from "./queue.ts";

/** How an account may speak without being banned or hated (CHANNEL). All are settings. */
export type Pace = {
  /** Milliseconds between two sentences, at least; up to `jitter` more by chance. */
  readonly gap: number;
  readonly jitter: number;
  readonly perMinute: number;
  readonly perDay: number;
  /** Sentences of one kind for one room within this are merged. */
  readonly merge: number;
  /** A new login says nothing for so long. */
  readonly silence: number;
};

export const DEFAULT_PACE: Pace = { gap: 3 * SECOND, jitter: 2 * SECOND, perMinute: 10, perDay: 200, merge: MINUTE, silence: 0 };

/**
 * The earliest moment at which the account may say something: now, or later because of the gap, the minute's or the day's share,
 * or the night. `urgent` (a hazard, to staff) waits for the gap alone.
 */
export function maySpeakAt(
  pace: Pace,
  calendar: WorkCalendar,
  lately: Lately,
  urgent: boolean,
  chance: number,
  now: Instant,
): Instant {
  const afterGap = lately.last === undefined ? now : Math.max(now, lately.last + pace.gap + Math.floor(pace.jitter * chance));
  if (urgent) return afterGap;
  if (lately.inDay >= pace.perDay) return nextWaking(calendar, now + 60 * MINUTE);
  const afterShare = lately.inMinute >= pace.perMinute ? Math.max(afterGap, now + 10 * SECOND) : afterGap;
  return nextWaking(calendar, afterShare);
}

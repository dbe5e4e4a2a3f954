import type { SetClock } from "../../pass-time.ts";
import { DAY, HOUR, type Instant, MINUTE, SECOND } from "../../shared/instant.ts";
import { plusDays, type Zone } from "../../shared/zone.ts";

/** A clock that stands still until somebody sets it. */
export type VirtualClock = SetClock;

export function createVirtualClock(start: Instant): VirtualClock {
  let now = start;
  return {
    now: () => now,
    set: (at) => {
      now = at;
    },
  };
}

const UNITS: Readonly<Record<string, number>> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY };

/** The moment a case's `at` means: HH:MM of the running day (of the next, when it is over), `+2m` after the line before, or an ISO time. */
export function momentOf(at: string, before: Instant, zone: Zone): Instant {
  const later = /^\+(\d+)([smhd])$/.exec(at);
  if (later !== null) return before + Number(later[1]) * (UNITS[later[2] ?? "s"] ?? SECOND);
  const clock = /^(\d{1,2}):(\d{2})$/.exec(at);
  if (clock === null) return Date.parse(at);
  const day = zone.day(before);
  const today = zone.instant(day, Number(clock[1]), Number(clock[2]));
  return today >= before - MINUTE ? Math.max(today, before) : zone.instant(plusDays(day, 1), Number(clock[1]), Number(clock[2]));
}

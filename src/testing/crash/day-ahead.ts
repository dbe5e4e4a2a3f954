import type { House } from "../../load-house.ts";
import { plusDays } from "../../shared/zone.ts";

/** How far a clock must be ahead of `now`, in milliseconds, so that it is day in the community: at night the bot keeps silent. */
export function dayAhead({ desk }: House, now: number): number {
  const { zone } = desk.calendar;
  const { hour } = zone.local(now);
  if (hour >= 8 && hour < 20) return 0;
  return zone.instant(plusDays(zone.day(now), hour < 8 ? 0 : 1), 9, 0) - now;
}

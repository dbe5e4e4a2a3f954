import type { Instant } from "../../shared/instant.ts";
import { after, nextWaking, type Span } from "../../shared/work-calendar.ts";
import type { Clocks } from "../affair.ts";
import type { Chamber } from "../chamber.ts";

/** When a meeting is spoken of again: a day and an hour before, and after it for what was decided. What lies behind us, or at night, is left out. */
export function clocksOf({ desk, rules }: Chamber, at: Instant, now: Instant): Clocks {
  const { dayBefore, hourBefore, askMinutes } = rules.meeting;
  const { calendar } = desk;
  const early = (span: Span): Instant => at - after(calendar, 0, span);
  const reminders = { dayBefore: early(dayBefore), hourBefore: early(hourBefore) };
  // Whoever has just read the invitation is not reminded of it within the hours that follow.
  const kept = Object.entries(reminders).filter(
    ([name, moment]) =>
      nextWaking(calendar, moment) === moment &&
      moment > nextWaking(calendar, now) + (name === "dayBefore" ? (at - moment) / 4 : 0),
  );
  return { ...Object.fromEntries(kept), askMinutes: nextWaking(calendar, after(calendar, at, askMinutes)) };
}

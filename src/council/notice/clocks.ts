import type { Instant } from "../../shared/instant.ts";
import { after, minuteOf, nextWaking } from "../../shared/work-calendar.ts";
import { plusDays } from "../../shared/zone.ts";
import type { Notice, NoticeText } from "../affair.ts";
import type { Chamber } from "../chamber.ts";

/** When a notice that is posted now goes on by itself: its receipt, and a reminder where it tells of a time. */
export function clocksAfter(on: Chamber, { when }: NoticeText, now: Instant): Notice["clocks"] {
  const receipt = after(on.desk.calendar, now, on.rules.notice.receipt);
  const remind = when === undefined ? undefined : reminderFor(on, when.from, now);
  return remind === undefined ? { receipt } : { receipt, remind };
}

/** Two hours before, or the evening before where that would be at night; none when the notice itself is hardly older. */
function reminderFor(on: Chamber, at: Instant, now: Instant): Instant | undefined {
  const { calendar } = on.desk;
  const { remind, evening } = on.rules.notice;
  const early = at - (after(calendar, 0, remind) - 0);
  const wakes = nextWaking(calendar, early);
  const moment = wakes === early ? early : minuteOf(calendar, plusDays(calendar.zone.day(at), -1), evening);
  return moment > nextWaking(calendar, now) + (at - early) / 2 ? moment : undefined;
}

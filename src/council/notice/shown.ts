import type { Instant } from "../../shared/instant.ts";
import { nextWaking } from "../../shared/work-calendar.ts";
import type { Notice } from "../affair.ts";
import type { Chamber } from "../chamber.ts";

/** What everybody would read and perhaps should not: a number of somebody's, a door, a quarrel. */
const CARE = /(?<!\d)1[3-9]\d{9}(?!\d)|\d{14,}|\d{1,2}-\d{1,2}-\d{3,4}|吵[架闹]|打架|纠纷|闹矛盾/;

/** A notice as it is shown to whoever may let it out. */
export function shown({ desk, wordings }: Chamber, { number, rooms, body }: Notice, now: Instant) {
  const night = nextWaking(desk.calendar, now) > now ? (wordings.get("council.night")?.text ?? "") : "";
  const care = CARE.test(body) ? (wordings.get("notice.care")?.text ?? "") : "";
  return { number, rooms: rooms.join("、"), body, night: `${care}${night}` };
}

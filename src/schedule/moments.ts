import { DAY, HOUR, type Instant } from "../shared/instant.ts";
import type { WorkCalendar } from "../shared/work-calendar.ts";
import { plusDays } from "../shared/zone.ts";
import type { Ahead, Entry } from "./calendar.ts";
import { detailedSlots, nextSlot, type Slot } from "./slots.ts";

/** When an entry is said, and the slot of its rule that it is said for (a meeting is named days before it is held). */
export type Moment = { readonly at: Instant; readonly slot: Slot };

/** The moments at which an entry is due in `(from, to]`, in order. */
export function momentsBetween(entry: Entry, calendar: WorkCalendar, from: Instant, to: Instant): readonly Moment[] {
  if (isSilent(entry)) return [];
  const ahead = aheadOf(entry);
  const most = ahead === undefined ? 0 : (ahead.count + 1) * DAY;
  return detailedSlots(entry, calendar, from, to + most)
    .map((slot) => ({ at: saidAt(calendar, ahead, slot.at), slot }))
    .filter(({ at }) => at > from && at <= to);
}

/** When an entry is next due after `from`. */
export function nextMoment(entry: Entry, calendar: WorkCalendar, from: Instant): Instant | undefined {
  if (isSilent(entry)) return undefined;
  const ahead = aheadOf(entry);
  for (let own = nextSlot(entry, calendar, from); own !== undefined; own = nextSlot(entry, calendar, own)) {
    const at = saidAt(calendar, ahead, own);
    if (at > from) return at;
  }
  return undefined;
}

/** An activity without words of its own is only named in the weekly announcement. */
function isSilent(entry: Entry): boolean {
  return entry.does === "say" && entry.text === undefined;
}

function aheadOf(entry: Entry): Ahead | undefined {
  return entry.does === "say" || entry.does === "meeting" ? entry.ahead : undefined;
}

function saidAt({ zone }: WorkCalendar, ahead: Ahead | undefined, at: Instant): Instant {
  if (ahead === undefined) return at;
  if (ahead.unit === "h") return at - ahead.count * HOUR;
  const { hour, minute } = zone.local(at);
  return zone.instant(plusDays(zone.day(at), -ahead.count), hour, minute);
}

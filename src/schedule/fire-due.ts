import type { Instant } from "../shared/instant.ts";
import { after } from "../shared/work-calendar.ts";
import type { Desk } from "../tickets/desk.ts";
import type { Register } from "../tickets/register.ts";
import type { Wordings } from "../tickets/saying/wording.ts";
import { weeklyAnnouncement } from "./announce.ts";
import type { Calendar, Entry } from "./calendar.ts";
import type { Figures } from "./figures.ts";
import { nextSlot, slotBefore, slotsBetween } from "./slots.ts";

export type Firing = {
  readonly desk: Desk;
  readonly calendar: Calendar;
  readonly wordings: Wordings;
  readonly register: Register;
  readonly figures: Figures;
  readonly log: (event: string, fields: { readonly [key: string]: string | number }) => void;
};

const LOOK_BACK = 8 * 24 * 60 * 60 * 1000;

/**
 * Says whatever the calendar says is due: each entry once per room and slot, however many processes ask and however often.
 * After downtime a slot within its grace window is still said, only the latest of an entry, and older ones are logged and left out: no flood.
 * `since`: the last moment that was looked at, or undefined after a start.
 */
export async function fireDue(on: Firing, since: Instant | undefined, now: Instant): Promise<void> {
  for (const entry of on.calendar.entries) {
    const slots = slotsBetween(entry, on.desk.calendar, since ?? now - LOOK_BACK, now);
    const latest = slots.at(-1);
    for (const slot of slots) {
      if (slot === latest && after(on.desk.calendar, slot, entry.grace) >= now) await fire(on, entry, slot, now);
      else if (since !== undefined) on.log("slot left out", { entry: entry.name, slot });
    }
  }
}

async function fire(on: Firing, entry: Entry, slot: Instant, now: Instant): Promise<void> {
  const from = slotBefore(entry, on.desk.calendar, slot) ?? slot - LOOK_BACK;
  for (const { topic, kind } of on.desk.community.rooms) {
    if (kind !== "residents") continue;
    const figures = await on.figures.week(topic, from, slot);
    await on.register.transact(async (transaction) => {
      if (!(await transaction.claimFiring(entry.name, topic, slot, now))) return;
      const sentence = weeklyAnnouncement(on, entry, topic, figures, from, slot);
      await transaction.say([{ ...sentence, dueAt: now }]);
    });
  }
}

/** When the calendar next has something to say. */
export function nextFiring({ calendar, desk }: Firing, from: Instant): Instant | undefined {
  const next = calendar.entries.flatMap((entry) => nextSlot(entry, desk.calendar, from) ?? []);
  return next.length === 0 ? undefined : Math.min(...next);
}

import type { Instant } from "../shared/instant.ts";
import { after } from "../shared/work-calendar.ts";
import type { Desk } from "../tickets/desk.ts";
import type { Register } from "../tickets/register.ts";
import type { Sentence } from "../tickets/saying/sentence.ts";
import type { Wordings } from "../tickets/saying/wording.ts";
import type { Calendar, Entry, EntryOf } from "./calendar.ts";
import { type Moment, momentsBetween, nextMoment } from "./moments.ts";
import type { Reports } from "./reports/create-reports.ts";
import { composeEntry } from "./saying/compose-entry.ts";
import { roomsOf } from "./saying/words.ts";
import { slotBefore } from "./slots.ts";

export type Firing = {
  readonly desk: Desk;
  readonly calendar: Calendar;
  readonly wordings: Wordings;
  readonly register: Register;
  readonly log: (event: string, fields: { readonly [key: string]: string | number }) => void;
  /** Begins what people answer to (a round, a meeting), or asks whoever must agree before an entry is said; once for its slot. */
  readonly begin: (entry: Entry, moment: Moment, sentences: readonly Sentence[], now: Instant) => Promise<void>;
  /** An announcement, a review or a report for one group, with its picture. They are queued once per group and slot, like all others. */
  readonly reports: Pick<Reports, "say">;
};

const WEEK = 7 * 24 * 60 * 60 * 1000;

/**
 * Says whatever the calendar says is due in `(since, now]`: each entry once per room and slot, however many processes ask and however
 * often, also when the clock jumped back. After downtime a slot within its grace window is still said, only the latest of an entry, and
 * older ones are logged and left out: no flood.
 */
export async function fireDue(on: Firing, since: Instant, now: Instant): Promise<void> {
  const failed: unknown[] = [];
  for (const entry of on.calendar.entries) {
    // One entry that cannot be said must not keep back the others; the whole stretch is looked at again at the next strike.
    await fireEntry(on, entry, since, now).catch((error: unknown) => failed.push(error));
  }
  if (failed.length > 0) throw failed[0];
}

async function fireEntry(on: Firing, entry: Entry, since: Instant, now: Instant): Promise<void> {
  const moments = momentsBetween(entry, on.desk.calendar, since, now);
  const latest = moments.at(-1);
  for (const moment of moments) {
    if (moment === latest && after(on.desk.calendar, moment.at, entry.grace) >= now) await fire(on, entry, moment, now);
    else on.log("slot left out", { entry: entry.name, slot: moment.at });
  }
}

async function fire(on: Firing, entry: Entry, moment: Moment, now: Instant): Promise<void> {
  const sentences = await sentencesOf(on, entry, moment);
  if (entry.approves !== undefined || entry.does === "round" || entry.does === "meeting")
    return on.begin(entry, moment, sentences, now);

  const byRoom = Map.groupBy(sentences, ({ to }) => ("room" in to ? to.room : to.person.id));
  for (const [room, own] of byRoom) {
    await on.register.transact(async (transaction) => {
      if (!(await transaction.claimFiring(entry.name, room, moment.at, now))) return;
      await transaction.say(own.map((sentence) => ({ ...sentence, dueAt: now })));
    });
  }
}

async function sentencesOf(on: Firing, entry: Entry, moment: Moment): Promise<readonly Sentence[]> {
  switch (entry.does) {
    case "weeklyAnnouncement":
    case "weeklyReview":
    case "monthlyAnalysis":
    case "yearlyReport":
      return told(on, entry, moment.at);
    case "say":
    case "tips":
    case "duty":
    case "round":
    case "meeting":
      return composeEntry(on, entry, moment);
  }
}

async function told(
  on: Firing,
  entry: EntryOf<"weeklyAnnouncement" | "weeklyReview" | "monthlyAnalysis" | "yearlyReport">,
  slot: Instant,
): Promise<readonly Sentence[]> {
  const from = slotBefore(entry, on.desk.calendar, slot) ?? slot - WEEK;
  const said: Sentence[] = [];
  for (const { topic } of roomsOf(on, entry.rooms)) said.push(...(await on.reports.say(entry.does, topic, from, slot)));
  return said;
}

/** When the calendar next has something to say. */
export function nextFiring({ calendar, desk }: Firing, from: Instant): Instant | undefined {
  const next = calendar.entries.flatMap((entry) => nextMoment(entry, desk.calendar, from) ?? []);
  return next.length === 0 ? undefined : Math.min(...next);
}

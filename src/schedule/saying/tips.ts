import type { WorkCalendar } from "../../shared/work-calendar.ts";
import type { Sentence } from "../../tickets/saying/sentence.ts";
import type { EntryOf, Tip } from "../calendar.ts";
import type { Moment } from "../moments.ts";
import { slotsOfYear } from "../slots.ts";
import { roomsOf, type Saying, sentenceOf } from "./words.ts";

/** The next tip of the rota (E12), the same in every room. */
export function tipSentences(on: Saying, entry: EntryOf<"tips">, moment: Moment): readonly Sentence[] {
  const tip = tipAt(entry, on.desk.calendar, moment);
  if (tip === undefined) return [];
  return roomsOf(on, entry.rooms).map(({ topic }) =>
    sentenceOf(on, entry, { room: topic }, moment, "calendar.tip", { text: tip.text, source: tip.source }),
  );
}

/** The year from whose start the rota is counted. */
const FIRST_YEAR = 2025;

/**
 * Which tip a slot says. It follows from the slot alone, so that restarts and several processes agree: a tip of the season comes first,
 * once a year; the others take turns and go on where the year before ended.
 */
export function tipAt(entry: EntryOf<"tips">, calendar: WorkCalendar, { slot }: Moment): Tip | undefined {
  const seasonal = entry.tips.filter(({ months }) => months !== undefined);
  const general = entry.tips.filter(({ months }) => months === undefined);
  // A slot that a holiday carried over the turn of the year is of the year that the rule names.
  const year = Number((slot.named ?? slot.day).slice(0, 4));
  let turn = 0;
  for (let counted = Math.min(FIRST_YEAR, year); counted <= year; counted++) {
    const said = new Set<Tip>();
    for (const { at, day } of slotsOfYear(entry, calendar, counted)) {
      const month = Number(day.slice(5, 7));
      const inSeason = seasonal.find((tip) => tip.months?.includes(month) && !said.has(tip));
      if (inSeason !== undefined) said.add(inSeason);
      const tip = inSeason ?? general[turn++ % Math.max(1, general.length)];
      if (at === slot.at) return tip;
    }
  }
  return undefined;
}

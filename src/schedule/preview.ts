import type { Instant } from "../shared/instant.ts";
import type { WorkCalendar } from "../shared/work-calendar.ts";
import { type Day, plusDays, weekdayOf } from "../shared/zone.ts";
import { type Fill, fill } from "../tickets/saying/wording.ts";
import type { Calendar, Entry } from "./calendar.ts";
import { type Moment, momentsBetween } from "./moments.ts";
import { daysOffAfter, daysOffAt } from "./rule/holidays.ts";
import { sayClock, sayDay } from "./say-day.ts";
import { composeEntry } from "./saying/compose-entry.ts";
import { piece, roomsOf, type Saying } from "./saying/words.ts";
import type { Slot } from "./slots.ts";

/** So many characters of what will be said are shown. */
const FIRST_WORDS = 40;

/** Something that the calendar will do. */
export type Previewed = {
  readonly at: Instant;
  readonly day: Day;
  /** `9:00`. */
  readonly time: string;
  readonly name: string;
  readonly does: Entry["does"];
  /** What people call it, where the calendar names it. */
  readonly title?: string;
  readonly rooms: readonly string[];
  /** What a reader should know of it: moved, not certain yet, not agreed yet. */
  readonly marks: readonly string[];
  /** Its first words, or that they are made of figures then. */
  readonly words: string;
};

/** What the calendar will do in `(from, to]`, in order. */
export function previewOf(on: Saying, calendar: Calendar, from: Instant, to: Instant): readonly Previewed[] {
  const { calendar: work } = on.desk;
  const all = calendar.entries.flatMap((entry) => momentsBetween(entry, work, from, to).map((moment) => ({ entry, moment })));
  all.sort((one, other) => one.moment.at - other.moment.at);
  return all.map(({ entry, moment }) => {
    const sentences = composeEntry(on, entry, moment);
    const [first] = sentences;
    const named = sentences.map(({ to: place }) => ("room" in place ? place.room : ""));
    const rooms = sentences.length > 0 ? named : roomsOf(on, entry.rooms).map(({ topic }) => topic);
    return {
      at: moment.at,
      day: work.zone.day(moment.at),
      time: sayClock(work.zone.local(moment.at)),
      name: entry.name,
      does: entry.does,
      ...("title" in entry && entry.title !== undefined ? { title: entry.title } : {}),
      rooms: [...new Set(rooms)],
      marks: marksOf(on, entry, moment),
      words: first === undefined ? piece(on, "preview.figures") : wordsOf(on, first.wording, first.fill),
    };
  });
}

/** As `previewOf`, a line each: when, what, where, why then, and its first words. */
export function previewLines(on: Saying, calendar: Calendar, from: Instant, to: Instant): readonly string[] {
  return previewOf(on, calendar, from, to).map(({ day, time, name, rooms, marks, words }) =>
    piece(on, "preview.line", {
      day: sayDay(day),
      time: time.padStart(5),
      name,
      rooms: rooms.join("、"),
      marks: marks.join(""),
      words,
    }),
  );
}

function wordsOf({ wordings }: Saying, wording: string, values: Fill): string {
  const text = fill(wordings.get(wording)?.text ?? "", values).replace(/\s*\n\s*/g, " ");
  return text.length > FIRST_WORDS ? `${text.slice(0, FIRST_WORDS)}…` : text;
}

/** What a reader should know of a moment: moved by a holiday or by make-up days, not certain yet, not agreed yet. */
function marksOf(on: Saying, entry: Entry, { at, slot }: Moment): readonly string[] {
  const work = on.desk.calendar;
  const day = work.zone.day(at);
  const marks: string[] = [];
  if (slot.named !== undefined) {
    const holiday = daysOffAt(slot.named)?.names.join("、");
    marks.push(piece(on, slot.day < slot.named ? "preview.before" : "preview.after", { holiday, day: sayDay(slot.named) }));
  }
  const worked = workedSaturday(entry, work, slot.day);
  if (worked !== undefined) marks.push(piece(on, "preview.weekend", { day: sayDay(worked) }));
  if (weekdayOf(day) >= 6 && work.isWorkday(day)) marks.push(piece(on, "preview.makeUp"));
  const year = unpublishedYear(entry, work, slot);
  if (year !== undefined) marks.push(piece(on, "preview.provisional", { year }));
  if (entry.approves !== undefined) marks.push(piece(on, "preview.approval"));
  return marks;
}

/** The Saturday that an entry naming the weekend had to leave, because people work then. */
function workedSaturday(entry: Entry, work: WorkCalendar, day: Day): Day | undefined {
  const saturday = plusDays(day, -1);
  const namesIt = "when" in entry && entry.when.includes("周末");
  return namesIt && weekdayOf(day) === 7 && work.isWorkday(saturday) ? saturday : undefined;
}

/** The year whose days off a slot follows from and nobody has published yet. */
function unpublishedYear(entry: Entry, work: WorkCalendar, { day, named }: Slot): number | undefined {
  const goesByHoliday = "when" in entry && /节[前后]|长假/.test(entry.when);
  const goesByWorkday = "when" in entry && /工作日|周末/.test(entry.when);
  if (entry.holiday === "keep" && !goesByHoliday && !goesByWorkday) return undefined;
  const holiday = goesByHoliday ? daysOffAfter(day)?.last : undefined;
  const years = [day, named, holiday].flatMap((one) => (one === undefined ? [] : [Number(one.slice(0, 4))]));
  return years.find((year) => work.isPublished?.(year) === false);
}

import type { Sentence } from "../../tickets/saying/sentence.ts";
import type { EntryOf } from "../calendar.ts";
import type { Moment } from "../moments.ts";
import { sayClock, sayDay } from "../say-day.ts";
import { piece, roomsOf, type Saying, sentenceOf } from "./words.ts";

/** The notice of a recurring meeting (A7, B5), some days before it is held. */
export function meetingSentences(on: Saying, entry: EntryOf<"meeting">, moment: Moment): readonly Sentence[] {
  const { slot } = moment;
  const values = {
    title: entry.title,
    day: sayDay(slot.day),
    time: sayClock(on.desk.calendar.zone.local(slot.at)),
    place: entry.place === undefined ? "" : piece(on, "meeting.place", { place: entry.place }),
    agenda: entry.agenda.map((point, index) => `\n${index + 1}. ${point}`).join(""),
  };
  const name = entry.agenda.length === 0 ? "meeting.noticeShort" : "meeting.notice";
  return roomsOf(on, entry.invite).map(({ topic }) => sentenceOf(on, entry, { room: topic }, moment, name, values));
}

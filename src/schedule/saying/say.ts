import type { WorkCalendar } from "../../shared/work-calendar.ts";
import { type Day, plusDays } from "../../shared/zone.ts";
import type { Sentence } from "../../tickets/saying/sentence.ts";
import { type Fill, fill } from "../../tickets/saying/wording.ts";
import type { EntryOf } from "../calendar.ts";
import type { Moment } from "../moments.ts";
import { daysOffAfter } from "../rule/holidays.ts";
import { sayClock, sayDay } from "../say-day.ts";
import { roomsOf, type Saying, sentenceOf } from "./words.ts";

/** The gaps that an entry's own words may have. */
export const SAY_GAPS = ["community", "bot", "day", "time", "holiday", "off"] as const;

/** A reminder or an invitation, in the words of the calendar file. */
export function saySentences(on: Saying, entry: EntryOf<"say">, moment: Moment): readonly Sentence[] {
  const { community, calendar } = on.desk;
  const text = fill(entry.text ?? "", { community: community.name, bot: community.bot, ...momentGaps(calendar, moment) });
  return roomsOf(on, entry.rooms).map(({ topic, kind }) =>
    sentenceOf(on, entry, { room: topic }, moment, kind === "residents" ? "calendar.say" : "calendar.remind", { text }),
  );
}

/** `{day}` and `{time}` of the slot itself; `{holiday}` and `{off}`: the days off that come next after it is said. */
function momentGaps({ zone }: WorkCalendar, { at, slot }: Moment): Fill {
  const off = daysOffAfter(zone.day(at));
  return {
    day: sayDay(slot.day),
    time: sayClock(zone.local(slot.at)),
    holiday: off?.names.join("、") ?? "",
    off: off === undefined ? "" : span(off.first, off.last),
  };
}

function span(first: Day, last: Day): string {
  return last < plusDays(first, 1) ? sayDay(first) : `${sayDay(first)}至${sayDay(last)}`;
}

import type { Sentence } from "../../tickets/saying/sentence.ts";
import type { Entry } from "../calendar.ts";
import type { Moment } from "../moments.ts";
import { dutySentences } from "./duty.ts";
import { meetingSentences } from "./meeting.ts";
import { roundSentences } from "./round.ts";
import { saySentences } from "./say.ts";
import { tipSentences } from "./tips.ts";
import type { Saying } from "./words.ts";

/** The sentences of an entry at one of its moments, for all its rooms. None for the entries that need figures: they are made elsewhere. */
export function composeEntry(on: Saying, entry: Entry, moment: Moment): readonly Sentence[] {
  switch (entry.does) {
    case "say":
      return saySentences(on, entry, moment);
    case "tips":
      return tipSentences(on, entry, moment);
    case "duty":
      return dutySentences(on, entry, moment);
    case "round":
      return roundSentences(on, entry, moment);
    case "meeting":
      return meetingSentences(on, entry, moment);
    case "weeklyAnnouncement":
    case "weeklyReview":
    case "monthlyAnalysis":
    case "yearlyReport":
      return [];
  }
}

import type { Instant } from "../../shared/instant.ts";
import { after, nextWaking } from "../../shared/work-calendar.ts";
import { happened, type Meeting, without } from "../affair.ts";
import { type Chamber, type Decided, toKeeper, toRooms } from "../chamber.ts";
import { standing } from "./shown.ts";

/** Something about a meeting is due: a reminder, the question what was decided, the end of the public posting. */
export function ringMeeting(on: Chamber, meeting: Meeting, name: string, now: Instant): Decided<Meeting> {
  const rest: Meeting = { ...meeting, clocks: without(meeting.clocks, name) };
  const fill = standing(on, meeting);
  switch (name) {
    case "dayBefore":
    case "hourBefore":
      // After a stop, what is no reminder any more is not said.
      if (now >= (name === "dayBefore" ? (meeting.clocks["hourBefore"] ?? meeting.at) : meeting.at))
        return { affair: rest, say: [] };
      return { affair: rest, say: toRooms(on, rest, name, rest.rooms, `meeting.${name}`, fill, now, meeting.at) };
    case "askMinutes":
      return askMinutes(on, rest, now);
    case "publicOver":
      return {
        affair: happened({ ...rest, stage: "done" }, "publicOver", "clock", now),
        say: [toKeeper(on, rest, name, rest.by, "meeting.publicOver", { objections: rest.objections, title: rest.title }, now)],
      };
    case "forgotten":
      if (meeting.stage !== "draft") return { affair: rest, say: [] };
      return {
        affair: happened({ ...rest, stage: "dropped" }, "forgotten", "clock", now),
        say: [toKeeper(on, rest, name, rest.by, "meeting.forgotten", fill, now)],
      };
    default:
      return { affair: rest, say: [] };
  }
}

/** How often the convener is asked what was decided, a day apart. */
const ASKS = 2;

function askMinutes(on: Chamber, meeting: Meeting, now: Instant): Decided<Meeting> {
  const asked = meeting.history.filter(({ type }) => type === "asked").length + 1;
  const again = nextWaking(on.desk.calendar, after(on.desk.calendar, now, { count: 24, unit: "h" }));
  const affair = happened(
    { ...meeting, clocks: asked < ASKS ? { ...meeting.clocks, askMinutes: again } : meeting.clocks },
    "asked",
    "clock",
    now,
  );
  return {
    affair,
    say: [toKeeper(on, affair, `askMinutes${asked}`, meeting.by, "meeting.askMinutes", standing(on, meeting), now, meeting.at)],
  };
}

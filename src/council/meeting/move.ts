import { HOUR, type Instant, type When } from "../../shared/instant.ts";
import { happened, type Meeting } from "../affair.ts";
import { type AffairOrder, type Chamber, type Decided, type Refused, toSpeaker } from "../chamber.ts";
import { venueIn } from "../words/read-meeting.ts";
import { toldTime } from "../words/times.ts";
import { announce, preview } from "./announce.ts";
import { clocksOf } from "./clocks.ts";
import { standing } from "./shown.ts";

const VENUE =
  /(?:地点|地址|会场|场地)\s*(?:也|就)?(?:改|换|变更?)?(?:到|为|成|在|[:：])?\s*(?<venue>[^\s，,。；;！!在到为]{1}[^\s，,。；;！!]{1,19})/u;

/** Whether another time or place waits for 确认. */
export function isMoving({ moving, movingTo }: Meeting): boolean {
  return moving !== undefined || movingTo !== undefined;
}

/** Another time or place. It is shown before the groups hear of it: a time read wrong would send forty people there on the wrong day. */
export function move(on: Chamber, meeting: Meeting, order: AffairOrder, now: Instant): Decided<Meeting> | Refused {
  const text = order.text.replace(/^(?:把|将)(时间|地点|会场|场地)?.*?(?=改|换)/, "$1");
  const when = toldTime(on.readAhead, text.replace(VENUE, " "), now);
  const at = when === undefined ? undefined : sameHour(on, when, meeting.at);
  const venue = VENUE.exec(text)?.groups?.["venue"] ?? (at === undefined ? venueIn(text) : undefined);
  if (at === undefined && venue === undefined) return { refused: "meeting.when" };
  if (at !== undefined && at <= now) return { refused: "meeting.past" };

  const waits = { ...meeting, ...(at === undefined ? {} : { moving: at }), ...(venue === undefined ? {} : { movingTo: venue }) };
  const moved = there(waits);
  if (meeting.stage === "draft") return { affair: moved, say: [...preview(on, moved, order, now)] };
  if (meeting.stage !== "called") return { refused: "meeting.notNow" };
  const fill = { ...standing(on, moved), rooms: meeting.rooms.join("、") };
  return {
    affair: happened(waits, "moving", order.by.alias, now),
    say: [toSpeaker(on, order, "meeting.previewMove", fill, now, moved.at)],
  };
}

/** `改成周四吧`: another day alone is at the hour that it was. */
function sameHour(
  {
    desk: {
      calendar: { zone },
    },
  }: Chamber,
  { from, to }: When,
  before: Instant,
): Instant {
  if (to === undefined || to - from < 12 * HOUR) return from;
  const { hour, minute } = zone.local(before);
  return zone.instant(zone.day(from), hour, minute);
}

/** The groups hear where and when; reminders of the earlier time are taken back. */
export function letMove(on: Chamber, meeting: Meeting, order: AffairOrder, now: Instant): Decided<Meeting> | Refused {
  const isLater = meeting.moving !== undefined;
  const moved = there(meeting);
  if (moved.at <= now) return { refused: "meeting.past" };
  const clocks = isLater ? clocksOf(on, moved.at, now) : moved.clocks;
  const affair = happened({ ...moved, clocks }, "moved", order.by.alias, now);
  return {
    affair,
    unsay: isLater ? ["call", "moved", "dayBefore", "hourBefore"] : ["call", "moved"],
    say: [
      ...announce(on, affair, `moved${now}`, isLater ? "meeting.moved" : "meeting.rehoused", now),
      toSpeaker(on, order, "meeting.going", { number: meeting.number, count: meeting.rooms.length }, now),
    ],
  };
}

/** 不发: it stays when and where it was. */
export function stay(
  on: Chamber,
  { moving: _gone, movingTo: _there, ...meeting }: Meeting,
  order: AffairOrder,
  now: Instant,
): Decided<Meeting> {
  return {
    affair: happened(meeting, "stays", order.by.alias, now),
    say: [toSpeaker(on, order, "meeting.stays", standing(on, meeting), now, meeting.at)],
  };
}

/** The meeting when and where it will be. */
function there({ moving, movingTo, ...meeting }: Meeting): Meeting {
  return { ...meeting, at: moving ?? meeting.at, ...(movingTo === undefined ? {} : { venue: movingTo }) };
}

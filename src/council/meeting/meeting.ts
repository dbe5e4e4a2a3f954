import type { Instant } from "../../shared/instant.ts";
import { nextWaking } from "../../shared/work-calendar.ts";
import { happened, type Meeting, type Topic } from "../affair.ts";
import { type AffairOrder, type Chamber, type Decided, newDraft, type Refused, toRooms, toSpeaker } from "../chamber.ts";
import { announce, preview } from "./announce.ts";
import { chain, checkIn, leave, signUp } from "./attending.ts";
import { clocksOf } from "./clocks.ts";
import { isMoving, letMove, move, stay } from "./move.ts";
import { decideOutcome } from "./outcome.ts";
import { agendaOf, standing } from "./shown.ts";
import { writtenTopic } from "./topics.ts";

/** A meeting to be: when and what about, who is asked, and in which groups it is announced. */
export type MeetingPlan = {
  readonly title: string;
  readonly at: Instant;
  readonly venue?: string;
  readonly topics: readonly Topic[];
  readonly invited: readonly string[];
  readonly rooms: readonly string[];
};

/** The secretary's words become a draft; nothing is announced before 确认. */
export function draftMeeting(
  on: Chamber,
  number: number,
  plan: MeetingPlan,
  order: AffairOrder,
  now: Instant,
  waiting = "",
): Decided<Meeting> {
  const { by } = order;
  const meeting: Meeting = {
    ...newDraft(on, number, order, now),
    kind: "meeting",
    ...plan,
    invited: [...new Set(plan.invited)],
    signUps: [],
    chains: {},
    present: [],
    minutes: [],
    resolutions: [],
    objections: 0,
  };
  return { affair: happened(meeting, "drafted", by.alias, now), say: preview(on, meeting, order, now, waiting) };
}

/** One order about a meeting, by whoever may give it (`permit.ts`). */
export function decideMeeting(on: Chamber, meeting: Meeting, order: AffairOrder, now: Instant): Decided<Meeting> | Refused {
  switch (order.verb) {
    case "confirm":
      if (isMoving(meeting)) return letMove(on, meeting, order, now);
      return meeting.stage === "draft" ? call(on, meeting, order, now) : decideOutcome(on, meeting, order, now);
    case "drop":
      return isMoving(meeting) ? stay(on, meeting, order, now) : cancel(on, meeting, order, now);
    case "cancel":
      return cancel(on, meeting, order, now);
    case "correct":
      return move(on, meeting, order, now);
    case "topic":
      return addTopic(on, meeting, order, now);
    case "chain":
      return chain(meeting, order);
    case "signUp":
      return signUp(on, meeting, order, now);
    case "leave":
      return leave(on, meeting, order, now);
    case "checkIn":
      return checkIn(on, meeting, order, now);
    case "show":
      return { affair: meeting, say: [toSpeaker(on, order, "meeting.status", standing(on, meeting), now, meeting.at)] };
    default:
      return decideOutcome(on, meeting, order, now);
  }
}

function call(on: Chamber, draft: Meeting, order: AffairOrder, now: Instant): Decided<Meeting> | Refused {
  if (draft.at <= now) return { refused: "meeting.past" };
  const meeting: Meeting = happened(
    { ...draft, stage: "called", clocks: clocksOf(on, draft.at, now) },
    "called",
    order.by.alias,
    now,
  );
  const begins = nextWaking(on.desk.calendar, now);
  return {
    affair: meeting,
    say: [
      ...announce(on, meeting, "call", "meeting.call", now),
      toSpeaker(
        on,
        order,
        begins > now ? "meeting.waits" : "meeting.going",
        { number: meeting.number, count: meeting.rooms.length },
        now,
        begins,
      ),
    ],
  };
}

function cancel(on: Chamber, meeting: Meeting, order: AffairOrder, now: Instant): Decided<Meeting> | Refused {
  if (meeting.stage === "draft") {
    const dropped = happened({ ...meeting, stage: "dropped" as const, clocks: {} }, "dropped", order.by.alias, now);
    return { affair: dropped, say: [toSpeaker(on, order, "meeting.dropped", { number: meeting.number }, now)] };
  }
  if (meeting.stage !== "called") return { refused: "meeting.notNow" };
  const affair = happened({ ...meeting, stage: "cancelled" as const, clocks: {} }, "cancelled", order.by.alias, now, order.text);
  return {
    affair,
    unsay: ["call", "moved", "dayBefore", "hourBefore"],
    say: [
      ...toRooms(
        on,
        affair,
        "cancel",
        meeting.rooms,
        order.text === "" ? "meeting.cancelled" : "meeting.cancelledWhy",
        { ...standing(on, meeting), why: order.text },
        now,
        meeting.at,
      ),
      toSpeaker(on, order, "meeting.cancelNoted", { number: meeting.number, count: meeting.rooms.length }, now),
    ],
  };
}

function addTopic(on: Chamber, meeting: Meeting, order: AffairOrder, now: Instant): Decided<Meeting> | Refused {
  if (order.text === "") return { refused: "meeting.topicWhich" };
  if (meeting.stage !== "draft" && meeting.stage !== "called") return { refused: "meeting.notNow" };
  const topic = writtenTopic(order.text);
  const affair = happened({ ...meeting, topics: [...meeting.topics, topic] }, "topicAdded", order.by.alias, now, order.text);
  return {
    affair,
    say: [toSpeaker(on, order, "meeting.topicAdded", { ...standing(on, affair), agenda: agendaOf(on, affair) }, now, affair.at)],
  };
}

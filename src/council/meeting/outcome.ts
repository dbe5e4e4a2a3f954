import type { Instant } from "../../shared/instant.ts";
import { after, closing } from "../../shared/work-calendar.ts";
import { happened, type Meeting, without } from "../affair.ts";
import { type AffairOrder, type Chamber, type Decided, type Refused, toKeeper, toRooms, toSpeaker } from "../chamber.ts";
import { presentAt, standing } from "./shown.ts";

/** What is told of a meeting while and after it is held: minutes, resolutions, its end, its public posting, objections. */
export function decideOutcome(on: Chamber, meeting: Meeting, order: AffairOrder, now: Instant): Decided<Meeting> | Refused {
  const { stage } = meeting;
  if (order.verb === "object") return object(on, meeting, order, now);
  if (stage !== "called" && stage !== "held") return { refused: "meeting.notNow" };
  if (now < meeting.at - after(on.desk.calendar, 0, on.rules.meeting.checkIn.before)) return { refused: "meeting.notYet" };
  switch (order.verb) {
    case "minute":
      return noted(on, { ...meeting, stage: "held", minutes: [...meeting.minutes, order.text] }, "minuted", order, now);
    case "entitled":
      return noted(on, { ...meeting, stage: "held", ...headsIn(order.text) }, "counted", order, now);
    case "came":
      return noted(on, { ...meeting, stage: "held", came: Number(order.text) }, "counted", order, now);
    case "resolve":
      return resolve(on, meeting, order, now);
    case "end":
      return end(on, meeting, order, now);
    case "confirm":
      return publish(on, meeting, order, now);
    default:
      return { refused: "council.unknown" };
  }
}

/** `应到20人，实到12人`, or the first alone. */
function headsIn(text: string): Pick<Meeting, "entitled" | "came"> {
  const entitled = Number(/\d+/.exec(text)?.[0] ?? 0);
  const came = /(?:实到|到会)\s*(\d+)/.exec(text)?.[1];
  return { ...(entitled > 0 ? { entitled } : {}), ...(came === undefined ? {} : { came: Number(came) }) };
}

/** Whether so many are enough for the meeting to decide; undefined where nobody said how many are entitled (DOMAIN: Meetings). */
export function isQuorate({ rules }: Pick<Chamber, "rules">, meeting: Meeting): boolean | undefined {
  return meeting.entitled === undefined ? undefined : presentAt(meeting) > rules.meeting.quorum * meeting.entitled;
}

function noted(on: Chamber, meeting: Meeting, type: string, order: AffairOrder, now: Instant): Decided<Meeting> | Refused {
  if (order.text === "") return { refused: "meeting.what" };
  const affair = happened(meeting, type, order.by.alias, now);
  return {
    affair,
    say: [toSpeaker(on, order, `meeting.${type}`, { ...standing(on, affair), minutes: affair.minutes.length }, now, affair.at)],
  };
}

/** Votes in the words of a resolution: 同意10 反对2 弃权1. Passed with over half of those present. */
function votes(text: string): { readonly yes: number; readonly all: number } | undefined {
  const yes = /(?:同意|赞成)\s*(\d+)/.exec(text)?.[1];
  if (yes === undefined) return undefined;
  const others = [...text.matchAll(/(?:反对|不同意|弃权)\s*(\d+)/g)].reduce((sum, match) => sum + Number(match[1]), 0);
  return { yes: Number(yes), all: Number(yes) + others };
}

function resolve(on: Chamber, meeting: Meeting, order: AffairOrder, now: Instant): Decided<Meeting> | Refused {
  if (order.text === "") return { refused: "meeting.resolveWhat" };
  if (meeting.resolutions.some(({ text }) => text === order.text)) return { refused: "meeting.resolvedAlready" };
  if (isQuorate(on, meeting) === false) return { refused: "meeting.noQuorum" };
  const counted = votes(order.text);
  const failed = counted !== undefined && counted.yes <= Math.max(presentAt(meeting), counted.all) * on.rules.meeting.quorum;
  const named = /[#＃](\d+)/.exec(order.text)?.[1];
  const topic = meeting.topics.find(({ text }) => text.length > 1 && order.text.includes(text));
  const ticket = named === undefined ? topic?.ticket : Number(named);
  const affair: Meeting = happened(
    {
      ...meeting,
      stage: "held",
      resolutions: [
        ...meeting.resolutions,
        { text: order.text, at: now, ...(failed ? { failed } : {}), ...(ticket === undefined ? {} : { ticket }) },
      ],
    },
    failed ? "notPassed" : "resolved",
    order.by.alias,
    now,
    order.text,
  );
  const say = [
    toSpeaker(on, order, failed ? "meeting.notPassed" : "meeting.resolved", { ...standing(on, meeting), text: order.text }, now),
  ];
  return failed ? { affair, say } : { affair, say, toDo: [{ text: order.text, ...(ticket === undefined ? {} : { ticket }) }] };
}

/** The meeting is over: its decisions are shown to the convener before the groups read them. */
function end(on: Chamber, meeting: Meeting, order: AffairOrder, now: Instant): Decided<Meeting> | Refused {
  const ended: Meeting = happened(
    { ...meeting, stage: "held", clocks: without(meeting.clocks, "askMinutes", "dayBefore", "hourBefore") },
    "ended",
    order.by.alias,
    now,
  );
  if (meeting.resolutions.length === 0) {
    const done = { ...ended, stage: "done" as const, clocks: {} };
    return { affair: done, say: [toSpeaker(on, order, "meeting.endedEmpty", standing(on, done), now, meeting.at)] };
  }
  return {
    affair: ended,
    say: [
      toSpeaker(
        on,
        order,
        "meeting.ended",
        { ...standing(on, ended), decisions: decisionsOf(meeting), rooms: publicRooms(on, meeting).join("、") },
        now,
        meeting.at,
      ),
    ],
  };
}

/** Decisions are public for seven days in the residents' groups (DOMAIN: Meetings). */
function publish(on: Chamber, meeting: Meeting, order: AffairOrder, now: Instant): Decided<Meeting> | Refused {
  if (meeting.resolutions.length === 0) return { refused: "meeting.nothingDecided" };
  const { calendar } = on.desk;
  const until = closing(calendar, calendar.zone.day(after(calendar, now, on.rules.meeting.public)));
  const affair: Meeting = happened(
    { ...meeting, stage: "public", clocks: { publicOver: until } },
    "published",
    order.by.alias,
    now,
  );
  const rooms = publicRooms(on, meeting);
  return {
    affair,
    say: [
      ...toRooms(
        on,
        affair,
        "public",
        rooms,
        "meeting.public",
        { ...standing(on, affair), decisions: decisionsOf(meeting) },
        now,
        until,
      ),
      toSpeaker(on, order, "meeting.publishing", { number: meeting.number, count: rooms.length }, now),
    ],
  };
}

/** Somebody objects while the decisions are public: counted, and told to the convener alone. */
function object(on: Chamber, meeting: Meeting, order: AffairOrder, now: Instant): Decided<Meeting> | Refused {
  if (meeting.stage !== "public") return { refused: "meeting.notNow" };
  const affair = happened({ ...meeting, objections: meeting.objections + 1 }, "objected", order.by.alias, now, order.text);
  return {
    affair,
    say: [
      toKeeper(
        on,
        affair,
        `object${affair.objections}`,
        meeting.by,
        "meeting.objection",
        { who: order.by.alias, text: order.text },
        now,
      ),
      ...("room" in order.to ? [] : [toSpeaker(on, order, "meeting.objectionNoted", { number: meeting.number }, now)]),
    ],
  };
}

function publicRooms({ desk }: Chamber, { rooms }: Meeting): readonly string[] {
  const residents = desk.community.rooms.filter(({ kind }) => kind === "residents").map(({ topic }) => topic);
  const told = rooms.filter((room) => residents.includes(room));
  return told.length === 0 ? residents : told;
}

function decisionsOf({ resolutions }: Meeting): string {
  const shown = resolutions.filter(({ failed }) => failed !== true);
  return shown
    .map(({ text, ticket }, index) => `\n${index + 1}. ${text}${ticket === undefined ? "" : `（#${ticket}）`}`)
    .join("");
}

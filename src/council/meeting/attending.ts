import type { Instant } from "../../shared/instant.ts";
import { after } from "../../shared/work-calendar.ts";
import { happened, type Meeting, type SignUp } from "../affair.ts";
import { foldChain, NOBODY_YET, withoutPerson } from "../chain/fold-chain.ts";
import { type AffairOrder, type Chamber, type Decided, type Refused, toSpeaker } from "../chamber.ts";
import { householdIn } from "../words/household.ts";
import { comingTo, presentAt } from "./shown.ts";

/** More than so many on one answer is a slip of the finger. */
const MOST = 20;

/** The 接龙 of a group was posted again: what it changes counts, and nothing is said. */
export function chain(meeting: Meeting, { chain: posted, room = "", by }: AffairOrder): Decided<Meeting> | Refused {
  if (meeting.stage !== "called" || posted === undefined) return { refused: "meeting.notNow" };
  const { standing } = foldChain(meeting.chains[room] ?? NOBODY_YET, posted, by.id);
  return { affair: { ...meeting, chains: { ...meeting.chains, [room]: standing } }, say: [] };
}

/** Somebody will come, perhaps with others; saying it again changes the number and counts once. */
export function signUp(on: Chamber, meeting: Meeting, order: AffairOrder, now: Instant): Decided<Meeting> | Refused {
  if (meeting.stage !== "called") return { refused: "meeting.notNow" };
  if (now > meeting.at) return { refused: "meeting.tooLate" };
  const people = Math.min(MOST, Math.max(1, Number(/\d+/.exec(order.text)?.[0] ?? 1)));
  const mine: SignUp = { id: order.by.id, name: order.by.alias, people, at: now };
  const affair = { ...meeting, signUps: [...meeting.signUps.filter(({ id }) => id !== mine.id), mine] };
  return { affair, say: answered(on, affair, order, "meeting.signedUp", people, now) };
}

/** Somebody will not come after all. */
export function leave(on: Chamber, meeting: Meeting, order: AffairOrder, now: Instant): Decided<Meeting> | Refused {
  if (meeting.stage !== "called") return { refused: "meeting.notNow" };
  const home = householdIn(order.by.alias).household;
  // Their line of a 接龙 goes too, else it would still be counted.
  const chains = Object.fromEntries(
    Object.entries(meeting.chains).map(([room, standing]) => [
      room,
      withoutPerson(standing, (name, household) =>
        name === undefined ? household === home : name.length > 1 && order.by.alias.endsWith(name),
      ),
    ]),
  );
  const affair = { ...meeting, chains, signUps: meeting.signUps.filter(({ id }) => id !== order.by.id) };
  const kept = order.text === "" ? affair : happened(affair, "excused", order.by.alias, now);
  return { affair: kept, say: answered(on, kept, order, "meeting.left", 0, now) };
}

/** Somebody is there; or the convener names who is, or how many. */
export function checkIn(on: Chamber, meeting: Meeting, order: AffairOrder, now: Instant): Decided<Meeting> | Refused {
  if (meeting.stage !== "called" && meeting.stage !== "held") return { refused: "meeting.notNow" };
  const { calendar } = on.desk;
  const { before, after: later } = on.rules.meeting.checkIn;
  const opens = meeting.at - after(calendar, 0, before);
  if (now < opens) return { refused: "meeting.tooEarly" };
  if (now > after(calendar, meeting.at, later) && !order.by.roles.includes("secretary")) return { refused: "meeting.tooLate" };
  const names =
    order.by.roles.includes("secretary") && order.text !== ""
      ? order.text.split(/[、，,\s]+/).filter((name) => name !== "")
      : undefined;
  const came = names?.map((name) => ({ id: `named:${name}`, name })) ?? [{ id: order.by.id, name: order.by.alias }];
  const present = [...meeting.present, ...came.filter(({ id }) => !meeting.present.some((one) => one.id === id))];
  const affair: Meeting = { ...meeting, present };
  return { affair, say: answered(on, affair, order, "meeting.checkedIn", presentAt(affair), now) };
}

/** Whoever answers in a group is heard and not answered there: forty answers would be forty interruptions. */
function answered(on: Chamber, meeting: Meeting, order: AffairOrder, wording: string, people: number, now: Instant) {
  if ("room" in order.to && !order.by.roles.includes("secretary")) return [];
  return [
    toSpeaker(
      on,
      order,
      wording,
      { number: meeting.number, title: meeting.title, people, count: comingTo(meeting) },
      now,
      meeting.at,
    ),
  ];
}

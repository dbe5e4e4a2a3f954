import type { Instant } from "../../shared/instant.ts";
import { after } from "../../shared/work-calendar.ts";
import { staffRef } from "../../tickets/saying/address.ts";
import { happened, type Round, without } from "../affair.ts";
import { type AffairOrder, type Chamber, type Decided, keyOf, type Refused, toRooms } from "../chamber.ts";

/** What the calendar says of a round: who walks it, and in which of the staff's groups they are asked. */
export type RoundPlan = { readonly title: string; readonly room: string; readonly people: readonly string[] };

/** A round begins; its people are reminded by the calendar's own sentence. */
export function beginRound(on: Chamber, number: number, { title, room, people }: RoundPlan, now: Instant): Round {
  const { calendar } = on.desk;
  return {
    number,
    kind: "round",
    stage: "asking",
    by: "",
    openedAt: now,
    clocks: { nudge: after(calendar, now, on.rules.round.nudge), over: after(calendar, now, on.rules.round.over) },
    history: [],
    rooms: [room],
    title,
    people,
    done: [],
  };
}

/** Somebody says that they walked it. Only whoever should; saying it twice counts once. */
export function decideRound(on: Chamber, round: Round, order: AffairOrder, now: Instant): Decided<Round> | Refused {
  const name = order.by.name ?? "";
  if (order.verb !== "walked" || round.stage !== "asking" || !round.people.includes(name)) return { refused: "round.notYours" };
  if (round.done.some((one) => one.name === name)) return { affair: round, say: [] };
  const walked = happened({ ...round, done: [...round.done, { name, at: now }] }, "walked", order.by.alias, now);
  if (walked.done.length < walked.people.length) return { affair: walked, say: [] };
  const all: Round = { ...walked, stage: "done", clocks: {} };
  return { affair: all, unsay: ["nudge"], say: toRooms(on, all, "all", all.rooms, "round.all", { title: all.title }, now) };
}

/** Who has not answered is asked once more, each by name; then the round is over, and who is missing stays missing. */
export function ringRound(on: Chamber, round: Round, name: string, now: Instant): Decided<Round> {
  const rest: Round = { ...round, clocks: without(round.clocks, name) };
  const missing = round.people.filter((person) => !round.done.some((one) => one.name === person));
  if (name === "over")
    return { affair: happened({ ...rest, stage: "done", clocks: {} }, "over", "clock", now), unsay: ["nudge"], say: [] };
  const say = missing.flatMap((person) =>
    toRooms(on, rest, `nudge:${person}`, rest.rooms, "round.nudge", { title: rest.title }, now).map((sentence) => ({
      ...sentence,
      key: `${keyOf(rest, "nudge")}${person}`,
      to: { room: rest.rooms[0] ?? "", mention: staffRef(on.desk, person) },
    })),
  );
  return { affair: rest, say };
}

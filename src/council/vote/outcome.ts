import type { Instant } from "../../shared/instant.ts";
import { after, closing } from "../../shared/work-calendar.ts";
import { secretaryOf } from "../../tickets/desk.ts";
import { staffRef } from "../../tickets/saying/address.ts";
import { happened } from "../affair.ts";
import { type AffairOrder, type Chamber, type Decided, type Refused, toPerson, toRooms, toSpeaker } from "../chamber.ts";
import { disputedOf, tallyOf, verdictOf } from "./count.ts";
import type { StepName } from "./rules.ts";
import { entitledOf, standing } from "./shown.ts";
import { settled, type Vote } from "./vote.ts";

/** How many households are named as doubtful. */
const SHOWN = 30;

/** The count at the close, told to the secretary in private; with the households that somebody should look at. */
export function closed(on: Chamber, vote: Vote, now: Instant, name = `count${vote.until}`): Decided<Vote> {
  const tally = tallyOf(vote, entitledOf(on, vote));
  const { verdict, decision } = verdictOf(on.rules.deliberation, vote, tally);
  const affair: Vote = happened(
    { ...vote, stage: "counted", clocks: {}, tally, pending: { what: "decision", text: decision, passes: verdict === "passed" } },
    "counted",
    "clock",
    now,
  );
  const secretary = staffRef(on.desk, secretaryOf(on.desk));
  const disputed = disputedOf(vote);
  const unclear = Object.keys(vote.unclear).length;
  const doubts = { disputed: disputed.length, list: disputed.slice(0, SHOWN).join("、"), unclear };
  return {
    affair,
    unsay: ["remind", "ask"],
    say: [
      toPerson(on, affair, name, secretary, "vote.counted", standing(on, affair), now),
      ...(disputed.length + unclear === 0
        ? []
        : [
            toPerson(
              on,
              affair,
              `${name}:doubts`,
              secretary,
              disputed.length === 0 ? "vote.unclearOnes" : "vote.disputed",
              doubts,
              now,
            ),
          ]),
    ],
  };
}

/** The decision is made public, and becomes somebody's to do when it passed (`commission.ts`). */
export function publish(on: Chamber, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  const { text = "", passes = false } = vote.pending ?? {};
  const until = lasting(on, "publish", now);
  const affair: Vote = happened(
    {
      ...settled(vote),
      stage: "public",
      until,
      clocks: { publicOver: until },
      resolutions: [...vote.resolutions, { text, at: now, ...(passes ? {} : { failed: true }) }],
    },
    "published",
    order.by.alias,
    now,
  );
  return {
    affair,
    say: [
      ...toRooms(on, affair, "public", affair.rooms, "vote.public", standing(on, affair), now, until),
      toSpeaker(
        on,
        order,
        passes ? "vote.resolved" : "vote.publishing",
        { number: vote.number, count: affair.rooms.length },
        now,
      ),
    ],
    ...(passes ? { toDo: [{ text }] } : {}),
  };
}

/** What came of the decision, in the secretary's words, shown before the groups read it. */
export function proposeResult(on: Chamber, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  if (vote.stage !== "public" && vote.stage !== "doing") return { refused: "vote.notNow" };
  if (vote.resolutions.at(-1)?.failed === true) return { refused: "vote.notNow" };
  const affair: Vote = happened({ ...vote, pending: { what: "result", text: order.text } }, "shown", order.by.alias, now);
  const fill = { ...standing(on, vote), text: order.text, rooms: vote.rooms.join("、") };
  return { affair, say: [toSpeaker(on, order, "vote.previewResult", fill, now)] };
}

/** The second of the two publications: the result. */
export function tellResult(on: Chamber, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> {
  const told = resultIn(on, vote, vote.pending?.text ?? "", order.by.alias, now);
  return {
    ...told,
    say: [...told.say, toSpeaker(on, order, "vote.going", { number: vote.number, count: vote.rooms.length }, now)],
  };
}

/** The groups read what came of the decision; `text` is empty where nobody wrote one, as its ticket is done. */
export function resultIn(on: Chamber, vote: Vote, text: string, by: string, now: Instant): Decided<Vote> {
  const until = lasting(on, "tell", now);
  const affair: Vote = happened({ ...settled(vote), stage: "result", until, clocks: { resultOver: until } }, "told", by, now);
  const fill = {
    ...standing(on, affair),
    text,
    decision: vote.resolutions.at(-1)?.text,
    ticket: vote.resolutions.at(-1)?.ticket,
  };
  const wording = text === "" ? "vote.doneByTicket" : "vote.result";
  return { affair, say: toRooms(on, affair, "result", affair.rooms, wording, fill, now) };
}

/** What is public stays so to the end of its last day. */
function lasting({ desk: { calendar }, rules }: Chamber, does: StepName, now: Instant): Instant {
  const step = rules.deliberation.steps.find((one) => one.does === does);
  return step === undefined ? now : closing(calendar, calendar.zone.day(after(calendar, now, step.lasts)));
}

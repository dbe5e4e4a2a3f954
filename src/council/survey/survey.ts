import type { Instant } from "../../shared/instant.ts";
import { closing, nextWaking } from "../../shared/work-calendar.ts";
import type { Opening } from "../../tickets/command.ts";
import { fill } from "../../tickets/saying/wording.ts";
import type { PersonRef } from "../../tickets/ticket.ts";
import { happened, type Survey, without } from "../affair.ts";
import {
  type AffairOrder,
  type Chamber,
  type Decided,
  keyOf,
  newDraft,
  type Refused,
  shownTo,
  toKeeper,
  toSpeaker,
} from "../chamber.ts";
import { answersTo, lowItems, lowMarks, resultOf } from "./result.ts";

/** A survey to be: what it asks about, of whom, until when. */
export type SurveyPlan = {
  readonly title: string;
  readonly items: readonly string[];
  readonly estate?: string;
  readonly until: Instant;
};

/** More items than this nobody answers with one finger. */
export const MOST_ITEMS = 5;

/** The secretary's words become a draft. */
export function draftSurvey(
  on: Chamber,
  number: number,
  plan: SurveyPlan,
  order: AffairOrder,
  reach: number,
  now: Instant,
): Decided<Survey> {
  const survey: Survey = {
    ...newDraft(on, number, order, now),
    kind: "survey",
    ...plan,
    asked: [],
    answers: {},
  };
  return {
    affair: happened(survey, "drafted", order.by.alias, now),
    say: shownTo(on, survey, order, { ...shown(survey), reach }, now, survey.until),
  };
}

/** One order about a survey. `residents`: whom a card can be sent to. */
export function decideSurvey(
  on: Chamber,
  survey: Survey,
  order: AffairOrder,
  residents: readonly PersonRef[],
  now: Instant,
): Decided<Survey> | Refused {
  switch (order.verb) {
    case "confirm":
      return survey.stage === "draft" ? send(on, survey, order, residents, now) : propose(on, survey, order, now);
    case "drop":
    case "cancel":
      return stop(on, survey, order, now);
    case "marks":
      return mark(on, survey, order, now);
    case "end":
      return survey.stage === "asking" ? count(on, survey, now) : { refused: "survey.notNow" };
    case "show":
      return {
        affair: survey,
        say: [toSpeaker(on, order, "survey.status", { ...shown(survey), result: resultOf(on, survey) }, now, survey.until)],
      };
    default:
      return { refused: "council.unknown" };
  }
}

/** The time is over: what people said is counted and told to whoever asked. */
export function ringSurvey(on: Chamber, survey: Survey, name: string, now: Instant): Decided<Survey> {
  const rest: Survey = { ...survey, clocks: without(survey.clocks, name) };
  if (name === "closed") return count(on, rest, now);
  if (survey.stage !== "draft") return { affair: rest, say: [] };
  return { affair: happened({ ...rest, stage: "dropped" }, "forgotten", "clock", now), say: [] };
}

function send(
  on: Chamber,
  draft: Survey,
  order: AffairOrder,
  residents: readonly PersonRef[],
  now: Instant,
): Decided<Survey> | Refused {
  if (draft.until <= now) return { refused: "meeting.past" };
  if (residents.length === 0) return { refused: "survey.nobody" };
  const survey: Survey = happened(
    { ...draft, stage: "asking", asked: residents.map(({ id }) => id), clocks: { closed: draft.until } },
    "asked",
    order.by.alias,
    now,
  );
  const wording = survey.items.length === 1 ? "survey.cardOne" : "survey.card";
  const cards = residents.map((person) => ({
    key: `${keyOf(survey, "card")}${person.id}`,
    to: { person },
    wording,
    fill: shown(survey),
    purpose: "ask" as const,
    urgent: false,
    dueAt: nextWaking(on.desk.calendar, now),
  }));
  return {
    affair: survey,
    say: [toSpeaker(on, order, "survey.going", { number: survey.number, count: residents.length }, now), ...cards],
  };
}

/** One answer of one person; the latest counts. */
function mark(on: Chamber, survey: Survey, order: AffairOrder, now: Instant): Decided<Survey> | Refused {
  if (survey.stage !== "asking" || !survey.asked.includes(order.by.id)) return { refused: "survey.notNow" };
  const answer = answersTo(survey, order.text);
  if (answer === undefined) return { refused: "survey.how" };
  const affair: Survey = { ...survey, answers: { ...survey.answers, [order.by.id]: answer } };
  return { affair, say: [toSpeaker(on, order, "survey.thanks", { number: survey.number }, now)] };
}

function count(on: Chamber, survey: Survey, now: Instant): Decided<Survey> {
  const low = lowItems(on, survey);
  const counted: Survey = happened(
    { ...survey, stage: low.length === 0 ? "done" : "counted", clocks: {} },
    "counted",
    "clock",
    now,
  );
  const fill = { ...shown(survey), result: resultOf(on, survey), low: low.join("、") };
  return {
    affair: counted,
    unsay: ["card"],
    say: [toKeeper(on, counted, "result", survey.by, low.length === 0 ? "survey.result" : "survey.resultLow", fill, now)],
  };
}

/** What was marked low becomes a proposal for the next council (D5). */
function propose(on: Chamber, survey: Survey, order: AffairOrder, now: Instant): Decided<Survey> | Refused {
  if (survey.stage !== "counted") return { refused: "survey.notNow" };
  const affair: Survey = happened({ ...survey, stage: "done" }, "proposed", order.by.alias, now);
  return {
    affair,
    say: [toSpeaker(on, order, "survey.proposed", { number: survey.number }, now)],
    toDo: [
      {
        text: fill(on.wordings.get("survey.proposal")?.text ?? "", { title: survey.title, low: lowMarks(on, survey) }),
        agenda: true,
      },
    ],
  };
}

function stop(on: Chamber, survey: Survey, order: AffairOrder, now: Instant): Decided<Survey> | Refused {
  if (survey.stage !== "draft" && survey.stage !== "asking") return { refused: "survey.notNow" };
  const affair: Survey = happened({ ...survey, stage: "dropped", clocks: {} }, "dropped", order.by.alias, now);
  return { affair, unsay: ["card"], say: [toSpeaker(on, order, "survey.dropped", { number: survey.number }, now)] };
}

function shown({ number, title, items }: Survey) {
  return {
    number,
    title,
    items: items.map((item, index) => `${index + 1}.${item}`).join(" "),
    example: items.map((_, index) => 5 - (index % 3)).join(" "),
  };
}

/** The proposal as it is opened: nothing in it is a resident's word. */
export function proposalOf(survey: Survey, text: string, by: PersonRef): Opening {
  const reading = {
    kind: "proposal",
    category: "other",
    urgency: "ordinary",
    place: {},
    summary: text.slice(0, 30),
    confidence: 1,
    sure: true,
    by: "survey",
  } as const;
  return {
    reading: { ...reading, place: survey.estate === undefined ? {} : { estate: survey.estate } },
    reporter: by,
    home: {},
    source: `【问卷${survey.number}】`,
  };
}

/** The end of the day on which a survey closes, where only the day was named. */
export function closingOf({ desk }: Chamber, at: Instant): Instant {
  return Math.max(at, closing(desk.calendar, desk.calendar.zone.day(at)));
}

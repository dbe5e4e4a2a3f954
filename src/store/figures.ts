import type { Figures, TriageFigures } from "../schedule/figures.ts";
import { ASKED, lifeOf } from "../schedule/reports/life.ts";
import { weekOfRoom } from "../schedule/reports/week-of-room.ts";
import type { Ticket } from "../tickets/ticket.ts";
import type { Database } from "./database/open.ts";
import { historiesOf } from "./histories.ts";

/** Figures from the history that cannot be changed, so that a period's figures stay what they were. */
export function createFigures({ db }: Database): Figures {
  return {
    week: async (room, from, to) => weekOfRoom((await historiesOf(db, from, to)).map(lifeOf), room, from, to),
    histories: (from, to) => historiesOf(db, from, to),
    triage: async (from, to) => {
      const rows = await db
        .selectFrom("events")
        .where("position", "=", 1)
        .where("events.at", ">", from)
        .where("events.at", "<=", to)
        .innerJoin("tickets", "tickets.number", "events.ticket")
        .select(["events.set", "tickets.number", "tickets.stage", "tickets.outcome"])
        .execute();
      const forgotten = await db
        .selectFrom("events")
        .where("type", "=", "forgotten")
        .where("at", ">", from)
        .select("ticket")
        .execute();
      const unanswered = new Set(forgotten.map(({ ticket }) => ticket));
      return triageFigures(
        rows.map(({ set, number, stage, outcome }) => ({
          wasAsked: (JSON.parse(set) as Partial<Ticket>).stage === ASKED,
          isAsked: stage === ASKED,
          outcome,
          unanswered: unanswered.has(number),
        })),
      );
    },
  };
}

type Course = {
  readonly wasAsked: boolean;
  readonly isAsked: boolean;
  readonly outcome: string | null;
  readonly unanswered: boolean;
};

function triageFigures(courses: readonly Course[]): TriageFigures {
  const count = (test: (course: Course) => boolean): number => courses.filter(test).length;
  const isDenied = ({ outcome, unanswered }: Course): boolean => outcome === "unfiled" && !unanswered;
  const isGone = ({ outcome }: Course): boolean => outcome === "unfiled" || outcome === "withdrawn";
  return {
    asked: {
      filed: count((one) => one.wasAsked && !one.isAsked && !isGone(one)),
      dismissed: count((one) => one.wasAsked && isDenied(one)),
      unanswered: count((one) => one.wasAsked && one.unanswered),
      waiting: count(({ isAsked }) => isAsked),
    },
    unasked: {
      filed: count(({ wasAsked }) => !wasAsked),
      sentBack: count(({ wasAsked, outcome }) => !wasAsked && outcome === "rejected"),
      takenBack: count(({ wasAsked, outcome }) => !wasAsked && outcome === "withdrawn"),
    },
  };
}

import type { Kysely } from "kysely";
import type { Figures, TriageFigures } from "../schedule/figures.ts";
import { ASKED, type Life, lifeOf } from "../schedule/reports/life.ts";
import { weekOfRoom } from "../schedule/reports/week-of-room.ts";
import type { Instant } from "../shared/instant.ts";
import type { Ticket } from "../tickets/ticket.ts";
import type { Database } from "./database/open.ts";
import type { Schema } from "./database/schema.ts";
import { pagesOfHistories } from "./histories.ts";

/** Figures from the history that cannot be changed, so that a period's figures stay what they were. */
export function createFigures({ db }: Database): Figures {
  const lives = livesOf(db);
  return {
    week: async (room, from, to) => weekOfRoom(await lives(from, to), room, from, to),
    histories: async (from, to) => (await Array.fromAsync(pagesOfHistories(db, from, to))).flat(),
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

/** What happened to every ticket; read once for the many groups that are told of one week, as long as nothing happens meanwhile. */
function livesOf(db: Kysely<Schema>): (from: Instant, to: Instant) => Promise<readonly Life[]> {
  let kept: { readonly key: string; readonly lives: WeakRef<readonly Life[]> } | undefined;
  return async (from, to) => {
    const head = await db.selectFrom("chain").select("seq").executeTakeFirst();
    const key = `${from} ${to} ${head?.seq}`;
    const known = kept?.key === key ? kept.lives.deref() : undefined;
    if (known !== undefined) return known;

    const pages = await Array.fromAsync(pagesOfHistories(db, from, to), (page) => page.map(lifeOf));
    const lives = pages.flat();
    kept = { key, lives: new WeakRef(lives) };
    return lives;
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

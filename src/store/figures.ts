import type { Figures, TriageFigures } from "../schedule/figures.ts";
import type { Ticket } from "../tickets/ticket.ts";
import type { Database } from "./database/open.ts";

/** The stage in which a grid worker is asked whether it is a matter at all (flows: `unsure`). */
const ASKED = "asked";

/** Figures by SQL, so that whoever counts by hand gets the same. What was taken back or never filed is in none of them. */
export function createFigures({ db }: Database): Figures {
  const inRoom = (room: string) => db.selectFrom("tickets").where("room", "=", room).where("kind", "!=", "dispute");
  const real = (room: string) =>
    inRoom(room).where((where) => where.or([where("outcome", "is", null), where("outcome", "not in", ["withdrawn", "unfiled"])]));
  return {
    week: async (room, from, to) => {
      const received = await real(room)
        .where("stage", "!=", ASKED)
        .where("opened_at", ">", from)
        .where("opened_at", "<=", to)
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .executeTakeFirst();
      const settled = await real(room)
        .where("closed_at", ">", from)
        .where("closed_at", "<=", to)
        .where("outcome", "=", "resolved")
        .select(["handler"])
        .execute();
      const open = await real(room)
        .where("stage", "!=", ASKED)
        .where("opened_at", "<=", to)
        .where((where) => where.or([where("state", "=", "open"), where("closed_at", ">", to)]))
        .groupBy("category")
        .select(["category", ({ fn }) => fn.countAll<number>().as("count")])
        .execute();
      return {
        received: Number(received?.count ?? 0),
        settled: settled.length,
        open: open
          .map(({ category, count }) => ({ category, count: Number(count) }))
          .sort((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1)),
        handlers: [...new Set(settled.map(({ handler }) => handler))].sort(),
      };
    },
    opened: async (from, to) => {
      const rows = await db
        .selectFrom("tickets")
        .where("kind", "!=", "dispute")
        .where("stage", "!=", ASKED)
        .where((where) => where.or([where("outcome", "is", null), where("outcome", "not in", ["withdrawn", "unfiled"])]))
        .where("opened_at", ">", from)
        .where("opened_at", "<=", to)
        .orderBy("number")
        .select("document")
        .execute();
      return rows.map(({ document }) => JSON.parse(document) as Ticket);
    },
    closed: async (from, to) => {
      const rows = await db
        .selectFrom("tickets")
        .where("closed_at", ">", from)
        .where("closed_at", "<=", to)
        .orderBy("number")
        .select("document")
        .execute();
      return rows.map(({ document }) => JSON.parse(document) as Ticket);
    },
    called: async (from, to) => {
      const rows = await db
        .selectFrom("events")
        .where("type", "in", ["whistled", "ordered", "ruled"])
        .where("events.at", ">", from)
        .where("events.at", "<=", to)
        .innerJoin("tickets", "tickets.number", "events.ticket")
        .select(["tickets.number", "tickets.document"])
        .distinct()
        .orderBy("tickets.number")
        .execute();
      return rows.map(({ document }) => {
        const ticket = JSON.parse(document) as Ticket;
        return { ...ticket, whistles: ticket.whistles?.filter(({ at }) => at > from && at <= to) ?? [] };
      });
    },
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

import type { ExpressionBuilder } from "kysely";
import type { ListsDesk } from "../../board/lists/lists-desk.ts";
import type { WishesDesk, WishState } from "../../board/wishes/wishes-desk.ts";
import type { Matter } from "../../tickets/register.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import type { Database } from "../database/open.ts";
import type { Schema } from "../database/schema.ts";

type Where = ExpressionBuilder<Schema, "tickets">;

/** Published wishes, for the wall that anybody may read. */
export function createWishes({ db }: Database): WishesDesk {
  const published = () =>
    db
      .selectFrom("tickets")
      .where("tickets.kind", "=", "wish")
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom("events")
            .select("events.seq")
            .whereRef("events.ticket", "=", "tickets.number")
            .where("events.type", "=", "published"),
        ),
      );
  const count = async (state: WishState): Promise<number> => {
    const found = published().where((where) => isIn(where, state));
    const { number } = await found.select(({ fn }) => fn.countAll<number>().as("number")).executeTakeFirstOrThrow();
    return Number(number);
  };
  return {
    latest: (state, most) =>
      matters(
        published()
          .where((where) => isIn(where, state))
          .select(["tickets.document", "tickets.summary"])
          .orderBy("tickets.number", "desc")
          .limit(most)
          .execute(),
      ),
    counts: async () => {
      const [open, claimed, done] = await Promise.all([count("open"), count("claimed"), count("done")]);
      return { open, claimed, done };
    },
  };
}

function isIn({ eb, or, and }: Where, state: WishState) {
  const isDone = or([eb("outcome", "=", "resolved"), and([eb("state", "=", "open"), eb("stage", "=", "settled")])]);
  if (state === "done") return isDone;
  const isOpen = eb("state", "=", "open");
  if (state === "open") return and([isOpen, eb("stage", "=", "pool")]);
  return and([isOpen, eb("stage", "not in", ["pool", "settled"])]);
}

/** Needs, resources and projects (三清单). */
export function createLists({ db }: Database): ListsDesk {
  const tickets = () => db.selectFrom("tickets").select(["tickets.document", "tickets.summary"]).where("kind", "!=", "dispute");
  return {
    needs: (most) =>
      matters(
        tickets()
          .where("state", "=", "open")
          .where((where) => isNeed(where))
          .orderBy("number", "desc")
          .limit(most)
          .execute(),
      ),
    offers: (most) => db.selectFrom("offers").select(["unit", "text", "at"]).orderBy("id", "desc").limit(most).execute(),
    projects: (most) =>
      matters(
        tickets()
          .where((where) => isTaken(where))
          .where(({ eb, or }) => or([eb("outcome", "is", null), eb("outcome", "in", ["resolved", "explained"])]))
          .orderBy("number", "desc")
          .limit(most)
          .execute(),
      ),
  };
}

function isNeed(where: Where) {
  const { eb, or, and, not } = where;
  return or([
    and([eb("kind", "=", "wish"), eb("stage", "=", "pool"), not(isClaimed(where))]),
    and([eb("kind", "in", ["demand", "wish"]), eb("stage", "=", "whistled")]),
  ]);
}

function isTaken(where: Where) {
  const { eb, or, and } = where;
  return or([isClaimed(where), and([eb("unit", "is not", null), eb("stage", "not in", ["whistled", "objected"])])]);
}

function isClaimed({ eb, selectFrom }: Where) {
  return eb("tickets.number", "in", selectFrom("claims").select("claims.ticket"));
}

async function matters(rows: Promise<{ document: string; summary: string }[]>): Promise<readonly Matter[]> {
  return (await rows).map(({ document, summary }) => ({ ticket: JSON.parse(document) as Ticket, summary }));
}

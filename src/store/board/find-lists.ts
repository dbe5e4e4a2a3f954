import type { ListsDesk } from "../../board/lists/lists-desk.ts";
import type { WishesDesk, WishState } from "../../board/wishes/wishes-desk.ts";
import type { Matter } from "../../tickets/register.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import type { Database } from "../database/open.ts";

type Found = { readonly number: number; readonly document: string; readonly summary: string };

/** Published wishes, for the wall that anybody may read. */
export function createWishes({ db }: Database): WishesDesk {
  const published = (state: WishState) => {
    const all = db
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
    if (state === "done") return all.where("outcome", "=", "resolved");
    const open = all.where("tickets.state", "=", "open");
    return open.where("stage", state === "open" ? "=" : "!=", "pool");
  };
  const count = async (state: WishState, most: number): Promise<number> => {
    const { found } = await db
      .selectFrom(published(state).select("tickets.number").limit(most).as("some"))
      .select(({ fn }) => fn.countAll<number>().as("found"))
      .executeTakeFirstOrThrow();
    return Number(found);
  };
  return {
    latest: async (state, most) => {
      const rows = published(state).select(["tickets.number", "tickets.document", "tickets.summary"]);
      return (await rows.orderBy("tickets.number", "desc").limit(most).execute()).map(toMatter);
    },
    counts: async (most) => {
      const [open, claimed, done] = await Promise.all([count("open", most), count("claimed", most), count("done", most)]);
      return { open, claimed, done };
    },
  };
}

/** Needs, resources and projects (三清单). Each question follows an index of its own. */
export function createLists({ db }: Database): ListsDesk {
  const tickets = () => db.selectFrom("tickets").select(["tickets.number", "tickets.document", "tickets.summary"]);
  const waiting = (kind: string, stage: string, most: number): Promise<Found[]> =>
    tickets()
      .where("state", "=", "open")
      .where("kind", "=", kind)
      .where("stage", "=", stage)
      .orderBy("number", "desc")
      .limit(most)
      .execute();
  return {
    needs: (most) =>
      merged(most, [waiting("wish", "pool", most), waiting("wish", "whistled", most), waiting("demand", "whistled", most)]),
    offers: (most) => db.selectFrom("offers").select(["unit", "text", "at"]).orderBy("id", "desc").limit(most).execute(),
    projects: (most) =>
      merged(most, [
        db
          .selectFrom("claims")
          .innerJoin("tickets", "tickets.number", "claims.ticket")
          .select(["tickets.number", "tickets.document", "tickets.summary"])
          // Ordered by the few, so that no database goes through all tickets for them.
          .orderBy("claims.ticket", "desc")
          .limit(most)
          .execute(),
        tickets()
          .where("unit", "is not", null)
          .where("kind", "!=", "dispute")
          .where("stage", "not in", ["whistled", "objected"])
          .where(({ eb, or }) => or([eb("outcome", "is", null), eb("outcome", "in", ["resolved", "explained"])]))
          .orderBy("number", "desc")
          .limit(most)
          .execute(),
      ]),
  };
}

/** The latest of several lists, each once. */
async function merged(most: number, lists: readonly Promise<Found[]>[]): Promise<readonly Matter[]> {
  const all = new Map((await Promise.all(lists)).flat().map((row) => [row.number, row]));
  return [...all.values()]
    .sort((one, other) => other.number - one.number)
    .slice(0, most)
    .map(toMatter);
}

function toMatter({ document, summary }: Found): Matter {
  return { ticket: JSON.parse(document) as Ticket, summary };
}

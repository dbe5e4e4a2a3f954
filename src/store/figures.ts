import type { Figures } from "../schedule/figures.ts";
import type { Database } from "./database/open.ts";

/** Figures by SQL, so that whoever counts by hand gets the same. What was taken back or never filed is in none of them. */
export function createFigures({ db }: Database): Figures {
  const inRoom = (room: string) => db.selectFrom("tickets").where("room", "=", room).where("kind", "!=", "dispute");
  const real = (room: string) =>
    inRoom(room).where((where) => where.or([where("outcome", "is", null), where("outcome", "not in", ["withdrawn", "unfiled"])]));
  return {
    week: async (room, from, to) => {
      const received = await real(room)
        .where("stage", "!=", "asked")
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
        .where("stage", "!=", "asked")
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
  };
}

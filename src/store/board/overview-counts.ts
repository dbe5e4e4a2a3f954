import { sql } from "kysely";
import type { OverviewReads } from "../../board/overview/overview-port.ts";
import type { Database } from "../database/open.ts";

/** How it stands now, from the indexes of the tickets' table. */
export function createCounts({ db }: Database): Pick<OverviewReads, "counts" | "places"> {
  return {
    counts: async (reader, since, now) => {
      const tickets = () => {
        const all = db.selectFrom("tickets").where("stage", "!=", "asked");
        return reader === "residents" ? all.where("kind", "!=", "dispute") : all;
      };
      const count = async (query: ReturnType<typeof tickets>): Promise<number> =>
        Number((await query.select(({ fn }) => fn.countAll<number>().as("count")).executeTakeFirstOrThrow()).count);
      const [opened, closed, open, late] = await Promise.all([
        count(
          tickets()
            .where("opened_at", ">=", since)
            .where(({ eb, or }) => or([eb("outcome", "is", null), eb("outcome", "!=", "unfiled")])),
        ),
        count(tickets().where("closed_at", ">=", since).where("outcome", "!=", "unfiled")),
        count(tickets().where("state", "=", "open")),
        count(tickets().where("state", "=", "open").where("due", "<", now)),
      ]);
      return { opened, closed, open, late };
    },
    places: async (now) => {
      const rows = await db
        .selectFrom("tickets")
        .where("state", "=", "open")
        .where("kind", "!=", "dispute")
        .groupBy(["estate", "building", "grid"])
        .select(({ fn }) => [
          "estate",
          "building",
          "grid",
          fn.countAll<number>().as("open"),
          fn.sum<number>(sql<number>`case when due < ${now} then 1 else 0 end`).as("late"),
        ])
        .execute();
      return rows.map((row) => ({ ...row, open: Number(row.open), late: Number(row.late) }));
    },
  };
}

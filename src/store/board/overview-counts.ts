import { sql } from "kysely";
import type { OverviewReads, PlaceCount } from "../../board/overview/overview-port.ts";
import type { Reader } from "../../schedule/reports/tally.ts";
import type { Instant } from "../../shared/instant.ts";
import type { Database } from "../database/open.ts";

/** How it stands now, from the indexes of the tickets' table. */
export function createCounts({ db }: Database): Pick<OverviewReads, "stands"> {
  const counted = async (reader: Reader, column: "opened_at" | "closed_at", since: Instant): Promise<number> => {
    const all = db.selectFrom("tickets").where("stage", "!=", "asked").where(column, ">=", since);
    const filed = all.where(({ eb, or }) => or([eb("outcome", "is", null), eb("outcome", "!=", "unfiled")]));
    const told = reader === "residents" ? filed.where("kind", "!=", "dispute") : filed;
    return Number((await told.select(({ fn }) => fn.countAll<number>().as("count")).executeTakeFirstOrThrow()).count);
  };
  return {
    stands: async (reader, since, now) => {
      const [opened, closed, places] = await Promise.all([
        counted(reader, "opened_at", since),
        counted(reader, "closed_at", since),
        openPlaces(db, now),
      ]);
      const told = places.filter(({ isDispute, isAsked }) => !isAsked && !(isDispute && reader === "residents"));
      const sum = (of: "open" | "late"): number => told.reduce((all, one) => all + one[of], 0);
      const asked = places.reduce((all, one) => all + (one.isAsked ? one.open : 0), 0);
      return { counts: { opened, closed, open: sum("open"), late: sum("late"), asked }, places: merged(places) };
    },
  };
}

type Group = PlaceCount & { readonly isDispute: boolean; readonly isAsked: boolean };

/** What is open, by place and by what must not be mixed. */
async function openPlaces(db: Database["db"], now: Instant): Promise<readonly Group[]> {
  const isDispute = sql<number>`case when kind = 'dispute' then 1 else 0 end`;
  const isAsked = sql<number>`case when stage = 'asked' then 1 else 0 end`;
  const rows = await db
    .selectFrom("tickets")
    .where("state", "=", "open")
    .groupBy(["estate", "building", "grid", isDispute, isAsked])
    .select(({ fn }) => [
      "estate",
      "building",
      "grid",
      isDispute.as("isDispute"),
      isAsked.as("isAsked"),
      fn.countAll<number>().as("open"),
      fn.sum<number>(sql<number>`case when due < ${now} then 1 else 0 end`).as("late"),
    ])
    .execute();
  return rows.map((row) => ({
    ...row,
    isDispute: Number(row.isDispute) === 1,
    isAsked: Number(row.isAsked) === 1,
    open: Number(row.open),
    late: Number(row.late),
  }));
}

/** The map: disputes are on none. */
function merged(groups: readonly Group[]): readonly PlaceCount[] {
  const places = new Map<string, PlaceCount>();
  for (const { estate, building, grid, isDispute, open, late } of groups) {
    if (isDispute) continue;
    const key = JSON.stringify([estate, building, grid]);
    const before = places.get(key) ?? { estate, building, grid, open: 0, late: 0 };
    places.set(key, { ...before, open: before.open + open, late: before.late + late });
  }
  return [...places.values()];
}

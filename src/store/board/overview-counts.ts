import { sql } from "kysely";
import type { OverviewReads, PlaceCount } from "../../board/overview/overview-port.ts";
import type { Reach } from "../../board/tickets/finder.ts";
import type { Instant } from "../../shared/instant.ts";
import type { Database } from "../database/open.ts";
import { within } from "./find-tickets.ts";

/** How it stands now, from the indexes of the tickets' table; each reads of what their lists may show them. */
export function createCounts({ db }: Database): Pick<OverviewReads, "stands"> {
  const counted = async (reach: Reach, column: "opened_at" | "closed_at", since: Instant): Promise<number> => {
    const all = within(db.selectFrom("tickets"), reach).where("stage", "!=", "asked").where(column, ">=", since);
    const filed = all.where(({ eb, or }) => or([eb("outcome", "is", null), eb("outcome", "!=", "unfiled")]));
    return Number((await filed.select(({ fn }) => fn.countAll<number>().as("count")).executeTakeFirstOrThrow()).count);
  };
  return {
    stands: async (reach, since, now) => {
      const [opened, closed, places] = await Promise.all([
        counted(reach, "opened_at", since),
        counted(reach, "closed_at", since),
        openPlaces(db, reach, now),
      ]);
      const sum = (of: (group: Group) => number): number => places.reduce((all, one) => all + of(one), 0);
      const counts = {
        opened,
        closed,
        open: sum(({ isAsked, open }) => (isAsked ? 0 : open)),
        asked: sum(({ isAsked, open }) => (isAsked ? open : 0)),
        late: sum(({ late }) => late),
      };
      return { counts, places: merged(places) };
    },
  };
}

type Group = PlaceCount & { readonly isDispute: boolean; readonly isAsked: boolean };

/** What is open, by place and by what must not be mixed. */
async function openPlaces(db: Database["db"], reach: Reach, now: Instant): Promise<readonly Group[]> {
  const isDispute = sql<number>`case when kind = 'dispute' then 1 else 0 end`;
  const isAsked = sql<number>`case when stage = 'asked' then 1 else 0 end`;
  const rows = await within(db.selectFrom("tickets"), reach)
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

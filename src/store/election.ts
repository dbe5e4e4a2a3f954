import type { Election } from "../schedule/election.ts";
import type { Database } from "./database/open.ts";

/** Lets one of several processes run a job: whoever writes the row first, until it is over. */
export function createElection({ db }: Database): Election {
  return {
    elect: async (key, until, now) => {
      const row = await db
        .insertInto("runs")
        .values({ key, until })
        .onConflict((conflict) => conflict.column("key").doUpdateSet({ until }).where("runs.until", "<=", now))
        .returning("key")
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

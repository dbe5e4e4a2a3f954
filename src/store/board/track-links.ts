import type { TrackLinks } from "../../board/track/track-links.ts";
import type { Database } from "../database/open.ts";

/** Residents' own links. They are kept as they are, so that the same one can be told again; each opens one matter and no more. */
export function createTrackLinks({ db }: Database, clock: () => number): TrackLinks {
  return {
    find: (token) => db.selectFrom("track_links").select(["ticket", "person"]).where("token", "=", token).executeTakeFirst(),
    keep: async ({ ticket, person }, fresh) => {
      await db
        .insertInto("track_links")
        .values({ token: fresh, ticket, person, made_at: clock() })
        .onConflict((conflict) => conflict.columns(["ticket", "person"]).doNothing())
        .execute();
      const kept = await db
        .selectFrom("track_links")
        .select("token")
        .where("ticket", "=", ticket)
        .where("person", "=", person)
        .executeTakeFirstOrThrow();
      return kept.token;
    },
  };
}

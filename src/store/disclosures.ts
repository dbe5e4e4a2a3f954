import type { Instant } from "../shared/instant.ts";
import type { Database } from "./database/open.ts";

/** One paper that was handed out with names and words unmasked. */
export type Disclosure = {
  readonly at: Instant;
  /** Name in community.yaml. */
  readonly by: string;
  readonly what: string;
  readonly from?: Instant;
  readonly to?: Instant;
};

/** Keeps who was given what; it can be neither changed nor removed. */
export async function keepDisclosure({ db }: Database, { at, by, what, from, to }: Disclosure): Promise<void> {
  await db
    .insertInto("disclosures")
    .values({ at, by, what, period_from: from ?? null, period_to: to ?? null })
    .execute();
}

/** All of them, the latest first. */
export async function disclosuresOf({ db }: Pick<Database, "db">): Promise<readonly Disclosure[]> {
  const rows = await db.selectFrom("disclosures").selectAll().orderBy("id", "desc").execute();
  return rows.map(({ at, by, what, period_from, period_to }) => ({
    at,
    by,
    what,
    ...(period_from === null ? {} : { from: period_from }),
    ...(period_to === null ? {} : { to: period_to }),
  }));
}

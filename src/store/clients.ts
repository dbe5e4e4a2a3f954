import type { Instant } from "../shared/instant.ts";
import type { Database } from "./database/open.ts";
import { sha256 } from "./hash.ts";

/** A program of the city that may file and ask (Open311). */
export type Client = { readonly name: string; readonly addedAt: Instant };

/** The clients. A key is never kept: only its hash is, so that whoever reads the database cannot use it. */
export type Clients = {
  /** False when there is one of that name already. */
  readonly add: (name: string, key: string, now: Instant) => Promise<boolean>;
  readonly remove: (name: string) => Promise<boolean>;
  readonly all: () => Promise<readonly Client[]>;
  /** The client whose key this is. */
  readonly named: (key: string) => Promise<string | undefined>;
};

export function createClients({ db }: Pick<Database, "db">): Clients {
  return {
    add: async (name, key, now) => {
      const row = await db
        .insertInto("clients")
        .values({ name, key_hash: sha256(key), added_at: now })
        .onConflict((conflict) => conflict.column("name").doNothing())
        .returning("name")
        .executeTakeFirst();
      return row !== undefined;
    },
    remove: async (name) =>
      (await db.deleteFrom("clients").where("name", "=", name).returning("name").executeTakeFirst()) !== undefined,
    all: async () =>
      (await db.selectFrom("clients").select(["name", "added_at"]).orderBy("name").execute()).map(({ name, added_at }) => ({
        name,
        addedAt: added_at,
      })),
    named: async (key) =>
      (await db.selectFrom("clients").select("name").where("key_hash", "=", sha256(key)).executeTakeFirst())?.name,
  };
}

import { EventEmitter } from "node:events";
import type { KeyvStoreAdapter } from "keyv";
import type { Database } from "./database/open.ts";

/** Keyv on our own database (DESIGN: answers cache, sessions, one-time codes). Entries that are over are never given, and swept now and then. */
export function createKeyvStore({ db }: Database, clock: () => number): KeyvStoreAdapter {
  const events = new EventEmitter();
  const store: KeyvStoreAdapter = {
    opts: {},
    get: async <Value>(key: string) => {
      const row = await db.selectFrom("keyv").select(["value", "expires"]).where("key", "=", key).executeTakeFirst();
      if (row === undefined || (row.expires !== null && row.expires <= clock())) return undefined;
      return row.value as Value;
    },
    set: async (key: string, value: string, ttl?: number) => {
      const row = { value, expires: ttl === undefined ? null : clock() + ttl };
      await db
        .insertInto("keyv")
        .values({ key, ...row })
        .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
        .execute();
    },
    delete: async (key) => (await db.deleteFrom("keyv").where("key", "=", key).executeTakeFirst()).numDeletedRows > 0n,
    clear: async () => {
      const prefix = store.namespace === undefined ? "%" : `${store.namespace}:%`;
      await db.deleteFrom("keyv").where("key", "like", prefix).execute();
    },
    on: (event, listener) => {
      events.on(event, listener);
      return store;
    },
  };
  return store;
}

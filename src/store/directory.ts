import type { Selectable } from "kysely";
import type { Directory, Known } from "../intake/directory.ts";
import type { Database } from "./database/open.ts";
import type { Schema } from "./database/schema.ts";
import { sha256 } from "./hash.ts";

/** Who is who and which group is which. */
export function createDirectory({ db }: Database): Directory {
  return {
    people: async () => (await db.selectFrom("people").selectAll().execute()).map(toKnown),
    idFor: (contact) => `p${sha256(contact).slice(0, 16)}`,
    keep: async ({ id, alias, contact, login, staff, room, friend }) => {
      const row = { alias, contact, login, staff: staff ?? null, room: room ?? null, friend: friend ? 1 : 0 };
      await db.transaction().execute(async (tx) => {
        // One account holds one name: whoever had either before lets go of it.
        if (staff !== undefined)
          await tx.updateTable("people").set({ staff: null }).where("staff", "=", staff).where("id", "!=", id).execute();
        await tx.deleteFrom("people").where("contact", "=", contact).where("id", "!=", id).execute();
        await tx
          .insertInto("people")
          .values({ id, ...row })
          .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
          .execute();
      });
    },
    rooms: async () =>
      new Map((await db.selectFrom("rooms").selectAll().execute()).map(({ topic, channel_id }) => [topic, channel_id])),
    bindRoom: async (topic, channelId) => {
      await db
        .insertInto("rooms")
        .values({ topic, channel_id: channelId })
        .onConflict((conflict) => conflict.column("topic").doUpdateSet({ channel_id: channelId }))
        .execute();
    },
  };
}

function toKnown(row: Selectable<Schema["people"]>): Known {
  return {
    id: row.id,
    alias: row.alias,
    contact: row.contact,
    login: row.login,
    ...(row.staff === null ? {} : { staff: row.staff }),
    ...(row.room === null ? {} : { room: row.room }),
    friend: row.friend === 1,
  };
}

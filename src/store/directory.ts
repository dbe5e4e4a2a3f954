import type { Directory, Known } from "../intake/directory.ts";
import type { Database } from "./database/open.ts";
import { sha256 } from "./hash.ts";

/** Who is who and which group is which. */
export function createDirectory({ db }: Database): Directory {
  return {
    people: async () => (await db.selectFrom("people").selectAll().execute()).map(toKnown),
    idFor: (contact) => `p${sha256(contact).slice(0, 16)}`,
    keep: async ({ id, alias, contact, login, staff, friend }) => {
      const row = { alias, contact, login, staff: staff ?? null, friend: friend ? 1 : 0 };
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

function toKnown(row: {
  id: string;
  alias: string;
  contact: string;
  login: string;
  staff: string | null;
  friend: number;
}): Known {
  return {
    id: row.id,
    alias: row.alias,
    contact: row.contact,
    login: row.login,
    ...(row.staff === null ? {} : { staff: row.staff }),
    friend: row.friend === 1,
  };
}

import type { Directory, Known } from "../intake/directory.ts";
import type { Database } from "./open.ts";

/** Who is who and which group is which. */
export function createDirectory({ db }: Database): Directory {
  return {
    people: async () => (await db.selectFrom("people").selectAll().execute()).map(toKnown),
    add: async (person) => {
      const row = {
        alias: person.alias,
        contact: person.contact,
        login: person.login,
        staff: person.staff ?? null,
        friend: person.friend ? 1 : 0,
      };
      const { id } = await db
        .insertInto("people")
        .values(row)
        .onConflict((conflict) =>
          conflict.column("contact").doUpdateSet({ alias: row.alias, login: row.login, friend: row.friend }),
        )
        .returning("id")
        .executeTakeFirstOrThrow();
      return { ...person, id: `p${id}` };
    },
    change: async ({ id, alias, contact, login, staff, friend }) => {
      const row = Number(id.slice(1));
      await db.transaction().execute(async (tx) => {
        // One account holds one name: whoever had either before lets go of it.
        if (staff !== undefined)
          await tx.updateTable("people").set({ staff: null }).where("staff", "=", staff).where("id", "!=", row).execute();
        await tx.deleteFrom("people").where("contact", "=", contact).where("id", "!=", row).execute();
        await tx
          .updateTable("people")
          .set({ alias, contact, login, staff: staff ?? null, friend: friend ? 1 : 0 })
          .where("id", "=", row)
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
  id: number;
  alias: string;
  contact: string;
  login: string;
  staff: string | null;
  friend: number;
}): Known {
  return {
    id: `p${row.id}`,
    alias: row.alias,
    contact: row.contact,
    login: row.login,
    ...(row.staff === null ? {} : { staff: row.staff }),
    friend: row.friend === 1,
  };
}

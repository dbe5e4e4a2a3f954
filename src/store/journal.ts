import type { Journal, Recorded } from "../intake/journal.ts";
import type { Message } from "../intake/message.ts";
import type { Database } from "./database/open.ts";
import { sha256 } from "./hash.ts";

/** Messages as rows; a unique hash of the channel's id keeps each to one. */
export function createJournal({ db }: Database): Journal {
  return {
    record: async (entries) => {
      const rows = await db
        .insertInto("messages")
        .values(
          entries.map(({ message, heardAt }) => ({
            hash: sha256(message.id),
            channel_id: message.id,
            heard_at: heardAt,
            state: "heard" as const,
            body: JSON.stringify(message),
          })),
        )
        .onConflict((conflict) => conflict.column("hash").doNothing())
        .returning(["id", "channel_id"])
        .execute();
      const byId = new Map(rows.map(({ id, channel_id }) => [channel_id, id]));
      return entries.map(({ message }) => {
        const row = byId.get(message.id);
        byId.delete(message.id);
        return row;
      });
    },

    unsettled: async () => {
      const rows = await db
        .selectFrom("messages")
        .select(["id", "heard_at", "body"])
        .where("state", "=", "heard")
        .orderBy("id")
        .execute();
      return rows.flatMap(toRecorded);
    },

    settle: async (rows, as) => {
      if (rows.length === 0) return;
      await db
        .updateTable("messages")
        .set({ state: as, body: null, channel_id: null, file: null })
        .where("id", "in", [...rows])
        .execute();
    },

    withdraw: async (channelId) => {
      const row = await db
        .selectFrom("messages")
        .select(["id", "ticket", "body"])
        .where("hash", "=", sha256(channelId))
        .executeTakeFirst();
      if (row === undefined) return undefined;

      await db
        .updateTable("messages")
        .set({ state: "withdrawn", body: null, channel_id: null, file: null })
        .where("id", "=", row.id)
        .execute();
      if (row.ticket === null) return { row: row.id, only: false };

      const speaker = speakerOf(row.body);
      const left = await db
        .selectFrom("messages")
        .select("body")
        .where("ticket", "=", row.ticket)
        .where("state", "=", "filed")
        .execute();
      return { row: row.id, ticket: row.ticket, only: !left.some(({ body }) => speakerOf(body) === speaker) };
    },

    missingFiles: async (since) => {
      const rows = await db
        .selectFrom("messages")
        .select(["id", "heard_at", "body"])
        .where("state", "=", "filed")
        .where("heard_at", ">=", since)
        .where("file", "is", null)
        .where("body", "like", '%"attachment"%')
        .orderBy("id")
        .limit(20)
        .execute();
      return rows.flatMap(toRecorded);
    },

    keepFile: async (row, path) => {
      await db.updateTable("messages").set({ file: path }).where("id", "=", row).execute();
    },
  };
}

function toRecorded({ id, heard_at, body }: { id: number; heard_at: number; body: string | null }): Recorded[] {
  return body === null ? [] : [{ row: id, heardAt: heard_at, message: JSON.parse(body) as Message }];
}

function speakerOf(body: string | null): string | undefined {
  return body === null ? undefined : (JSON.parse(body) as Message).speaker.id;
}

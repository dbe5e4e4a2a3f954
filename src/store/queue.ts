import type { ExpressionBuilder, Updateable } from "kysely";
import type { Queue } from "../outbox/queue.ts";
import { MINUTE } from "../shared/instant.ts";
import type { Purpose } from "../tickets/saying/wording.ts";
import type { Database } from "./database/open.ts";
import type { Schema } from "./database/schema.ts";
import { toRow } from "./sentence-row.ts";
import { tending } from "./tending.ts";

/** What a crash may have said already: answers and questions wait for a person, the rest is said again (DESIGN: outbox). */
const SAID_AGAIN: readonly Purpose[] = ["notify", "remind", "announce"];

/** Nothing that has to be said before a row is still unsaid. */
function isNext({ not, exists, selectFrom }: ExpressionBuilder<Schema, "outbox">) {
  return not(
    exists(
      selectFrom("outbox as before")
        .select("before.id")
        .whereRef("before.key", "=", "outbox.follows")
        .where("before.state", "!=", "said"),
    ),
  );
}

/** The outbox's rows. */
export function createQueue({ db }: Database): Queue {
  const change = async (ids: readonly number[], set: Updateable<Schema["outbox"]>): Promise<void> => {
    if (ids.length > 0)
      await db
        .updateTable("outbox")
        .set(set)
        .where("id", "in", [...ids])
        .execute();
  };
  return {
    ...tending(db),
    due: async (now, most) => {
      const rows = await db
        .selectFrom("outbox")
        .selectAll()
        .where("state", "=", "waiting")
        .where("due_at", "<=", now)
        .where(isNext)
        .orderBy("urgent", "desc")
        .orderBy("due_at")
        .orderBy("id")
        .limit(most)
        .execute();
      return rows.map(toRow);
    },
    claim: async (ids, now) => {
      const rows = await db
        .updateTable("outbox")
        .set({ state: "sending", claimed_at: now })
        .where("id", "in", [...ids])
        .where("state", "=", "waiting")
        .returning("id")
        .execute();
      return rows.map(({ id }) => id);
    },
    said: (ids, at, text, channelId) => change(ids, { state: "said", said_at: at, text, channel_id: channelId ?? null }),
    postpone: (ids, until) => change(ids, { due_at: until }),
    retry: async (ids, at, why) => {
      await db
        .updateTable("outbox")
        .set(({ eb }) => ({ state: "waiting" as const, due_at: at, why, attempts: eb("attempts", "+", 1) }))
        .where("id", "in", [...ids])
        .execute();
    },
    hold: (ids, why) => change(ids, { state: "held", why }),
    lately: async (now) => {
      const dayAgo = now - 24 * 60 * MINUTE;
      const rows = await db
        .selectFrom("outbox")
        .select(({ fn }) => [fn.max("said_at").as("last"), fn.count<number>("said_at").distinct().as("day")])
        .where("said_at", ">", dayAgo)
        .executeTakeFirst();
      const minute = await db
        .selectFrom("outbox")
        .select(({ fn }) => fn.count<number>("said_at").distinct().as("count"))
        .where("said_at", ">", now - MINUTE)
        .executeTakeFirst();
      const last = rows?.last ?? undefined;
      return { ...(last === undefined ? {} : { last }), inMinute: Number(minute?.count ?? 0), inDay: Number(rows?.day ?? 0) };
    },
    lastSaid: async (to, wording) => {
      const query = db.selectFrom("outbox").select("said_at").where("state", "=", "said").where("wording", "=", wording);
      const there =
        "person" in to ? query.where("room", "is", null).where("person", "=", to.person.id) : query.where("room", "=", to.room);
      return (await there.orderBy("said_at", "desc").limit(1).executeTakeFirst())?.said_at ?? undefined;
    },
    recover: async (before) => {
      const rows = await db
        .selectFrom("outbox")
        .select(["id", "purpose"])
        .where("state", "=", "sending")
        .where("claimed_at", "<", before)
        .execute();
      const again = rows.filter(({ purpose }) => SAID_AGAIN.includes(purpose as Purpose)).map(({ id }) => id);
      const held = rows.filter(({ id }) => !again.includes(id)).map(({ id }) => id);
      await change(again, { state: "waiting", why: "the process ended while saying it" });
      await change(held, { state: "held", why: "the process ended while saying it; look in the group whether it was said" });
      return { again: again.length, held: held.length };
    },
    next: async () =>
      (
        await db
          .selectFrom("outbox")
          .select("due_at")
          .where("state", "=", "waiting")
          .where(isNext)
          .orderBy("due_at")
          .limit(1)
          .executeTakeFirst()
      )?.due_at,
  };
}

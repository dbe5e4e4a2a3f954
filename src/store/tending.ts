import type { Kysely, Selectable, Updateable } from "kysely";
import type { Queue, Tended } from "../outbox/queue.ts";
import type { Database } from "./database/open.ts";
import type { Schema } from "./database/schema.ts";
import { toRow } from "./sentence-row.ts";

/** What a person sees of the outbox's rows, and what they decide about them. */
export function tending(db: Database["db"]): Pick<Queue, "listed" | "count" | "tended" | "handle"> {
  return {
    listed: async (state, most) => {
      const rows = withKind(db).where("outbox.state", "=", state).limit(most);
      switch (state) {
        case "waiting":
          return (await rows.orderBy("outbox.due_at").orderBy("outbox.id").execute()).map(toTended);
        case "held":
          return (await rows.orderBy("outbox.id").execute()).map(toTended);
        case "said":
          return (await rows.orderBy("outbox.said_at", "desc").orderBy("outbox.id", "desc").execute()).map(toTended);
      }
    },
    count: async (state) => {
      const { count } = await db
        .selectFrom("outbox")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .where("state", "=", state)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    tended: async (ids) => {
      if (ids.length === 0) return [];
      const rows = withKind(db).where("outbox.id", "in", [...ids]);
      return (await rows.orderBy("outbox.due_at").orderBy("outbox.id").execute()).map(toTended);
    },
    handle: async (ids, of, { as, by, at, text }) => {
      if (ids.length === 0) return [];
      const mine = db
        .updateTable("outbox")
        .set({ ...becomes(as, at, text), handled_by: by })
        .where("id", "in", [...ids]);
      const those =
        of === "due"
          ? mine.where("state", "=", "waiting")
          : mine.where(({ eb, or, and }) =>
              or([eb("state", "=", "held"), and([eb("state", "=", "waiting"), eb("attempts", ">", 0)])]),
            );
      return (await those.returning("id").execute()).map(({ id }) => id);
    },
  };
}

function becomes(as: "again" | "said" | "dropped", at: number, text = ""): Updateable<Schema["outbox"]> {
  switch (as) {
    case "again":
      return { state: "waiting", due_at: at, attempts: 0, why: null };
    case "said":
      return { state: "said", said_at: at, text };
    case "dropped":
      return { state: "dropped" };
  }
}

function withKind(db: Kysely<Schema>) {
  return db
    .selectFrom("outbox")
    .leftJoin("tickets", "tickets.number", "outbox.ticket")
    .selectAll("outbox")
    .select("tickets.kind as kind");
}

function toTended(row: Selectable<Schema["outbox"]> & { readonly kind: string | null }): Tended {
  return {
    ...toRow(row),
    state: row.state,
    ...(row.why === null ? {} : { why: row.why }),
    ...(row.said_at === null ? {} : { saidAt: row.said_at }),
    ...(row.text === null ? {} : { text: row.text }),
    ...(row.handled_by === null ? {} : { handledBy: row.handled_by }),
    ...(row.kind === null ? {} : { kind: row.kind }),
  };
}

import type { Kysely, Transaction as KyselyTransaction } from "kysely";
import { type Affair, type AffairKind, dueOf, isOver } from "../council/affair.ts";
import type { AffairRows, Receipt, Shelf } from "../council/shelf.ts";
import type { Fill } from "../tickets/saying/wording.ts";
import type { Database } from "./database/open.ts";
import type { Schema } from "./database/schema.ts";
import { sha256 } from "./hash.ts";
import { inTransaction } from "./register.ts";

/** Notices, meetings and votes, kept in the same transactions as tickets and sentences. */
export function createShelf(database: Database): Shelf {
  const { db } = database;
  const list = async (open: boolean): Promise<readonly Affair[]> => {
    const all = db.selectFrom("affairs").select("document").orderBy("opened_at", "desc").orderBy("number", "desc");
    return (await (open ? all.where("is_over", "=", 0) : all).execute()).map(read);
  };
  return {
    transact: (work) => inTransaction(database, (transaction, tx) => work({ ...transaction, ...affairRows(tx) })),
    affair: (kind, number) => find(db, kind, number),
    open: () => list(true),
    all: () => list(false),
    latest: async (kinds, most) => {
      const rows = db
        .selectFrom("affairs")
        .select("document")
        .where("kind", "in", [...kinds]);
      return (await rows.orderBy("opened_at", "desc").orderBy("number", "desc").limit(most).execute()).map(read);
    },
    receipts: (key) => receiptsOf(db, key),
    lastTold: async (person, room) => {
      const told = db
        .selectFrom("outbox")
        .select(["wording", "fill"])
        .where("person", "=", person)
        .where("state", "=", "said")
        .where("purpose", "not in", ["notify", "announce"]);
      const there = room === undefined ? told.where("room", "is", null) : told.where("room", "=", room);
      const row = await there.orderBy("said_at", "desc").orderBy("id", "desc").limit(1).executeTakeFirst();
      return row === undefined ? undefined : { wording: row.wording, fill: JSON.parse(row.fill) as Fill };
    },
    nextDue: async () =>
      (await db.selectFrom("affairs").select("due").where("due", "is not", null).orderBy("due").limit(1).executeTakeFirst())
        ?.due ?? undefined,
  };
}

function read({ document }: { readonly document: string }): Affair {
  return JSON.parse(document) as Affair;
}

async function find(db: Kysely<Schema>, kind: AffairKind, number: number): Promise<Affair | undefined> {
  const row = await db
    .selectFrom("affairs")
    .select("document")
    .where("kind", "=", kind)
    .where("number", "=", number)
    .executeTakeFirst();
  return row === undefined ? undefined : read(row);
}

async function receiptsOf(db: Kysely<Schema>, key: string): Promise<readonly Receipt[]> {
  const sentences = db.selectFrom("outbox").where("key", "like", `${key}%`).where("room", "is not", null);
  const rows = await sentences.select(["room", "state"]).orderBy("id").execute();
  return rows.map(({ room, state }) => ({ room: room ?? "", state }));
}

/** The chain's head is held, so nobody else changes affairs meanwhile: plain reads and writes are enough. */
function affairRows(tx: KyselyTransaction<Schema>): AffairRows {
  return {
    nextAffair: async (kind) => {
      const last = await tx
        .selectFrom("affairs")
        .select(({ fn }) => fn.max("number").as("number"))
        .where("kind", "=", kind)
        .executeTakeFirst();
      return Number(last?.number ?? 0) + 1;
    },
    affair: (kind, number) => find(tx, kind, number),
    saveAffair: async (affair) => {
      const row = {
        stage: affair.stage,
        is_over: isOver(affair) ? 1 : 0,
        due: dueOf(affair) ?? null,
        opened_at: affair.openedAt,
        document: JSON.stringify(affair),
      };
      await tx
        .insertInto("affairs")
        .values({ kind: affair.kind, number: affair.number, ...row })
        .onConflict((conflict) => conflict.columns(["kind", "number"]).doUpdateSet(row))
        .execute();
    },
    forgetAffairs: async (kind, before) => {
      await tx.deleteFrom("affairs").where("kind", "=", kind).where("is_over", "=", 1).where("opened_at", "<", before).execute();
    },
    dueAffair: async (now) => {
      const row = await tx
        .selectFrom("affairs")
        .select("document")
        .where("due", "<=", now)
        .orderBy("due")
        .orderBy("kind")
        .orderBy("number")
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? undefined : read(row);
    },
    receipts: (key) => receiptsOf(tx, key),
    orderLine: async (once, now) => {
      const line = { hash: sha256(`form:${once}`), channel_id: null, heard_at: now, state: "answered" as const, body: null };
      const kept = tx
        .insertInto("messages")
        .values(line)
        .onConflict((conflict) => conflict.column("hash").doNothing());
      return (await kept.returning("id").executeTakeFirst())?.id;
    },
    unsayAll: async (key) => {
      const rows = await tx
        .updateTable("outbox")
        .set({ state: "dropped", why: "taken back" })
        .where("key", "like", `${key}%`)
        .where("state", "=", "waiting")
        .returning("room")
        .execute();
      return rows.flatMap(({ room }) => room ?? []);
    },
    forgetSaid: async (key) => {
      const words = tx.updateTable("outbox").where("key", "like", `${key}%`);
      await words.set({ state: "dropped", why: "over" }).where("state", "=", "waiting").execute();
      await words.set({ fill: "{}", text: null }).execute();
    },
    sayAgain: async (key, now) => {
      const rows = await tx
        .updateTable("outbox")
        .set({ state: "waiting", due_at: now, attempts: 0, why: null })
        .where("key", "like", `${key}%`)
        .where("state", "=", "held")
        .returning("room")
        .execute();
      return rows.flatMap(({ room }) => room ?? []);
    },
  };
}

import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { affairs } from "./affairs-migration.ts";
import { board } from "./board-migration.ts";
import { forbidChange } from "./forbid-change.ts";
import { hand, lists, standing } from "./halls-migration.ts";
import { papersAndClients } from "./papers-and-clients.ts";

/** The migrations by name, in order. One that has been released is never edited (STYLE 12). */
export function migrations(kind: "sqlite" | "postgres"): Record<string, Migration> {
  return {
    "2026-11-01-first": { up: (db) => first(db, kind) },
    "2026-11-21-units-and-claims": { up: (db) => unitsAndClaims(db, kind) },
    "2026-11-22-pictures": { up: pictures },
    "2026-11-23-affairs": { up: (db) => affairs(db, kind) },
    "2026-11-24-papers-and-clients": { up: (db) => papersAndClients(db, kind) },
    "2026-11-25-board": { up: (db) => board(db, kind) },
    "2026-11-26-said-by-hand": { up: hand },
    "2026-11-27-lists": { up: lists },
    "2026-11-28-standing": { up: standing },
  };
}

/** A sentence may be a picture, said after the words it belongs to; figures look events up by their moment. */
async function pictures(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("outbox").addColumn("picture", "text").execute();
  await db.schema.alterTable("outbox").addColumn("follows", "text").execute();
  await db.schema.createIndex("events_at").on("events").columns(["at", "ticket"]).execute();
}

/** Tickets know the unit that was called; a wish has one live claim at most; what units offer is kept. */
async function unitsAndClaims(db: Kysely<unknown>, kind: "sqlite" | "postgres"): Promise<void> {
  const big = kind === "sqlite" ? "integer" : "bigint";
  await db.schema.alterTable("tickets").addColumn("unit", "text").execute();
  await sql`create index tickets_unit on tickets (unit) where state = 'open'`.execute(db);
  await db.schema
    .createTable("claims")
    .addColumn("ticket", big, (column) => column.primaryKey())
    .addColumn("person", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("offers")
    .addColumn("id", kind === "sqlite" ? "integer" : "bigserial", (column) =>
      kind === "sqlite" ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
    .addColumn("unit", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("at", big, (column) => column.notNull())
    .execute();
}

async function first(db: Kysely<unknown>, kind: "sqlite" | "postgres"): Promise<void> {
  const counted = kind === "sqlite" ? "integer" : "bigserial";
  const big = kind === "sqlite" ? "integer" : "bigint";

  await db.schema
    .createTable("messages")
    .addColumn("id", counted, (column) => (kind === "sqlite" ? column.primaryKey().autoIncrement() : column.primaryKey()))
    .addColumn("hash", "text", (column) => column.notNull().unique())
    .addColumn("channel_id", "text")
    .addColumn("heard_at", big, (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("ticket", big)
    .addColumn("body", "text")
    .addColumn("file", "text")
    .execute();
  await sql`create index messages_unsettled on messages (id) where state = 'heard'`.execute(db);
  await db.schema.createIndex("messages_ticket").on("messages").column("ticket").execute();

  await db.schema
    .createTable("tickets")
    .addColumn("number", big, (column) => column.primaryKey())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("category", "text", (column) => column.notNull())
    .addColumn("urgency", "text", (column) => column.notNull())
    .addColumn("estate", "text")
    .addColumn("stage", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("outcome", "text")
    .addColumn("grid", "text")
    .addColumn("handler", "text", (column) => column.notNull())
    .addColumn("room", "text")
    .addColumn("opened_at", big, (column) => column.notNull())
    .addColumn("closed_at", big)
    .addColumn("summary", "text", (column) => column.notNull())
    .addColumn("document", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("tickets_handler").on("tickets").columns(["handler", "state"]).execute();
  await db.schema.createIndex("tickets_room").on("tickets").columns(["room", "opened_at"]).execute();
  await db.schema.createIndex("tickets_estate").on("tickets").columns(["estate", "state"]).execute();

  await db.schema
    .createTable("ticket_people")
    .addColumn("ticket", big, (column) => column.notNull())
    .addColumn("person", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("ticket_people_key", ["person", "ticket"])
    .execute();

  await db.schema
    .createTable("events")
    .addColumn("seq", big, (column) => column.primaryKey())
    .addColumn("ticket", big, (column) => column.notNull())
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("type", "text", (column) => column.notNull())
    .addColumn("at", big, (column) => column.notNull())
    .addColumn("by", "text", (column) => column.notNull())
    .addColumn("text", "text")
    .addColumn("set", "text", (column) => column.notNull())
    .addColumn("prev", "text", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .addUniqueConstraint("events_position", ["ticket", "position"])
    .execute();
  await forbidChange(db, kind, "events");

  await db.schema
    .createTable("chain")
    .addColumn("id", "integer", (column) => column.primaryKey())
    .addColumn("number", big, (column) => column.notNull())
    .addColumn("seq", big, (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .execute();
  await sql`insert into chain (id, number, seq, hash) values (1, 0, 0, '')`.execute(db);

  await db.schema
    .createTable("timers")
    .addColumn("ticket", big, (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("at", big, (column) => column.notNull())
    .addPrimaryKeyConstraint("timers_key", ["ticket", "name"])
    .execute();
  await db.schema.createIndex("timers_at").on("timers").column("at").execute();

  await db.schema
    .createTable("outbox")
    .addColumn("id", counted, (column) => (kind === "sqlite" ? column.primaryKey().autoIncrement() : column.primaryKey()))
    .addColumn("key", "text", (column) => column.notNull().unique())
    .addColumn("room", "text")
    .addColumn("person", "text")
    .addColumn("alias", "text")
    .addColumn("wording", "text", (column) => column.notNull())
    .addColumn("fill", "text", (column) => column.notNull())
    .addColumn("promise", big)
    .addColumn("ticket", big)
    .addColumn("purpose", "text", (column) => column.notNull())
    .addColumn("urgent", "integer", (column) => column.notNull())
    .addColumn("to_reporter", "integer", (column) => column.notNull())
    .addColumn("due_at", big, (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("claimed_at", big)
    .addColumn("said_at", big)
    .addColumn("text", "text")
    .addColumn("channel_id", "text")
    .addColumn("attempts", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("why", "text")
    .execute();
  await sql`create index outbox_waiting on outbox (due_at) where state = 'waiting'`.execute(db);
  await db.schema.createIndex("outbox_said").on("outbox").column("said_at").execute();
  await db.schema.createIndex("outbox_ticket").on("outbox").column("ticket").execute();

  await db.schema
    .createTable("people")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("alias", "text", (column) => column.notNull())
    .addColumn("contact", "text", (column) => column.notNull().unique())
    .addColumn("login", "text", (column) => column.notNull())
    .addColumn("staff", "text", (column) => column.unique())
    .addColumn("room", "text")
    .addColumn("friend", "integer", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("rooms")
    .addColumn("topic", "text", (column) => column.primaryKey())
    .addColumn("channel_id", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("firings")
    .addColumn("entry", "text", (column) => column.notNull())
    .addColumn("room", "text", (column) => column.notNull())
    .addColumn("slot", big, (column) => column.notNull())
    .addColumn("fired_at", big, (column) => column.notNull())
    .addPrimaryKeyConstraint("firings_key", ["entry", "room", "slot"])
    .execute();
  await db.schema
    .createTable("runs")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("until", big, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("keyv")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("value", "text", (column) => column.notNull())
    .addColumn("expires", big)
    .execute();
}

import { type Kysely, sql } from "kysely";

/** What is waited for and what was taken on is found without reading every ticket. */
export async function lists(db: Kysely<unknown>): Promise<void> {
  await sql`create index tickets_open_stage on tickets (kind, stage, number) where state = 'open'`.execute(db);
  await sql`create index tickets_taken on tickets (number) where unit is not null`.execute(db);
}

/** Who decided about a sentence that could not be said, or said it by hand; and what waits for a person is found at once. */
export async function hand(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("outbox").addColumn("handled_by", "text").execute();
  await sql`create index outbox_held on outbox (id) where state = 'held'`.execute(db);
}

/** How many are open where, which wishes were published, and what somebody had to do with one house, is read from an index alone. */
export async function standing(db: Kysely<unknown>): Promise<void> {
  const others = "state, kind, category, urgency, grid, unit, stage, outcome, due";
  await sql`create index ${sql.raw(`tickets_by_handler_place on tickets (handler, estate, building, number, ${others})`)}`.execute(
    db,
  );
  await sql`create index tickets_standing on tickets (estate, building, grid, kind, stage, handler, due) where state = 'open'`.execute(
    db,
  );
  await sql`create index events_published on events (ticket) where type = 'published'`.execute(db);
}

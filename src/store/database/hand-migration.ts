import { type Kysely, sql } from "kysely";

/** Who decided about a sentence that could not be said, or said it by hand; and what waits for a person is found at once. */
export async function hand(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("outbox").addColumn("handled_by", "text").execute();
  await sql`create index outbox_held on outbox (id) where state = 'held'`.execute(db);
}

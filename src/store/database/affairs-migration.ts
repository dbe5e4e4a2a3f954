import { type Kysely, sql } from "kysely";

/** Notices, meetings and votes: each a document with the moment at which it next goes on by itself. */
export async function affairs(db: Kysely<unknown>, kind: "sqlite" | "postgres"): Promise<void> {
  const big = kind === "sqlite" ? "integer" : "bigint";
  await db.schema
    .createTable("affairs")
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("number", big, (column) => column.notNull())
    .addColumn("stage", "text", (column) => column.notNull())
    .addColumn("is_over", "integer", (column) => column.notNull())
    .addColumn("due", big)
    .addColumn("opened_at", big, (column) => column.notNull())
    .addColumn("document", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("affairs_key", ["kind", "number"])
    .execute();
  await sql`create index affairs_due on affairs (due) where due is not null`.execute(db);
}

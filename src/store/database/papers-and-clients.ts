import type { Kysely } from "kysely";
import { forbidChange } from "./forbid-change.ts";

/** Who was given names and words unmasked, kept for ever; programs of the city that may file and ask (Open311). */
export async function papersAndClients(db: Kysely<unknown>, kind: "sqlite" | "postgres"): Promise<void> {
  const big = kind === "sqlite" ? "integer" : "bigint";
  await db.schema
    .createTable("disclosures")
    .addColumn("id", kind === "sqlite" ? "integer" : "bigserial", (column) =>
      kind === "sqlite" ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
    .addColumn("at", big, (column) => column.notNull())
    .addColumn("by", "text", (column) => column.notNull())
    .addColumn("what", "text", (column) => column.notNull())
    .addColumn("period_from", big)
    .addColumn("period_to", big)
    .execute();
  await forbidChange(db, kind, "disclosures");
  await db.schema
    .createTable("clients")
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("key_hash", "text", (column) => column.notNull().unique())
    .addColumn("added_at", big, (column) => column.notNull())
    .execute();
  await db.schema.createIndex("tickets_by_opening").on("tickets").column("opened_at").execute();
}

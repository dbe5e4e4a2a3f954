import { type Kysely, sql } from "kysely";

/** The database itself refuses to change or remove a row: history is only added to. */
export async function forbidChange(db: Kysely<unknown>, kind: "sqlite" | "postgres", table: string): Promise<void> {
  if (kind === "sqlite") {
    for (const deed of ["update", "delete"]) {
      await sql`create trigger ${sql.raw(`${table}_no_${deed}`)} before ${sql.raw(deed)} on ${sql.table(table)}
        begin select raise(abort, '${sql.raw(table)} are only added to'); end`.execute(db);
    }
    return;
  }
  await sql`create function ${sql.raw(`${table}_append_only`)}() returns trigger as $$
    begin raise exception '${sql.raw(table)} are only added to'; end $$ language plpgsql`.execute(db);
  await sql`create trigger ${sql.raw(`${table}_no_change`)} before update or delete on ${sql.table(table)}
    for each row execute function ${sql.raw(`${table}_append_only`)}()`.execute(db);
}

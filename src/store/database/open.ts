import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Kysely, PostgresDialect, sql } from "kysely";
import { Migrator } from "kysely/migration";
import pg from "pg";
import { StoreError } from "../../shared/errors.ts";
import { migrations } from "./migrations.ts";
import { nodeSqliteDialect } from "./node-sqlite.ts";
import type { Schema } from "./schema.ts";

/** An open database, by either driver. */
export type Database = { readonly db: Kysely<Schema>; readonly kind: "sqlite" | "postgres"; readonly close: () => Promise<void> };

const BIGINT = 20;

/**
 * Opens PostgreSQL when a URL is given, else the embedded SQLite file under `dataDir`.
 * The tables are not touched; see `migrate`. Throws StoreError when the place cannot be opened.
 */
export function openDatabase({ url, dataDir }: { readonly url?: string; readonly dataDir: string }): Database {
  if (url !== undefined) {
    // Row numbers and milliseconds fit a double exactly; pg would give them as strings.
    pg.types.setTypeParser(BIGINT, Number);
    const pool = new pg.Pool({ connectionString: url, max: 8 });
    // An idle connection that the server closes must not end the process; the next query opens another.
    pool.on("error", () => {});
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
    return { db, kind: "postgres", close: () => db.destroy() };
  }
  try {
    makeFolder(resolve(dataDir));
    return openSqliteFile(join(dataDir, "xiaoge.db"));
  } catch (cause) {
    throw new StoreError(`${join(dataDir, "xiaoge.db")} cannot be opened; check that DATA_DIR can be written`, { cause });
  }
}

/** As `mkdir -p`. Node's own recursive form never returns where the kernel refuses a folder without saying why (/proc). */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Opens one SQLite file, wherever it is. */
export function openSqliteFile(file: string): Database {
  const db = new Kysely<Schema>({ dialect: nodeSqliteDialect(file) });
  return { db, kind: "sqlite", close: () => db.destroy() };
}

/** Brings the tables up to date. Returns the names of the migrations that ran. Throws StoreError, and then nothing has changed. */
export async function migrate({ db, kind }: Database): Promise<readonly string[]> {
  // Kysely finds its own table in any schema of the database, also in a neighbour's: name ours.
  const schema = kind === "postgres" ? await currentSchema(db) : undefined;
  const place = schema === undefined ? {} : { migrationTableSchema: schema };
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(kind) }, ...place });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError(`the tables cannot be brought up to date (${reason}); check DATABASE_URL and its rights`, {
      cause: error,
    });
  }
  return (results ?? []).map(({ migrationName }) => migrationName);
}

async function currentSchema(db: Kysely<Schema>): Promise<string | undefined> {
  try {
    const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
    return rows[0]?.name ?? undefined;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StoreError(`the database does not answer (${reason}); check DATABASE_URL and that the server runs`, { cause });
  }
}

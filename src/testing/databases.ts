import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { describe } from "vitest";
import { type Database, migrate, openDatabase } from "../store/database/open.ts";

/** A fresh database with its tables, and how to be rid of it. */
export type Fresh = {
  readonly database: Database;
  readonly url?: string;
  readonly dataDir: string;
  readonly drop: () => Promise<void>;
};

/** SQLite in a folder of its own. */
export async function freshSqlite(): Promise<Fresh> {
  const dataDir = mkdtempSync(join(tmpdir(), "xiaoge-test-"));
  const database = openDatabase({ dataDir });
  await migrate(database);
  return {
    database,
    dataDir,
    drop: async () => {
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL in a schema of its own, in the database that TEST_DATABASE_URL names. */
export async function freshPostgres(server: string): Promise<Fresh> {
  const schema = `xiaoge_${randomUUID().replaceAll("-", "")}`;
  const dataDir = mkdtempSync(join(tmpdir(), "xiaoge-test-"));
  const admin = openDatabase({ url: server, dataDir });
  await sql`create schema ${sql.id(schema)}`.execute(admin.db);
  const url = new URL(server);
  url.searchParams.set("options", `-c search_path=${schema}`);
  const database = openDatabase({ url: url.href, dataDir });
  await migrate(database);
  return {
    database,
    url: url.href,
    dataDir,
    drop: async () => {
      await database.close();
      await sql`drop schema ${sql.id(schema)} cascade`.execute(admin.db);
      await admin.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * The same facts on both databases. PostgreSQL is used where TEST_DATABASE_URL names one (`.ci/run` sets it where a server answers);
 * elsewhere its suite is printed as skipped.
 */
export function onBothDatabases(name: string, facts: (fresh: () => Promise<Fresh>) => void): void {
  const server = process.env["TEST_DATABASE_URL"];
  describe(`${name}, on SQLite`, () => facts(freshSqlite));
  describe.skipIf(server === undefined)(`${name}, on PostgreSQL (TEST_DATABASE_URL)`, () =>
    facts(() => freshPostgres(server ?? "")),
  );
}

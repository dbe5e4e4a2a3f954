import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import type { Config } from "../config.ts";
import { ConfigError } from "../shared/errors.ts";
import { type Verdict, verifyChain } from "../store/chain.ts";
import { openSqliteFile } from "../store/database/open.ts";
import type { XiaogeCommand } from "./command.ts";
import { withDatabase } from "./with-database.ts";

/** `backup FILE`: a copy of the embedded database, also while the service runs. PostgreSQL has its own tool for this. */
export const backupCommand: XiaogeCommand = {
  run: ({ arguments: [file], config, write }) => {
    const target = fileNamed("backup", file, config);
    if (!existsSync(dirname(target))) throw new ConfigError(dirname(target), "is no folder; make it first");
    if (existsSync(target)) throw new ConfigError(target, "is there already; choose another name");
    return withDatabase(config, async ({ db }) => {
      await sql`vacuum into ${target}`.execute(db);
      write(`ok: ${target}\n`);
      return 0;
    });
  },
};

/** `restore FILE`: puts a copy back where no database is. The copy's history is checked first; a database that is there is never overwritten. */
export const restoreCommand: XiaogeCommand = {
  run: async ({ arguments: [file], config, write }) => {
    const source = fileNamed("restore", file, config);
    const target = join(config.DATA_DIR, "xiaoge.db");
    if (!existsSync(source)) throw new ConfigError(source, "cannot be found; check the path");
    if (existsSync(target)) throw new ConfigError(target, "is there already; move it away first, or set another DATA_DIR");

    const { events, tickets } = await checked(source);
    mkdirSync(config.DATA_DIR, { recursive: true });
    copyFileSync(source, target);
    write(`ok: ${events} events of ${tickets} tickets are back in ${target}\n`);
    return 0;
  },
};

/** What a copy holds; throws when it is no database of ours or its history is not whole. */
async function checked(source: string): Promise<Verdict> {
  const verdict = await verdictOn(source).catch(() => ({ wrong: "it is no database of xiaoge", events: 0, tickets: 0 }));
  if (verdict.wrong !== undefined) throw new ConfigError(source, `cannot be restored: ${verdict.wrong}`);
  return verdict;
}

async function verdictOn(source: string): Promise<Verdict> {
  const copy = openSqliteFile(source);
  try {
    return await verifyChain(copy.db);
  } finally {
    await copy.close();
  }
}

function fileNamed(command: string, file: string | undefined, config: Config): string {
  if (file === undefined) throw new ConfigError(command, `needs a file; write for example: ${command} xiaoge-backup.db`);
  if (config.DATABASE_URL !== undefined)
    throw new ConfigError("DATABASE_URL", `names PostgreSQL, which ${command} does not do; use pg_dump and pg_restore`);
  return file;
}

import type { Config } from "../config.ts";
import { type Database, migrate, openDatabase } from "../store/database/open.ts";

/** Opens the configured database with its tables up to date, for as long as the work takes. */
export async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase({
    dataDir: config.DATA_DIR,
    ...(config.DATABASE_URL === undefined ? {} : { url: config.DATABASE_URL }),
  });
  try {
    await migrate(database);
    return await work(database);
  } finally {
    await database.close();
  }
}

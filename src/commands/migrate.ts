import { migrate, openDatabase } from "../store/database/open.ts";
import type { XiaogeCommand } from "./command.ts";

/** `migrate`: brings the tables up to date; the service does so by itself when it starts. */
export const migrateCommand: XiaogeCommand = {
  run: async ({ config, write }) => {
    const database = openDatabase({
      dataDir: config.DATA_DIR,
      ...(config.DATABASE_URL === undefined ? {} : { url: config.DATABASE_URL }),
    });
    try {
      const ran = await migrate(database);
      write(ran.length === 0 ? "ok: nothing to do\n" : `ok: ${ran.join(", ")}\n`);
      return 0;
    } finally {
      await database.close();
    }
  },
};

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "../../app.ts";
import { assemble } from "../../assemble.ts";
import type { Channel } from "../../channel/channel.ts";
import { readConfig } from "../../config.ts";
import type { Message } from "../../intake/message.ts";
import { loadOffline } from "../../load-triage.ts";
import type { Instant } from "../../shared/instant.ts";
import { type Database, migrate, openDatabase } from "../../store/database/open.ts";
import { house } from "../house.ts";

/** The whole line, running on a channel: offline triage, SQLite with every commit on disk, every line a report of its own (quiet time 0). */
export type Line = {
  readonly app: App;
  readonly database: Database;
  /** Resolves when so many messages have been heard and everything that follows from them is done. */
  readonly done: (count: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

export async function startLine(channel: Channel, clock: () => Instant): Promise<Line> {
  const dataDir = mkdtempSync(join(tmpdir(), "xiaoge-bench-"));
  const database = openDatabase({ dataDir });
  await migrate(database);
  const config = { ...readConfig({ DATA_DIR: dataDir }), quietTime: { quiet: 0, most: 0 } };
  const app = assemble({
    config,
    house,
    database,
    channel,
    triage: loadOffline(house.desk.community),
    clock,
    random: Math.random,
    log: () => {},
  });
  // A service learns this once, just after it has started.
  house.guesser();
  await app.load(true);
  let count = 0;
  let goal = Number.POSITIVE_INFINITY;
  let reached = (): void => {};
  const hear = async (message: Message): Promise<void> => {
    await app.hear(message);
    count++;
    if (count >= goal) reached();
  };
  await channel.start({ hear, status: (status) => void app.status(status) });
  await app.status(channel.status());
  const beat = setInterval(() => void app.tick().catch(() => {}), 200);
  return {
    app,
    database,
    done: async (wanted) => {
      await new Promise<void>((resolve) => {
        goal = wanted;
        reached = resolve;
        if (count >= wanted) resolve();
      });
      await app.idle();
    },
    stop: async () => {
      clearInterval(beat);
      await channel.stop();
      await app.idle();
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

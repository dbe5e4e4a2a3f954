import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { migrate, openDatabase } from "../../store/database/open.ts";
import { house } from "../house.ts";
import { createVirtualClock } from "../replay/virtual-clock.ts";
import { startYearBot } from "./year-run.ts";

/**
 * A bot of the simulated year in a process of its own, made to be killed. `node year-process.ts DATA_DIR FROM TO [URL]`.
 * Alone, on SQLite, it runs until TO by itself and tells its parent of each step; on PostgreSQL its parent says to what moment its clock
 * goes, and is told what is due next. Files outlive a kill: `clock` holds the time of the step under way, `handed` whatever the channel
 * was given to say.
 */
const [dataDir = "", from = "0", to = "0", url] = process.argv.slice(2);
const files = { clock: join(dataDir, "clock"), handed: join(dataDir, "handed") };

const clock = createVirtualClock(existsSync(files.clock) ? Number(readFileSync(files.clock, "utf8")) : Number(from));
const database = openDatabase({ dataDir, ...(url === undefined ? {} : { url }) });
await migrate(database);
const bot = await startYearBot(house, database, dataDir, clock, { alone: url === undefined });
bot.sandbox.onSaid(({ at, room, contact, text }) => {
  appendFileSync(files.handed, `${JSON.stringify({ at, to: room ?? `dm:${contact ?? ""}`, text })}\n`);
});
process.on("disconnect", () => process.exit());

if (url === undefined) await runAlone();
else {
  process.on("message", async (at: number) => {
    clock.set(at);
    process.send?.((await bot.step()) ?? Number(to));
  });
  process.send?.(Number(from));
}

async function runAlone(): Promise<void> {
  for (;;) {
    keepTime();
    process.send?.(clock.now());
    const next = (await bot.step()) ?? Number(to);
    if (next >= Number(to)) break;
    clock.set(Math.max(next, clock.now() + 1));
  }
  await bot.stop();
  await database.close();
  process.send?.("finished");
  process.disconnect();
}

/** The time of this step, written whole or not at all: a kill in the middle must not leave an empty clock, which would read as 1970. */
function keepTime(): void {
  const half = `${files.clock}.half`;
  writeFileSync(half, String(clock.now()));
  renameSync(half, files.clock);
}

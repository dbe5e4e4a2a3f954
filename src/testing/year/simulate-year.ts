import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { House } from "../../load-house.ts";
import { migrate, openDatabase } from "../../store/database/open.ts";
import { createVirtualClock } from "../replay/virtual-clock.ts";
import { type Post, postsOf } from "./year-posts.ts";
import { startYearBot } from "./year-run.ts";

/** The list of the sample community's year. */
export const YEAR_LIST = "docs/year-2026.md";
export const YEAR = { from: "2026-01-01", to: "2027-01-01" } as const;

/** Runs a stretch of time through the real app on a SQLite file of its own, and gives what was posted. */
export async function simulate(
  house: House,
  { from, to }: { readonly from: string; readonly to: string } = YEAR,
): Promise<readonly Post[]> {
  const { zone } = house.desk.calendar;
  const end = zone.instant(to, 0, 0);
  const clock = createVirtualClock(zone.instant(from, 0, 0));
  const dataDir = mkdtempSync(join(tmpdir(), "xiaoge-year-"));
  const database = openDatabase({ dataDir });
  try {
    await migrate(database);
    const bot = await startYearBot(house, database, dataDir, clock);
    for (;;) {
      const next = await bot.step();
      if (next === undefined || next >= end) break;
      clock.set(Math.max(next, clock.now() + 1));
    }
    await bot.stop();
    return await postsOf(database);
  } finally {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

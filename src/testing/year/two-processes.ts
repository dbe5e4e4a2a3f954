import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SECOND } from "../../shared/instant.ts";
import { seeded } from "../crash/crash-load.ts";
import { freshPostgres } from "../databases.ts";
import { house } from "../house.ts";
import { givenTwice, type Handed, handedIn } from "./handed.ts";
import { type Post, postsOf } from "./year-posts.ts";

const SCRIPT = fileURLToPath(new URL("./year-process.ts", import.meta.url));

export type Shared = {
  readonly posts: readonly Post[];
  /** How much each process said. */
  readonly shares: readonly number[];
  readonly handed: number;
  readonly twice: readonly Handed[];
};

/**
 * Two processes with the same calendar on one PostgreSQL, each with its own WeChat account's sandbox and its own clock, which are up to
 * forty seconds apart; both take every step at the same time.
 */
export async function runTwoProcesses(
  server: string,
  seed: number,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Shared> {
  const { zone } = house.desk.calendar;
  const [start, end] = [zone.instant(from, 0, 0), zone.instant(to, 0, 0)];
  const random = seeded(seed);
  const home = await freshPostgres(server);
  const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), "xiaoge-two-")));
  const bots: ChildProcess[] = [];
  try {
    // One after the other: they let the same staff in.
    for (const folder of folders) {
      const bot = fork(SCRIPT, [folder, String(start), String(end), home.url ?? ""], {
        env: { ...process.env, WECHATY_LOG: "silent" },
        execArgv: ["--disable-warning=ExperimentalWarning", "--disable-warning=DeprecationWarning"],
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      bots.push(bot);
      await once(bot, "message");
    }
    for (let at = start; at < end; ) {
      const told = bots.map(async (bot) => {
        const answer = once(bot, "message");
        bot.send(at + Math.floor(random() * 40 * SECOND));
        return Number((await answer)[0]);
      });
      const next = Math.min(...(await Promise.all(told)));
      at = Math.max(next, at + SECOND);
    }
    const shares = folders.map((folder) => handedIn(folder).length);
    const handed = folders.flatMap(handedIn);
    return { posts: await postsOf(home.database), shares, handed: handed.length, twice: givenTwice(handed) };
  } finally {
    for (const bot of bots) bot.kill();
    await Promise.all(bots.map((bot) => (bot.exitCode === null && bot.signalCode === null ? once(bot, "exit") : undefined)));
    await home.drop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

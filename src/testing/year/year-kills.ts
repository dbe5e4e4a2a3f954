import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openDatabase } from "../../store/database/open.ts";
import { seeded } from "../crash/crash-load.ts";
import { house } from "../house.ts";
import { givenTwice, type Handed, handedIn } from "./handed.ts";
import { simulate, YEAR } from "./simulate-year.ts";
import { type Post, postsOf } from "./year-posts.ts";

const SCRIPT = fileURLToPath(new URL("./year-process.ts", import.meta.url));
/** A kill comes at most so many milliseconds after its step has begun: somewhere in it, or in one of the next. */
const LATEST = 12;

export type KilledYear = {
  readonly kills: number;
  readonly posts: readonly Post[];
  /** What WeChat showed twice: it was being said when the process was killed. */
  readonly twice: readonly Handed[];
  readonly handed: number;
};

/** Runs a stretch of time in a process that is killed at so many random points and started again each time. */
export async function runWithKills(
  kills: number,
  seed: number,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<KilledYear> {
  const { zone } = house.desk.calendar;
  const [start, end] = [zone.instant(from, 0, 0), zone.instant(to, 0, 0)];
  const random = seeded(seed);
  const points = Array.from({ length: kills }, () => start + random() * (end - start) * 0.98).sort((one, other) => one - other);
  const dataDir = mkdtempSync(join(tmpdir(), "xiaoge-kills-"));
  let killed = 0;
  try {
    for (let finished = false; !finished; ) {
      const child = fork(SCRIPT, [dataDir, String(start), String(end)], {
        env: { ...process.env, WECHATY_LOG: "silent" },
        execArgv: ["--disable-warning=ExperimentalWarning", "--disable-warning=DeprecationWarning"],
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      const gone = once(child, "exit");
      const point = points[killed];
      const reached = Promise.withResolvers<void>();
      child.on("message", (told: number | "finished") => {
        if (told === "finished") finished = true;
        else if (point !== undefined && told >= point) reached.resolve();
      });
      const ended = gone.then(() => "ended" as const);
      if ((await Promise.race([reached.promise, ended])) !== "ended") {
        await pause(random() * LATEST);
        child.kill("SIGKILL");
        killed++;
      }
      const [code, signal] = await gone;
      if (signal !== "SIGKILL" && code !== 0) throw new Error(`the bot ended by itself with ${code}`);
    }
    const database = openDatabase({ dataDir });
    const posts = await postsOf(database);
    await database.close();
    const handed = handedIn(dataDir);
    return { kills: killed, posts, twice: givenTwice(handed), handed: handed.length };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** What differs between two runs: a post that only one of them has, or in other words, or in another minute. */
export function differences(wanted: readonly Post[], found: readonly Post[]): readonly string[] {
  const lines = (posts: readonly Post[]): ReadonlySet<string> =>
    new Set(posts.map(({ key, at, to, text }) => [house.desk.calendar.zone.iso(at).slice(0, 16), key, to, text].join(" ")));
  const [left, right] = [lines(wanted), lines(found)];
  return [
    ...[...left].filter((line) => !right.has(line)).map((line) => `missing: ${line}`),
    ...[...right].filter((line) => !left.has(line)).map((line) => `too much: ${line}`),
  ];
}

// `node src/testing/year/year-kills.ts --kills 50 [--seed 1]`: the whole year.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const setting = (name: string, usual: number): number => {
    const index = process.argv.indexOf(name);
    return index < 0 ? usual : Number(process.argv[index + 1]);
  };
  const wanted = await simulate(house);
  const { kills, posts, twice, handed } = await runWithKills(setting("--kills", 50), setting("--seed", 1), YEAR);
  const wrong = differences(wanted, posts);
  process.stdout.write(
    `${JSON.stringify({ kills, posts: posts.length, wanted: wanted.length, handed, twice: twice.length, wrong: wrong.slice(0, 10) })}\n`,
  );
  process.stdout.write("", () => process.exit(wrong.length > 0 || twice.length > kills ? 1 : 0));
}

import { setTimeout as pause } from "node:timers/promises";
import { assemble } from "../../assemble.ts";
import { createSandbox } from "../../channel/sandbox/sandbox.ts";
import { readConfig } from "../../config.ts";
import { loadHouse } from "../../load-house.ts";
import { loadOffline } from "../../load-triage.ts";
import { letStaffIn } from "../../sandbox-rules.ts";
import { SECOND } from "../../shared/instant.ts";
import { startBeat } from "../../start-beat.ts";
import { migrate, openDatabase } from "../../store/database/open.ts";
import { createDirectory } from "../../store/directory.ts";
import { createJournal } from "../../store/journal.ts";
import { CRASH_QUIET, type CrashLine, type CrashOrder, type CrashReport } from "./crash-protocol.ts";

/**
 * A process of its own: the real app on the real sandbox and a real database, made to be killed. Its parent (`crash-process.ts`)
 * says over IPC what people say. Settings are those of `npm start`, and CLOCK_AHEAD: how far its clock is ahead, in milliseconds.
 */
const config = readConfig(process.env);
const ahead = Number(process.env["CLOCK_AHEAD"] ?? 0);
const clock = (): number => Date.now() + ahead;

/** Nothing that is due within this is left undone at the end. */
const CALM = 10 * SECOND;
const BEAT = 5;

function report(told: CrashReport): void {
  process.send?.(told);
}

const house = loadHouse({ community: config.COMMUNITY_FILE, calendar: config.CALENDAR_FILE });
const { community } = house.desk;
const database = openDatabase({
  dataDir: config.DATA_DIR,
  ...(config.DATABASE_URL === undefined ? {} : { url: config.DATABASE_URL }),
});
await migrate(database);
const sandbox = createSandbox({ rooms: community.rooms.map(({ topic }) => topic), bot: community.bot, clock });
const app = assemble({
  config: {
    ...config,
    quietTime: { quiet: CRASH_QUIET, most: 300 },
    pace: { gap: 5, jitter: 0, perMinute: 1_000_000, perDay: 1_000_000_000, merge: 50, silence: 0 },
  },
  house,
  database,
  channel: sandbox.channel,
  triage: loadOffline(community),
  clock,
  random: Math.random,
  log: (event, { why }) => {
    if (why !== undefined) report({ type: "trouble", event, why: String(why) });
  },
});

sandbox.onSaid(({ room, contact, text }) => report({ type: "said", said: { to: room ?? `dm:${contact ?? ""}`, text } }));
// Whoever has spoken before is in this WeChat too, or the bot could not write to them.
const [people, left] = [await createDirectory(database).people(), await createJournal(database).unsettled()];
for (const { alias } of [...people, ...left.map(({ message }) => message.speaker)]) sandbox.stage.person(alias);
await app.load(database.kind === "sqlite");
await sandbox.channel.start({ hear: app.hear, status: (status) => void app.status(status) });
await letStaffIn(app, sandbox, house);
const stopBeat = startBeat(app.tick, BEAT, (why) => report({ type: "trouble", event: "tick failed", why }));

const hearing: Promise<void>[] = [];
process.on("message", (order: CrashOrder) => {
  if (order.type === "finish") return void finish();
  hearing.push(hear(order.line));
});
process.on("disconnect", () => process.exit());
report({ type: "ready" });

async function hear(line: CrashLine): Promise<void> {
  try {
    await sandbox.speak(line);
    report({ type: "heard", id: line.id });
  } catch (error) {
    report({ type: "unheard", id: line.id, why: String(error) });
  }
}

/** Hears everything to the end, works until nothing is left that is due soon, and ends in good order. */
async function finish(): Promise<void> {
  await Promise.all(hearing);
  await stopBeat();
  await app.strike();
  for (;;) {
    await app.idle();
    await app.tick();
    await app.idle();
    const next = await app.nextDue();
    if (next === undefined || next > clock() + CALM) break;
    await pause(BEAT);
  }
  await sandbox.channel.stop();
  await app.idle();
  await database.close();
  report({ type: "finished" });
  process.disconnect();
}

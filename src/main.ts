import { randomInt } from "node:crypto";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve as listen } from "@hono/node-server";
import Keyv from "keyv";
import type { App } from "./app.ts";
import { assemble, type Log } from "./assemble.ts";
import { createBoard } from "./board/board.ts";
import { createLinks, LINK_LIVES } from "./board/sign-in/links.ts";
import { boardHalls } from "./board-halls.ts";
import { boardParts, roleName } from "./board-parts.ts";
import type { Channel } from "./channel/channel.ts";
import { printQr } from "./channel/print-qr.ts";
import { isSandbox, puppetNamed } from "./channel/puppets.ts";
import { createSandbox } from "./channel/sandbox/sandbox.ts";
import { createWechatyChannel } from "./channel/wechaty.ts";
import type { Config } from "./config.ts";
import { loadHouse } from "./load-house.ts";
import { loadPolisher } from "./load-reports.ts";
import { loadTriage } from "./load-triage.ts";
import { openMemory } from "./memory.ts";
import { open311Desk } from "./open311-desk.ts";
import { createSandboxDesk } from "./sandbox-desk.ts";
import { hurried, letStaffIn, resumeTravel, sandboxClock } from "./sandbox-rules.ts";
import { startJobs } from "./schedule/jobs.ts";
import { ConfigError } from "./shared/errors.ts";
import { HOUR } from "./shared/instant.ts";
import { nextWaking } from "./shared/work-calendar.ts";
import { startBeat } from "./start-beat.ts";
import { migrate, openDatabase } from "./store/database/open.ts";
import { createDirectory } from "./store/directory.ts";
import { createElection } from "./store/election.ts";

/** A service that runs: where its page is, and how to end it. */
export type Service = { readonly url: string; readonly app: App; readonly stop: () => Promise<void> };

const BEAT = 200;

export type Serving = {
  readonly config: Config;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly write: (text: string) => void;
};

/** Serves everything in one process: the channel, the line, the clock and the page. With no WeChat configured it runs the sandbox. */
export async function serve({ config, environment, log, write }: Serving): Promise<Service> {
  const house = loadHouse({ community: config.COMMUNITY_FILE, calendar: config.CALENDAR_FILE });
  const inSandbox = isSandbox(environment);
  const time = inSandbox ? sandboxClock(house) : undefined;
  const clock = time?.now ?? Date.now;
  const database = openDatabase({
    dataDir: config.DATA_DIR,
    ...(config.DATABASE_URL === undefined ? {} : { url: config.DATABASE_URL }),
  });
  await migrate(database);

  const { memory, close: closeMemory } = await openMemory(config, database, clock);
  if (time !== undefined) await resumeTravel(time, house, memory);
  const sandbox = inSandbox
    ? createSandbox({ rooms: house.desk.community.rooms.map(({ topic }) => topic), bot: house.desk.community.bot, clock })
    : undefined;
  const channel = sandbox?.channel ?? (await wechat(config, environment, log, write));
  const triage = await loadTriage({
    config,
    community: house.desk.community,
    memory,
    clock: Date.now,
    failed: (why) => log("model failed", { why }),
  });
  const polish = await loadPolisher({ config, house, memory, clock: Date.now, failed: (why) => log("model failed", { why }) });
  const parts = boardParts({ config, house, database, memory, clock, failed: (why) => log("page failed", { why }) });
  const links = createLinks(memory, parts.door.newToken, clock);
  const paced = inSandbox ? hurried(config, environment) : config;
  let address = config.BOARD_URL ?? "";
  const app = assemble({
    // At night it is said in the morning, and is good from then.
    boardLink: async (person, now) => {
      const token = await links.offer(person, nextWaking(house.desk.calendar, now) + LINK_LIVES);
      return under(address, `in/${token}`);
    },
    // A resident reaches the page where it has an address, and in the sandbox.
    ...(config.BOARD_URL === undefined && !inSandbox
      ? {}
      : {
          trackLink: async (ticket: number, person: string) =>
            under(address, `t/${await parts.trackLinks.keep({ ticket, person }, parts.door.newToken())}`),
        }),
    ...(polish === undefined ? {} : { polish }),
    config: paced,
    house,
    database,
    channel,
    triage,
    memory,
    clock,
    random: chance,
    log,
  });

  const board = createBoard({
    ...parts,
    status: () => channel.status(),
    open311: open311Desk({ house, database, triage, reachable: app.rollCall.reachable, clock, url: config.BOARD_URL }),
    halls: boardHalls({ config: paced, house, database, memory, app, channel, clock }),
    act: app.act,
    personNamed: app.rollCall.named,
    ...(sandbox === undefined || time === undefined
      ? {}
      : {
          stays: { memory: new Keyv(), clock: Date.now },
          sandbox: createSandboxDesk({ sandbox, house, database, memory, app, clock: time, roleName }),
        }),
  });
  const { server, url } = await open(board.fetch, config);
  address ||= url;
  // The stage is made anew at each start; whoever was here before can still be written to.
  if (sandbox !== undefined) for (const { alias } of await createDirectory(database).people()) sandbox.stage.person(alias);
  await app.load(database.kind === "sqlite");
  await channel.start({
    hear: app.hear,
    status: (status) => void app.status(status).catch((error: unknown) => log("status failed", { why: String(error) })),
  });
  if (sandbox !== undefined) await letStaffIn(app, sandbox, house);
  const stopBeat = startBeat(app.tick, BEAT, (why) => log("tick failed", { why }));
  const stopJobs = startJobs(
    [{ name: "calendar", cron: "* * * * *", run: app.strike }],
    house.desk.community.timezone,
    createElection(database),
    clock,
    (job, error) => log("job failed", { job, why: String(error) }),
  );

  // What free words mean is learned in half a second, once, when the first people have been let in.
  const learning = setTimeout(house.guesser, 5_000);
  return {
    url,
    app,
    stop: async () => {
      clearTimeout(learning);
      await stopBeat();
      await stopJobs();
      await channel.stop();
      await app.idle();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await closeMemory();
      await database.close();
    },
  };
}

async function wechat(
  config: Config,
  environment: Serving["environment"],
  log: Log,
  write: (text: string) => void,
): Promise<Channel> {
  const tell = (fields: object, message: string): void => log(message, fields as Record<string, string>);
  return createWechatyChannel({
    puppet: await puppetNamed(environment),
    name: `${config.DATA_DIR}/${config.WECHATY_NAME}`,
    log: { info: tell, warn: tell, error: tell },
    clock: Date.now,
    chance,
    showQr: (qr) => void printQr(qr, write),
  });
}

/** The address of a page below another, which may lack its last slash. */
function under(address: string, path: string): string {
  return new URL(path, address.replace(/\/?$/, "/")).href;
}

/** One-time codes are made of it: it must not be guessed. */
function chance(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}

/** Listens on this computer only, unless BOARD_HOST says otherwise. Throws ConfigError when that cannot be. */
async function open(fetch: Parameters<typeof listen>[0]["fetch"], config: Config): Promise<{ server: Server; url: string }> {
  return new Promise((opened, failed) => {
    const server = listen({ fetch, port: config.BOARD_PORT, hostname: config.BOARD_HOST }, ({ port }: AddressInfo) => {
      opened({
        server,
        url: `http://${/^(?:0\.0\.0\.0|::)$/.test(config.BOARD_HOST) ? "127.0.0.1" : config.BOARD_HOST}:${port}/`,
      });
    }) as Server;
    server.on("error", (cause: Error) =>
      failed(
        new ConfigError(
          "BOARD_PORT",
          `${config.BOARD_PORT} cannot be used on ${config.BOARD_HOST} (${cause.message}); choose another`,
          { cause },
        ),
      ),
    );
    server.requestTimeout = HOUR;
  });
}

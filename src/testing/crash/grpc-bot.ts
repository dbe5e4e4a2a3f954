import type { App } from "../../app.ts";
import { assemble } from "../../assemble.ts";
import type { Channel } from "../../channel/channel.ts";
import { puppetNamed } from "../../channel/puppets.ts";
import { createWechatyChannel } from "../../channel/wechaty.ts";
import { readConfig } from "../../config.ts";
import type { Message } from "../../intake/message.ts";
import { loadOffline } from "../../load-triage.ts";
import { startBeat } from "../../start-beat.ts";
import type { Fresh } from "../databases.ts";
import { house } from "../house.ts";
import type { PuppetServerOptions } from "../puppet-server.ts";
import { dayAhead } from "./day-ahead.ts";

/** The whole bot in this process, speaking to a gateway in another one. Its clock shows daytime. */
export type GrpcBot = {
  readonly app: App;
  readonly channel: Channel;
  /** Everything that is on disk, in the order in which it got there; what came twice is here twice. */
  readonly heard: readonly Message[];
  /** What its log told of failures. */
  readonly troubles: readonly string[];
  /** Time passes from now on. */
  readonly beat: () => void;
  readonly stop: () => Promise<void>;
};

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Connects as soon as the gateway is there; nothing due happens before `beat`. */
export async function startGrpcBot({ port, token }: PuppetServerOptions, home: Fresh): Promise<GrpcBot> {
  const heard: Message[] = [];
  const troubles: string[] = [];
  const ahead = dayAhead(house, Date.now());
  const clock = (): number => Date.now() + ahead;
  const environment = { WECHATY_PUPPET: "wechaty-puppet-service", WECHATY_PUPPET_SERVICE_TOKEN: token };
  const channel = createWechatyChannel({
    puppet: await puppetNamed(environment, { endpoint: `127.0.0.1:${port}`, token, tls: { disable: true } }),
    log: silent,
    clock,
    chance: () => 0.5,
    backoff: { first: 20, longest: 100 },
    heartbeat: 1_000,
  });
  const app = assemble({
    config: {
      ...readConfig({ DATA_DIR: home.dataDir }),
      quietTime: { quiet: 300, most: 2_000 },
      pace: { gap: 50, jitter: 10, perMinute: 1_000, perDay: 10_000, merge: 100, silence: 0 },
    },
    house,
    database: home.database,
    channel,
    triage: loadOffline(house.desk.community),
    clock,
    random: () => 0.5,
    log: (event, fields) => void troubles.push(`${event} ${JSON.stringify(fields)}`),
  });
  let stopBeat = async (): Promise<void> => undefined;

  await app.load(home.database.kind === "sqlite");
  await channel.start({
    hear: async (message) => {
      await app.hear(message);
      heard.push(message);
    },
    status: (status) => void app.status(status).catch((error: unknown) => troubles.push(`status ${String(error)}`)),
  });
  return {
    app,
    channel,
    heard,
    troubles,
    beat: () => {
      stopBeat = startBeat(app.tick, 20, (why) => troubles.push(`tick ${why}`));
    },
    stop: async () => {
      await stopBeat();
      await channel.stop();
      await app.idle();
    },
  };
}

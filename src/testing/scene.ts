import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "../app.ts";
import { assemble, type Surroundings } from "../assemble.ts";
import { createSandbox, type Sandbox } from "../channel/sandbox/sandbox.ts";
import type { Line } from "../channel/sandbox/sandbox-stage.ts";
import { readConfig } from "../config.ts";
import { loadOffline } from "../load-triage.ts";
import { passTime } from "../pass-time.ts";
import type { Instant } from "../shared/instant.ts";
import { type Database, migrate, openDatabase } from "../store/database/open.ts";
import type { Triage } from "../tickets/reading.ts";
import { house as whole } from "./house.ts";
import { announcementsOnly } from "./replay/announcements-only.ts";
import { enter } from "./replay/replay.ts";
import { createVirtualClock, type VirtualClock } from "./replay/virtual-clock.ts";

/** The whole product on a virtual clock: real Wechaty on the mock puppet, a real database; a test talks to it as people do. */
export type Scene = {
  readonly sandbox: Sandbox;
  readonly database: Database;
  readonly dataDir: string;
  readonly app: () => App;
  /** Somebody says something; resolves when the bot has dealt with it. Gives the message's id. */
  readonly says: (
    who: string,
    place: { readonly room: string } | "private",
    text: string,
    rest?: Partial<Line>,
  ) => Promise<string>;
  readonly now: () => Instant;
  readonly clock: VirtualClock;
  readonly pass: (milliseconds: number) => Promise<void>;
  /** What the bot said to a room or to `dm:<alias>` since the last look. */
  readonly heard: (to: string) => readonly string[];
  /** The process dies and another begins on the same database and the same account. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type SceneOptions = {
  readonly start: Instant;
  readonly staffBound?: boolean;
  readonly triage?: Triage;
  readonly attachmentMegabytes?: number;
  /** Everything that the calendar says; otherwise the weekly announcement alone. */
  readonly calendar?: "whole";
  /** The addresses of a board, where one is served. */
  readonly links?: Pick<Surroundings, "boardLink" | "trackLink">;
  /** Settings besides, by their names in the environment. */
  readonly settings?: Readonly<Record<string, string>>;
};

const conversing = announcementsOnly(whole);

/** Opens a scene. With `staffBound: false` nobody has shown a code yet. */
export async function openScene({
  start,
  staffBound = true,
  triage,
  attachmentMegabytes,
  calendar,
  links = {},
  settings = {},
}: SceneOptions): Promise<Scene> {
  const house = calendar === "whole" ? whole : conversing;
  const dataDir = mkdtempSync(join(tmpdir(), "xiaoge-scene-"));
  const clock = createVirtualClock(start);
  const { community } = house.desk;
  const database = openDatabase({ dataDir });
  await migrate(database);
  const config = readConfig({
    DATA_DIR: dataDir,
    ...settings,
    ...(attachmentMegabytes === undefined ? {} : { ATTACHMENT_MEGABYTES: String(attachmentMegabytes) }),
  });
  const sandbox = createSandbox({ rooms: community.rooms.map(({ topic }) => topic), bot: community.bot, clock: clock.now });
  const said: { to: string; text: string }[] = [];
  sandbox.onSaid(({ room, contact, text }) => said.push({ to: room ?? `dm:${contact ?? ""}`, text }));

  const begin = (): App =>
    assemble({
      ...links,
      config,
      house,
      database,
      channel: sandbox.channel,
      triage: triage ?? loadOffline(community),
      clock: clock.now,
      random: () => 0.5,
      log: () => {},
    });
  let app = begin();
  if (staffBound) await enter(app, sandbox, house);
  else {
    await app.load(true);
    await sandbox.channel.start({ hear: (message) => app.hear(message), status: () => {} });
    await app.status(sandbox.channel.status());
  }

  return {
    sandbox,
    database,
    dataDir,
    app: () => app,
    says: async (who, place, text, rest = {}) => {
      const where = place === "private" ? {} : place;
      const mentions = text.includes(`@${community.bot}`) ? [community.bot] : [];
      const id = await sandbox.speak({ who, ...where, ...(text === "" ? {} : { text }), mentions, ...rest });
      await app.idle();
      return id;
    },
    now: clock.now,
    clock,
    pass: async (milliseconds) => {
      await passTime(app, clock, clock.now() + milliseconds);
    },
    heard: (to) => {
      const mine = said.filter((one) => one.to === to).map(({ text }) => text);
      for (let index = said.length - 1; index >= 0; index--) if (said[index]?.to === to) said.splice(index, 1);
      return mine;
    },
    restart: async () => {
      await sandbox.channel.stop();
      app = begin();
      await app.load(true);
      await sandbox.channel.start({ hear: (message) => app.hear(message), status: () => {} });
      await app.status(sandbox.channel.status());
    },
    close: async () => {
      await sandbox.channel.stop();
      await app.idle();
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

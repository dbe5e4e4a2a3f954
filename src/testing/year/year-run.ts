import type { App } from "../../app.ts";
import { assemble, type Log } from "../../assemble.ts";
import { createSandbox, type Sandbox } from "../../channel/sandbox/sandbox.ts";
import { readConfig } from "../../config.ts";
import type { House } from "../../load-house.ts";
import type { Instant } from "../../shared/instant.ts";
import type { Database } from "../../store/database/open.ts";
import type { Triage } from "../../tickets/reading.ts";
import { enter } from "../replay/replay.ts";
import type { VirtualClock } from "../replay/virtual-clock.ts";

/** Nobody writes anything in the year: there is nothing to read. */
const nothingToRead: Triage = { read: () => Promise.reject(new Error("nobody writes in the simulated year")) };

export type YearBot = {
  readonly sandbox: Sandbox;
  /** What is due at this moment happens. Gives when something will next be due. */
  readonly step: () => Promise<Instant | undefined>;
  readonly stop: () => Promise<void>;
};

/** The real app on Wechaty's mock puppet and the given database, with the staff let in; time is what the clock says. */
export async function startYearBot(
  house: House,
  database: Database,
  dataDir: string,
  clock: VirtualClock,
  { alone = true, log = () => {} }: { readonly alone?: boolean; readonly log?: Log } = {},
): Promise<YearBot> {
  const { community } = house.desk;
  const sandbox = createSandbox({ rooms: community.rooms.map(({ topic }) => topic), bot: community.bot, clock: clock.now });
  const app: App = assemble({
    config: readConfig({ DATA_DIR: dataDir }),
    house,
    database,
    channel: sandbox.channel,
    triage: nothingToRead,
    clock: clock.now,
    random: () => 0.5,
    log,
  });
  await enter(app, sandbox, house, alone);
  return {
    sandbox,
    step: async () => {
      await app.strike();
      await app.tick();
      await app.idle();
      return app.nextDue();
    },
    stop: async () => {
      await sandbox.channel.stop();
      await app.idle();
    },
  };
}

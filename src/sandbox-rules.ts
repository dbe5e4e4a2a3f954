import type { App } from "./app.ts";
import type { Sandbox } from "./channel/sandbox/sandbox.ts";
import type { Config } from "./config.ts";
import type { Memory } from "./intake/reports/readers.ts";
import type { House } from "./load-house.ts";
import type { SetClock } from "./pass-time.ts";
import { DAY, type Instant, SECOND } from "./shared/instant.ts";
import { plusDays } from "./shared/zone.ts";

/** Runs as the wall's clock does, and is only ever set forward. */
export type SandboxClock = SetClock & {
  /** How far it is before the wall's, in milliseconds. */
  readonly ahead: () => number;
};

/**
 * The sandbox begins by day: the bot keeps silent at night, and a newcomer at midnight would think it broken. From there its clock goes
 * on as it is, into the night too.
 */
export function sandboxClock(house: Pick<House, "desk">, wall: () => Instant = Date.now): SandboxClock {
  let ahead = byDay(house, wall()) - wall();
  return {
    now: () => wall() + ahead,
    set: (at) => {
      ahead = Math.max(ahead, at - wall());
    },
    ahead: () => ahead,
  };
}

/** This moment if it is by day, else the next morning at nine. */
function byDay({ desk }: Pick<House, "desk">, at: Instant): Instant {
  const { zone } = desk.calendar;
  const { hour } = zone.local(at);
  return hour >= 8 && hour < 20 ? at : zone.instant(plusDays(zone.day(at), hour < 8 ? 0 : 1), 9, 0);
}

const TRAVELLED = "sandbox:travelled";
/** As long as a sandbox is kept. */
const KEPT = 400 * DAY;

/** Takes up how far the clock had been set forward before a restart: what was said then must not lie in the future. */
export async function resumeTravel(
  clock: SandboxClock,
  house: Pick<House, "desk">,
  memory: Pick<Memory, "get">,
  wall: () => Instant = Date.now,
): Promise<void> {
  const travelled = Number((await memory.get(TRAVELLED)) ?? 0);
  if (travelled > 0) clock.set(byDay(house, wall() + travelled));
}

export async function keepTravel(clock: SandboxClock, memory: Pick<Memory, "set">): Promise<void> {
  await memory.set(TRAVELLED, clock.ahead(), KEPT);
}

/** Nobody waits a minute in a sandbox. `SANDBOX_HURRY=false` shows the real pace. */
export function hurried(config: Config, environment: Readonly<Record<string, string | undefined>>): Config {
  if (config.SANDBOX_HURRY === false) return config;
  const quiet = environment["REPORT_QUIET_SECONDS"] ? config.quietTime : { quiet: 3 * SECOND, most: 10 * SECOND };
  return {
    ...config,
    quietTime: quiet,
    pace: {
      ...config.pace,
      gap: 0.3 * SECOND,
      jitter: 0.3 * SECOND,
      perMinute: 60,
      perDay: 5_000,
      merge: 3 * SECOND,
      silence: 0,
    },
  };
}

/** In the sandbox staff need no code: whoever is at the keyboard may be anybody. */
export async function letStaffIn(app: App, sandbox: Pick<Sandbox, "channel" | "stage">, { desk }: House): Promise<void> {
  await app.status(sandbox.channel.status());
  for (const { name, alias } of desk.community.people) {
    const { id } = sandbox.stage.person(alias);
    const { known } = await app.rollCall.who({ id, alias, name: alias, friend: true }, undefined);
    if (known.staff !== name) await app.rollCall.bind(known, name);
  }
}

import type { App } from "./app.ts";
import type { Sandbox } from "./channel/sandbox/sandbox.ts";
import type { Config } from "./config.ts";
import type { House } from "./load-house.ts";
import { type Instant, SECOND } from "./shared/instant.ts";
import { plusDays } from "./shared/zone.ts";

/** In the sandbox it is always day: the bot keeps silent at night, and a newcomer at midnight would think it broken. */
export function sandboxClock({ desk }: House): () => Instant {
  const { zone } = desk.calendar;
  const now = Date.now();
  const { hour } = zone.local(now);
  const morning = zone.instant(plusDays(zone.day(now), hour < 8 ? 0 : 1), 9, 0);
  const ahead = hour >= 8 && hour < 20 ? 0 : morning - now;
  return () => Date.now() + ahead;
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

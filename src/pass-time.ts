import type { App } from "./app.ts";
import type { Instant } from "./shared/instant.ts";

/** A clock that somebody can set. */
export type SetClock = { readonly now: () => Instant; readonly set: (at: Instant) => void };

/**
 * Lets time pass until then: whatever is due on the way happens in order, each at its own moment. Before each step from one moment to
 * the next it asks `goesOn`, which is handed how many were taken; gives whether it got there.
 */
export async function passTime(
  app: Pick<App, "strike" | "tick" | "idle" | "nextDue">,
  clock: SetClock,
  until: Instant,
  goesOn: (steps: number) => boolean = () => true,
): Promise<boolean> {
  for (let steps = 0, stuck = 0; goesOn(steps); steps++) {
    await happen(app);
    const next = await app.nextDue();
    const now = clock.now();
    // Something due that cannot happen yet must not hold the clock: it is pushed on, each time further.
    stuck = next === undefined || next > now ? 0 : stuck + 1;
    const to = stuck === 0 ? (next ?? until) : now + 2 ** (stuck - 1);
    if (to < until) clock.set(to);
    else return arrive(app, clock, until);
  }
  return false;
}

async function arrive(app: Parameters<typeof passTime>[0], clock: SetClock, until: Instant): Promise<true> {
  clock.set(Math.max(until, clock.now()));
  await happen(app);
  return true;
}

async function happen({ strike, tick, idle }: Pick<App, "strike" | "tick" | "idle">): Promise<void> {
  await strike();
  await tick();
  await idle();
}

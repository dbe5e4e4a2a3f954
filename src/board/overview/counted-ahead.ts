import { DAY, SECOND } from "../../shared/instant.ts";
import type { Counted } from "./cached.ts";

const FRESH = 30 * SECOND;
/** Counting takes at most a twentieth of the time, however much there is to count. */
const SHARE = 20;
/** An older figure says nothing of today. */
const USABLE = DAY;

/** The last count, if there is one, and whether the next is being made. */
export type Ahead<Value> = { readonly counted?: Counted<Value>; readonly isCounting: boolean };

/**
 * A figure that takes long to count. The last count is given at once while the next is made; nobody waits longer than `patience`
 * (milliseconds) for the first, and then hears that it is being counted.
 */
export function countedAhead<Value>(
  read: () => Promise<Value>,
  clock: () => number,
  patience: number,
): () => Promise<Ahead<Value>> {
  let known: (Counted<Value> & { readonly took: number }) | undefined;
  let running: Promise<void> | undefined;

  const count = (): Promise<void> => {
    const at = clock();
    running ??= read()
      .then((value) => {
        known = { at, value, took: clock() - at };
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  return async () => {
    const age = known === undefined ? USABLE : clock() - known.at;
    if (age < 0 || age >= USABLE) {
      known = undefined;
      // Whoever begins the count waits a little; those who come while it goes on need not.
      if (running === undefined) await atMost(patience, count());
    } else if (age >= Math.max(FRESH, SHARE * (known?.took ?? 0))) count().catch(() => {});
    return { ...(known === undefined ? {} : { counted: known }), isCounting: running !== undefined };
  };
}

/** Waits for some work, but no longer; what it fails with while somebody waits, they hear. */
async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(over.resolve, milliseconds);
  work.catch(() => {});
  await Promise.race([work, over.promise]).finally(() => clearTimeout(timer));
}

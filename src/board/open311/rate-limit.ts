import { type Instant, MINUTE } from "../../shared/instant.ts";

/** Lets each caller through so many times a minute. Gives false when it is too often. */
export function createRateLimit(most: number): (caller: string, now: Instant) => boolean {
  let minute = 0;
  const counts = new Map<string, number>();
  return (caller, now) => {
    const current = Math.floor(now / MINUTE);
    if (current !== minute) {
      minute = current;
      counts.clear();
    }
    const count = (counts.get(caller) ?? 0) + 1;
    counts.set(caller, count);
    return count <= most;
  };
}

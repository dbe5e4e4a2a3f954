import { type Instant, MINUTE, SECOND } from "../shared/instant.ts";

/** Stops speaking for a while when speaking fails again and again, so that a sick account is not made sicker. */
export type Breaker = {
  readonly closedAt: (now: Instant) => Instant;
  readonly succeeded: () => void;
  readonly failed: (now: Instant) => void;
};

const MANY = 5;
const REST = MINUTE;

export function createBreaker(): Breaker {
  let failures = 0;
  let until = 0;
  return {
    closedAt: (now) => Math.max(now, until),
    succeeded: () => {
      failures = 0;
      until = 0;
    },
    failed: (now) => {
      failures += 1;
      if (failures >= MANY) until = now + REST;
    },
  };
}

const WAITS = [5 * SECOND, 15 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE];

/** How long to wait before the next try, by how many have failed; undefined: no more, a person decides. */
export function retryAfter(attempts: number): number | undefined {
  return attempts >= 8 ? undefined : (WAITS[Math.min(attempts, WAITS.length - 1)] ?? MINUTE);
}

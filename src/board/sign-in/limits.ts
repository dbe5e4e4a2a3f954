/** How often something may be done. */
export type Limiter = {
  /** Counts one try; false when there were too many within the window. */
  readonly allows: (key: string) => boolean;
};

/** As many different visitors as are counted at once; beyond, the oldest are forgotten. */
const COUNTED = 10_000;

/** At most so many tries by one key within a window of milliseconds. In memory: each process counts its own. */
export function createLimiter(most: number, window: number, clock: () => number): Limiter {
  const tries = new Map<string, { readonly from: number; count: number }>();
  return {
    allows: (key) => {
      const now = clock();
      const known = tries.get(key);
      const current = known !== undefined && now - known.from < window ? known : { from: now, count: 0 };
      current.count += 1;
      tries.delete(key);
      tries.set(key, current);
      const [oldest] = tries.keys();
      if (tries.size > COUNTED && oldest !== undefined) tries.delete(oldest);
      return current.count <= most;
    },
  };
}

/** Rooms run in parallel, the work of one room in turn (DESIGN: intake). A lane that is idle takes no memory. */
export type Lanes = {
  /** Adds work to a lane; resolves when it is done. */
  readonly run: (lane: string, work: () => Promise<void>) => Promise<void>;
  /** Resolves when nothing is running or waiting anywhere. */
  readonly idle: () => Promise<void>;
};

/** `failed` hears of work that threw; the lane goes on with the next. */
export function createLanes(failed: (lane: string, error: unknown) => void): Lanes {
  const tails = new Map<string, Promise<void>>();
  return {
    run: (lane, work) => {
      const before = tails.get(lane) ?? Promise.resolve();
      const tail: Promise<void> = before
        .then(work)
        .catch((error: unknown) => failed(lane, error))
        .finally(() => {
          if (tails.get(lane) === tail) tails.delete(lane);
        });
      tails.set(lane, tail);
      return tail;
    },
    idle: async () => {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}

/** Does the tasks of one key in turn and different keys side by side; keeps nothing about a key that has no task under way. */
export type Turns = {
  take(key: string, task: () => void | Promise<void>): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
};

/**
 * A task that answers at once, while nothing of its key is under way, is done at once: no promise, no waiting. `onError` hears of
 * rejections.
 */
export function createTurns(onError: (error: unknown) => void): Turns {
  const tails = new Map<string, Promise<void>>();

  function attempt(task: () => void | Promise<void>): void | Promise<void> {
    try {
      return task();
    } catch (error) {
      onError(error);
    }
  }

  return {
    take(key, task) {
      const before = tails.get(key);
      const work = before === undefined ? attempt(task) : before.then(() => attempt(task));
      if (work === undefined) return;
      const tail: Promise<void> = work.catch(onError).then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
      tails.set(key, tail);
    },
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}

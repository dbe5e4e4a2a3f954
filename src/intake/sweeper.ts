import type { Journal } from "./journal.ts";

/**
 * Forgets chatter many lines at a time. What a crash leaves unforgotten is read again after the start, found to be chatter again,
 * and then forgotten. `idle` resolves when nothing waits.
 */
export function createSweeper(journal: Journal): Pick<Journal, "settle"> & { readonly idle: () => Promise<void> } {
  let waiting: number[] = [];
  let sweeping: Promise<void> | undefined;

  const sweep = async (): Promise<void> => {
    await new Promise((next) => setImmediate(next));
    while (waiting.length > 0) {
      const batch = waiting.slice(0, 500);
      waiting = waiting.slice(500);
      await journal.settle(batch, "dropped");
    }
    sweeping = undefined;
  };
  return {
    settle: async (rows, as) => {
      if (as !== "dropped") return journal.settle(rows, as);
      waiting.push(...rows);
      sweeping ??= sweep();
    },
    idle: async () => {
      await sweeping;
    },
  };
}

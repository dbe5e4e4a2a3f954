import type { Followed } from "./live.ts";

const LOOK = 400;

/** Tells everybody who listens when a number in the database has grown; it is looked at once for all of them, and only while somebody listens. */
export function createChanges(read: () => Promise<number>): Followed {
  const listeners = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  let last: number | undefined;

  const look = async (): Promise<void> => {
    const now = await read().catch(() => last);
    const isNew = last !== undefined && now !== last;
    last = now;
    if (isNew) for (const listener of listeners) listener();
    if (listeners.size > 0) timer = setTimeout(look, LOOK);
  };
  return {
    picture: async () => new Map([["head", await read()]]),
    onChange: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1) {
        clearTimeout(timer);
        void look();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearTimeout(timer);
      };
    },
  };
}

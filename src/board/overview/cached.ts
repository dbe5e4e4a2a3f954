import { SECOND } from "../../shared/instant.ts";

const FRESH = 30 * SECOND;
/** So many figures are kept at once. */
const MOST = 12;
const USABLE = 5 * 60 * SECOND;

/**
 * Keeps what is costly to count for half a minute. For some minutes more the old figure is given at once while the new one is counted;
 * of many who ask at the same time one does the work.
 */
export function cached<Key, Value>(read: (key: Key) => Promise<Value>, clock: () => number): (key: Key) => Promise<Value> {
  const kept = new Map<Key, { readonly at: number; readonly value: Value }>();
  const running = new Map<Key, Promise<Value>>();

  const count = (key: Key): Promise<Value> => {
    const already = running.get(key);
    if (already !== undefined) return already;
    const work = read(key)
      .then((value) => {
        kept.delete(key);
        kept.set(key, { at: clock(), value });
        const [oldest] = kept.keys();
        if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
        return value;
      })
      .finally(() => running.delete(key));
    running.set(key, work);
    return work;
  };
  return async (key) => {
    const known = kept.get(key);
    const age = known === undefined ? USABLE : clock() - known.at;
    if (known === undefined || age >= USABLE || age < 0) return count(key);
    if (age >= FRESH) count(key).catch(() => {});
    return known.value;
  };
}

import { SECOND } from "../../shared/instant.ts";

const FRESH = 30 * SECOND;
/** Counting takes at most a twentieth of the time, however much there is to count. */
const SHARE = 20;
/** So many times longer than fresh the old figure is still given while the new one is counted. */
const USABLE = 10;
/** So many figures are kept at once. */
const MOST = 12;

/** A figure, and when it was counted. */
export type Counted<Value> = { readonly at: number; readonly value: Value };

/**
 * Keeps what is costly to count for half a minute, or longer where counting takes long. Then the old figure is given at once while the new
 * one is counted; of many who ask at the same time one does the work.
 */
export function cached<Key, Value>(
  read: (key: Key) => Promise<Value>,
  clock: () => number,
): (key: Key) => Promise<Counted<Value>> {
  const kept = new Map<Key, Counted<Value> & { readonly fresh: number }>();
  const running = new Map<Key, Promise<Counted<Value>>>();

  const count = (key: Key): Promise<Counted<Value>> => {
    const already = running.get(key);
    if (already !== undefined) return already;
    const at = clock();
    const work = read(key)
      .then((value) => {
        const counted = { at, value, fresh: Math.max(FRESH, SHARE * (clock() - at)) };
        kept.delete(key);
        kept.set(key, counted);
        const [oldest] = kept.keys();
        if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
        return counted;
      })
      .finally(() => running.delete(key));
    running.set(key, work);
    return work;
  };
  return async (key) => {
    const known = kept.get(key);
    if (known === undefined) return count(key);
    const age = clock() - known.at;
    if (age < 0 || age >= USABLE * known.fresh) return count(key);
    if (age >= known.fresh) count(key).catch(() => {});
    return known;
  };
}

import { type Instant, SECOND } from "../../shared/instant.ts";
import type { OpenMatter } from "../../tickets/reading.ts";
import type { Register } from "../../tickets/register.ts";

const FRESH = 2 * SECOND;

/** Open matters by estate, read from the register at most every two seconds: most lines are chatter and must cost nothing. */
export function createOpenMatters(
  register: Register,
  clock: () => Instant,
): (estate: string | undefined) => Promise<readonly OpenMatter[]> {
  const known = new Map<string, { readonly at: Instant; readonly list: Promise<readonly OpenMatter[]> }>();
  return (estate) => {
    const key = estate ?? "";
    const cached = known.get(key);
    if (cached !== undefined && Math.abs(clock() - cached.at) < FRESH) return cached.list;
    const list = register.openMatters(estate);
    known.set(key, { at: clock(), list });
    return list;
  };
}

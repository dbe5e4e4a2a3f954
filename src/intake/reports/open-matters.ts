import { type Instant, SECOND } from "../../shared/instant.ts";
import type { OpenMatter } from "../../tickets/reading.ts";
import type { Register } from "../../tickets/register.ts";

const FRESH = 2 * SECOND;

/** Open matters by estate, for the same-matter question. */
export type OpenMatters = {
  readonly of: (estate: string | undefined) => Promise<readonly OpenMatter[]>;
  /** Something was filed: two neighbours who tell of one thing within a second tell of one thing. */
  readonly forget: () => void;
};

/** Reads open matters from the register at most every two seconds: most lines are chatter and must cost nothing. */
export function createOpenMatters(register: Register, clock: () => Instant): OpenMatters {
  const known = new Map<string, { readonly at: Instant; readonly list: Promise<readonly OpenMatter[]> }>();
  return {
    of: (estate) => {
      const key = estate ?? "";
      const cached = known.get(key);
      if (cached !== undefined && Math.abs(clock() - cached.at) < FRESH) return cached.list;
      const list = register.openMatters(estate);
      known.set(key, { at: clock(), list });
      return list;
    },
    forget: () => known.clear(),
  };
}

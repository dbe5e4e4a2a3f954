import { type Instant, SECOND } from "../../shared/instant.ts";
import type { OpenMatter } from "../../tickets/reading.ts";
import type { Matter, Register } from "../../tickets/register.ts";

const FRESH = 2 * SECOND;
/** As many as the register tells of. */
const MOST = 50;

/** Open matters by estate, for the same-matter question. */
export type OpenMatters = {
  readonly of: (estate: string | undefined) => Promise<readonly OpenMatter[]>;
  /** What was filed just now: two neighbours who tell of one thing within a second tell of one thing. */
  readonly add: (matter: Matter) => void;
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
    add: ({ ticket, summary }) => {
      const { number, kind, category, place, reporters } = ticket;
      const cached = known.get(place.estate ?? "");
      if (cached === undefined || kind === "dispute" || ticket.state !== "open") return;
      const fresh = { number, kind, category, summary, place, by: reporters[0]?.alias ?? "" };
      const list = cached.list.then((before) => [fresh, ...before.filter((one) => one.number !== number)].slice(0, MOST));
      known.set(place.estate ?? "", { ...cached, list });
    },
  };
}

import { MINUTE } from "../shared/instant.ts";
import type { Ticket } from "../tickets/ticket.ts";

/** How much each rate counts in the score, and what `基本满意` is worth; places differ, so they are settings (DOMAIN: Three rates). */
export type RateWeights = {
  readonly responded: number;
  readonly satisfied: number;
  readonly resolved: number;
  readonly basically: number;
};

/** The three rates over tickets whose resident answered the call-back. Shares are 0 to 1; undefined where there is no denominator. */
export type Rates = {
  readonly count: number;
  readonly responded: number;
  readonly resolved: number;
  /** `basically` of them satisfied with reservations. */
  readonly satisfied: number;
  readonly basically: number;
  readonly satisfaction?: number;
  /** 0 to 100. */
  readonly score?: number;
};

type Rated = Pick<Ticket, "rating" | "respondedAt" | "state" | "excluded" | "whistles"> & { readonly outcome?: string };

const SATISFIED = 4;
const BASICALLY = 3;

/** The rates on both bases: all tickets, and those left after a person took some out with a reason. */
export function ratesOf(tickets: readonly Rated[], weights: RateWeights): { readonly all: Rates; readonly left: Rates } {
  return {
    all: over(tickets, weights),
    left: over(
      tickets.filter(({ excluded }) => excluded === undefined),
      weights,
    ),
  };
}

function over(tickets: readonly Rated[], weights: RateWeights): Rates {
  const called = tickets.filter(({ rating }) => rating !== undefined);
  const count = called.length;
  const responded = called.filter(({ respondedAt }) => respondedAt !== undefined).length;
  const resolved = called.filter(({ outcome }) => outcome === "resolved").length;
  const satisfied = called.filter(({ rating = 0 }) => rating >= SATISFIED).length;
  const basically = called.filter(({ rating }) => rating === BASICALLY).length;
  if (count === 0) return { count, responded, resolved, satisfied, basically };

  const satisfaction = (satisfied + weights.basically * basically) / count;
  const score =
    (100 * (weights.responded * responded + weights.resolved * resolved)) / count + 100 * weights.satisfied * satisfaction;
  return { count, responded, resolved, satisfied, basically, satisfaction, score };
}

/** How a unit answered its calls (D10). `minutes`: from the call to reporting in, on average over those it reported in to. */
export type UnitFigures = {
  readonly unit: string;
  readonly called: number;
  readonly reportedIn: number;
  readonly objected: number;
  readonly finished: number;
  readonly minutes?: number;
};

/** Every unit that was called, the most often called first. */
export function unitsOf(tickets: readonly Pick<Ticket, "whistles">[]): readonly UnitFigures[] {
  const calls = Map.groupBy(
    tickets.flatMap(({ whistles = [] }) => whistles),
    ({ unit }) => unit,
  );
  return [...calls]
    .map(([unit, own]): UnitFigures => {
      const waits = own.flatMap(({ at, reportedInAt }) => (reportedInAt === undefined ? [] : (reportedInAt - at) / MINUTE));
      return {
        unit,
        called: own.length,
        reportedIn: waits.length,
        objected: own.filter(({ objectedAt }) => objectedAt !== undefined).length,
        finished: own.filter(({ finishedAt }) => finishedAt !== undefined).length,
        ...(waits.length === 0 ? {} : { minutes: waits.reduce((sum, wait) => sum + wait, 0) / waits.length }),
      };
    })
    .sort((one, other) => other.called - one.called || (one.unit < other.unit ? -1 : 1));
}

import { DAY, type Instant } from "../shared/instant.ts";
import { type Place, placeText } from "../shared/place.ts";

/** What is looked at of a ticket. */
export type Opened = { readonly number: number; readonly category: string; readonly place: Place; readonly openedAt: Instant };

/** The same trouble at the same place, again and again (E11). */
export type Cluster = { readonly category: string; readonly place: Place; readonly numbers: readonly number[] };

/** From how many tickets within which time a trouble counts as coming back; set in seeds/calendar.yaml. */
export type Recurring = { readonly times: number; readonly days: number };

/** The troubles that keep coming back, the most often first. What came up on a single day is one bad day, not a return. */
export function clustersOf(opened: readonly Opened[], { times }: Recurring): readonly Cluster[] {
  const groups = Map.groupBy(opened, ({ category, place }) => `${category}\n${placeText(whereabouts(place))}`);
  return [...groups.values()]
    .filter((group) => group.length >= times && isSpread(group))
    .map((group): Cluster => {
      const [first] = group;
      return {
        category: first?.category ?? "",
        place: whereabouts(first?.place ?? {}),
        numbers: group.map(({ number }) => number).sort((a, b) => a - b),
      };
    })
    .sort((a, b) => b.numbers.length - a.numbers.length || (a.numbers[0] ?? 0) - (b.numbers[0] ?? 0));
}

/** The house, or else the spot outdoors, or else the estate: where one would look for a common cause. */
export function whereabouts({ estate, building, spot }: Place): Place {
  const finer = building === undefined ? (spot === undefined ? {} : { spot }) : { building };
  return { ...(estate === undefined ? {} : { estate }), ...finer };
}

function isSpread(group: readonly Opened[]): boolean {
  const times = group.map(({ openedAt }) => openedAt);
  return Math.max(...times) - Math.min(...times) >= DAY;
}

import { type Community, type Grid, gridOf, peopleWith } from "../shared/community.ts";
import type { Place } from "../shared/place.ts";
import type { WorkCalendar } from "../shared/work-calendar.ts";
import type { Kind } from "./reading.ts";
import type { Facts, Level } from "./ticket.ts";

/** What a decision may look up: who answers for what, and which days people work. Plain data and pure functions. */
export type Desk = { readonly community: Community; readonly calendar: WorkCalendar };

/** Who is first asked about a matter: its grid's worker (A1), a mediator for disputes (A2), else the secretary. */
export function firstDesk(
  desk: Desk,
  kind: Kind,
  place: Place,
  home: Place,
  notTo: readonly string[] = [],
): { readonly handler: string; readonly grid?: string; readonly level: Level } {
  const sameEstate = place.estate === undefined || home.estate === place.estate;
  const grid =
    gridOf(desk.community, place) ?? (place.building === undefined && sameEstate ? gridOf(desk.community, home) : undefined);
  const usual = kind === "dispute" ? mediatorOf(desk, grid) : grid?.worker;
  // Nobody mediates what is said of them, or what is their own.
  const handler = kind === "dispute" && usual !== undefined && notTo.includes(usual) ? undefined : usual;
  if (handler === undefined)
    return { handler: secretaryOf(desk), level: "community", ...(grid === undefined ? {} : { grid: grid.name }) };
  return { handler, level: "grid", ...(grid === undefined ? {} : { grid: grid.name }) };
}

/** Who acts at a level: the first handler in the grid, the secretary above it (A3). */
export function handlerAt(desk: Desk, ticket: Facts, level: Level): string {
  return level === "grid" ? ticket.firstHandler : secretaryOf(desk);
}

/** The secretary's name; community.yaml always has one. */
export function secretaryOf({ community }: Desk): string {
  return peopleWith(community, "secretary")[0]?.name ?? "";
}

/** What people read for a name in community.yaml. */
export function aliasOf({ community }: Desk, name: string): string {
  return community.people.find((person) => person.name === name)?.alias ?? name;
}

function mediatorOf({ community }: Desk, grid: Grid | undefined): string | undefined {
  return grid?.mediator ?? peopleWith(community, "mediator")[0]?.name;
}

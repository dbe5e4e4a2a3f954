import type { Place } from "./place.ts";

/** What a person may do here; checked in code on every path (DOMAIN, Words). */
export type Role = "gridWorker" | "gridLead" | "patrol" | "mediator" | "secretary" | "propertyManager" | "unit" | "volunteer";

export type Person = {
  /** The name in community.yaml; our own, stable id of a member of staff. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** The name shown in groups. */
  readonly alias: string;
  /** The unit or property manager that this person speaks for. */
  readonly unit?: string;
};

/** An estate, or some of its buildings: `葵花里小区 1-3`. */
export type Patch = { readonly estate: string; readonly buildings?: { readonly from: number; readonly to: number } };

export type Grid = {
  readonly name: string;
  readonly worker: string;
  readonly lead?: string;
  readonly patrol?: string;
  readonly mediator?: string;
  readonly places: readonly Patch[];
  readonly grids: readonly Grid[];
};

/** How a two-part number such as `11-345` is read in an estate. */
export type AliasForm = "building-unit-room" | "building-room" | "unit-room";

export type Estate = {
  readonly name: string;
  readonly buildings?: number;
  /** How many households may vote; without it no share of them can be given. */
  readonly households?: number;
  readonly alias: AliasForm;
  readonly propertyManager?: string;
};

export type Unit = { readonly name: string; readonly contact?: string; readonly duties: readonly string[] };

export type RoomKind = "residents" | "staff" | "units" | "volunteers";

/** A WeChat group; its topic is our own, stable id of it. */
export type Room = {
  readonly topic: string;
  readonly kind: RoomKind;
  readonly estate?: string;
  readonly building?: string;
  readonly grid?: string;
};

export type Community = {
  readonly name: string;
  /** The name the bot answers to. */
  readonly bot: string;
  /** IANA name; all limits and quiet hours are in this zone, whatever the machine's is. */
  readonly timezone: string;
  readonly grids: readonly Grid[];
  readonly estates: readonly Estate[];
  readonly people: readonly Person[];
  readonly units: readonly Unit[];
  readonly rooms: readonly Room[];
};

/** All grids and micro-grids, the inner ones first: the smallest patch that holds a place answers for it (A1). */
export function allGrids(grids: readonly Grid[]): readonly Grid[] {
  return grids.flatMap((grid) => [...allGrids(grid.grids), grid]);
}

/** The grid that answers for a place, or undefined: then it is the secretary's (A1). An unknown building is nobody's grid when several share the estate. */
export function gridOf(community: Community, place: Place): Grid | undefined {
  const grids = allGrids(community.grids);
  if (place.building !== undefined) return grids.find((grid) => grid.places.some((patch) => holds(patch, place)));
  const candidates = community.grids.filter((grid) => grid.places.some((patch) => patch.estate === place.estate));
  return candidates.length === 1 ? candidates[0] : undefined;
}

function holds(patch: Patch, place: Place): boolean {
  if (patch.estate !== place.estate) return false;
  if (patch.buildings === undefined) return true;
  const building = Number(place.building);
  return building >= patch.buildings.from && building <= patch.buildings.to;
}

/** The unit whose duty list covers a category (C3, 职责); undefined: it is nobody's but the community's. */
export function dutyUnit(community: Community, category: string): Unit | undefined {
  return community.units.find(({ duties }) => duties.includes(category));
}

/** Whoever speaks for a unit. */
export function contactOf(community: Community, unit: string): Person | undefined {
  return community.people.find((person) => person.unit === unit);
}

/** Whoever holds a role anywhere in the community, in the file's order. */
export function peopleWith(community: Community, role: Role): readonly Person[] {
  return community.people.filter((person) => person.roles.includes(role));
}

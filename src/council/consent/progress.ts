import { type Project, type Standing, standingOf } from "./project.ts";

export type Counts = { readonly all: number; readonly agreed: number; readonly refused: number; readonly open: number };

export type FloorProgress = Counts & {
  readonly floor: string;
  readonly households: readonly { readonly household: string; readonly standing: Standing }[];
};
export type UnitProgress = Counts & { readonly unit: string; readonly floors: readonly FloorProgress[] };
export type BuildingProgress = Counts & { readonly building: string; readonly units: readonly UnitProgress[] };

/** Where a project stands, by building, unit and floor: what a picture of it shows. Only for staff. */
export function progressOf(
  project: Pick<Project, "households" | "words">,
): Counts & { readonly buildings: readonly BuildingProgress[] } {
  const { households } = project;
  const count = (some: readonly string[]): Counts => {
    const standings = some.map((one) => standingOf(project, one));
    const of = (wanted: Standing) => standings.filter((one) => one === wanted).length;
    return { all: some.length, agreed: of("agreed"), refused: of("refused"), open: of("open") };
  };
  const floors = (some: readonly string[]): readonly FloorProgress[] =>
    grouped(some, (one) => partsOf(one).floor).map(([floor, list]) => ({
      floor,
      ...count(list),
      households: list.map((household) => ({ household, standing: standingOf(project, household) })),
    }));
  const units = (some: readonly string[]): readonly UnitProgress[] =>
    grouped(some, (one) => partsOf(one).unit).map(([unit, list]) => ({ unit, ...count(list), floors: floors(list) }));
  const buildings = grouped(households, (one) => partsOf(one).building).map(([building, list]) => ({
    building,
    ...count(list),
    units: units(list),
  }));
  return { ...count(households), buildings };
}

/** `6-1-602` is building 6, unit 1, floor 6; `6-602` has no unit. The last two digits of a door are not its floor. */
function partsOf(household: string): { readonly building: string; readonly unit: string; readonly floor: string } {
  const parts = household.split("-");
  const door = parts.at(-1) ?? "";
  return {
    building: parts.length > 1 ? (parts[0] ?? "") : "",
    unit: parts.length > 2 ? (parts[1] ?? "") : "",
    floor: door.slice(0, -2),
  };
}

/** In the order of their numbers. */
function grouped(list: readonly string[], by: (one: string) => string): readonly (readonly [string, readonly string[]])[] {
  const keys = [...new Set(list.map(by))].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  return keys.map((key) => [
    key,
    list.filter((one) => by(one) === key).sort((a, b) => a.localeCompare(b, "en", { numeric: true })),
  ]);
}

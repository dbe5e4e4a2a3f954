import type { Community, Room } from "../../shared/community.ts";
import type { Addressee, Area } from "./addressee.ts";

/** The groups that an order is for: a building's own group, else its estate's; every residents' group; or the groups it names. */
export function roomsFor(community: Community, to: Addressee): readonly string[] {
  const residents = community.rooms.filter(({ kind }) => kind === "residents");
  switch (to.kind) {
    case "all":
      return residents.map(({ topic }) => topic);
    case "rooms":
      return to.rooms;
    case "areas":
      return [...new Set(to.areas.flatMap((area) => ofArea(residents, area)))];
  }
}

function ofArea(residents: readonly Room[], { estate, buildings = [] }: Area): readonly string[] {
  const there = residents.filter((room) => room.estate === estate);
  const whole = there.filter(({ building }) => building === undefined).map(({ topic }) => topic);
  if (buildings.length === 0) return there.map(({ topic }) => topic);
  return buildings.flatMap((building) => {
    const own = there.filter((room) => room.building === building).map(({ topic }) => topic);
    return own.length === 0 ? whole : own;
  });
}

/** `3号楼、4号楼：`, so that a whole estate's group can tell whom it concerns; nothing where everybody in the group is meant. */
export function whereOf(to: Addressee): string {
  if (to.kind !== "areas") return "";
  const houses = to.areas.flatMap(({ buildings = [] }) => buildings.map((building) => `${building}号楼`));
  return houses.length === 0 ? "" : `${houses.join("、")}：`;
}

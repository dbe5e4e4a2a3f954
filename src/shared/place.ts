/** The place of a matter, as far as it is known; nothing in it is guessed. Numbers are kept as people write them, in ASCII digits. */
export type Place = {
  readonly estate?: string;
  readonly building?: string;
  readonly unit?: string;
  readonly room?: string;
  /** Anything that is not an address: 北门, 车棚旁, 3楼楼道. */
  readonly spot?: string;
};

/** One line for people: `葵花里小区 3-2-501 北院门口`; the empty string when nothing is known. */
export function placeText(place: Place): string {
  return [place.estate, addressText(place), place.spot].filter((part) => part !== undefined && part !== "").join(" ");
}

/** The address without the estate: `3-2-501`, `3号楼`, `3号楼2单元`, `3号楼501`; the empty string when there is no building. */
function addressText({ building, unit, room }: Place): string {
  if (building === undefined) return room === undefined ? "" : `${room}室`;
  if (unit !== undefined && room !== undefined) return `${building}-${unit}-${room}`;
  return `${building}号楼${unit === undefined ? "" : `${unit}单元`}${room ?? ""}`;
}

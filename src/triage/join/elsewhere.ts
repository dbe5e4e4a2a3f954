import type { Place } from "../../shared/place.ts";

/** Another estate, another building, another unit, another storey or another gate: two things, whatever the words. */
export function areElsewhere(one: Place, other: Place): boolean {
  const differ = (part: keyof Place): boolean =>
    one[part] !== undefined && other[part] !== undefined && one[part] !== other[part];
  if (differ("estate") || differ("building")) return true;
  if (one.building !== undefined && differ("unit")) return true;
  if (!differ("spot") || spotsMeet(one.spot, other.spot)) return false;
  // Two gates, two storeys.
  return isExact(one.spot) && isExact(other.spot);
}

/** Whether one spot is, or is part of, the other. */
export function spotsMeet(one = "", other = ""): boolean {
  return one !== "" && other !== "" && (one.includes(other) || other.includes(one));
}

/** Whether one is in a house, the other outdoors. */
export function isInAndOut(one: Place, other: Place): boolean {
  const areSpots = one.spot !== undefined && other.spot !== undefined && !spotsMeet(one.spot, other.spot);
  return areSpots && (one.building === undefined) !== (other.building === undefined);
}

function isExact(spot = ""): boolean {
  return /^[东南西北]{1,2}(?:大|小|侧)?门|[0-9一二三四五六七八九十][层楼]/u.test(spot);
}

import type { payloads } from "wechaty-puppet";

/** Name and address of a place, one space between; the empty string where the puppet tells neither. */
export function placeText(location: payloads.Location): string {
  return namesOf(location)
    .filter((part) => part !== "" && part !== "NONAME" && part !== "NOADDRESS")
    .join(" ");
}

/**
 * Over gRPC every place is called NONAME: wechaty-puppet-service 1.19.9 spreads the protobuf message instead of reading it. Its
 * values are left in the
 * one array there is, by field number less one: accuracy, address, latitude, longitude, name.
 */
function namesOf(location: payloads.Location): readonly string[] {
  if (location.name !== "NONAME") return [location.name, location.address];
  const fields: readonly unknown[] = Object.values(location).find((value: unknown) => Array.isArray(value)) ?? [];
  return [fields[4], fields[1]].filter((field) => typeof field === "string");
}

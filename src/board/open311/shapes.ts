import type { Instant } from "../../shared/instant.ts";
import type { Open311Parts, PublicRequest, Service } from "./open311.ts";

const SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

/** Service discovery: where the endpoint is and what it speaks. */
export function discovery(parts: Open311Parts, calledAs: string) {
  const changeset = parts.iso(parts.changedAt);
  return {
    changeset,
    contact: parts.say("contact"),
    key_service: parts.say("key"),
    endpoints: [
      {
        specification: SPECIFICATION,
        url: parts.url ?? calledAs,
        changeset,
        type: "production",
        formats: ["application/json"],
      },
    ],
  };
}

/** A service as the list has it. What is filed gets its number at once, and needs no further fields. */
export function serviceShape({ community }: Open311Parts, { code, keywords }: Service) {
  return {
    service_code: code,
    service_name: code,
    description: keywords.slice(0, 3).join("、"),
    metadata: false,
    type: "realtime",
    keywords: keywords.join(", "),
    group: community,
  };
}

/**
 * A matter as the specification has it. Reading needs no key there: so without one nobody reads words or houses, only that something of a kind
 * is under way in an estate (decision 12).
 */
export function requestShape({ iso }: Open311Parts, request: PublicRequest, isKnown: boolean) {
  const time = (at: Instant | undefined): string | null => (at === undefined ? null : iso(at));
  return {
    service_request_id: String(request.number),
    status: request.isOpen ? "open" : "closed",
    status_notes: request.note ?? null,
    service_name: request.category,
    service_code: request.category,
    description: isKnown ? plain(request.description) : null,
    agency_responsible: request.agency,
    service_notice: null,
    requested_datetime: iso(request.openedAt),
    updated_datetime: iso(request.updatedAt),
    expected_datetime: time(request.due),
    address: isKnown ? plain(request.address) : request.estate,
    address_id: null,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null,
  };
}

/** Neither HTML nor code (GeoReport v2: description): scripts and tags are left out, single marks become letters. */
export function plain(text: string): string {
  return text
    .replace(/<(script|style)\b[^<>]*>.*?<\/\1\s*>/gis, "")
    .replace(/<\/?[a-zA-Z!][^<>]*>/g, "")
    .replaceAll("<", "＜")
    .replaceAll(">", "＞")
    .slice(0, LONGEST);
}

export const LONGEST = 4_000;

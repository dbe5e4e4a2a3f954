import { DAY, type Instant } from "../../shared/instant.ts";
import type { RequestFilter } from "./open311.ts";

/** GeoReport v2: 90 days or 1000 requests, whichever is less. */
const SPAN = 90 * DAY;
export const MOST = 1_000;

/** A moment in the W3C's format, with its zone; a day alone is not enough. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

export type Asked = { readonly filter: RequestFilter } | { readonly wrong: readonly string[] };

/** What a list of requests is asked for; an empty field is as good as none. Tells everything that is wrong. */
export function readQuery(field: (name: string) => string | undefined, now: Instant): Asked {
  const wrong: string[] = [];
  const moment = (name: string): Instant | undefined => {
    // A plus sign that was not encoded arrives as a blank.
    const text = field(name)?.trim().replace(" ", "+");
    if (text === undefined || text === "") return undefined;
    const at = MOMENT.test(text) ? Date.parse(text) : Number.NaN;
    if (!Number.isNaN(at)) return at;
    wrong.push(`${name} is not a time; write it as 2026-01-01T00:00:00Z`);
    return undefined;
  };
  const [start, end] = [moment("start_date"), moment("end_date")];
  const from = start ?? (end ?? now) - SPAN;
  const to = end ?? (start === undefined ? now : Math.min(now, start + SPAN));
  if (to < from) wrong.push("end_date is before start_date");
  if (to - from > SPAN) wrong.push("start_date and end_date may not be more than 90 days apart");
  const statuses = listed(field("status"));
  const unknown = statuses.find((status) => status !== "open" && status !== "closed");
  if (unknown !== undefined) wrong.push("status is open or closed");
  const [only, other] = [...new Set(statuses)];
  const categories = listed(field("service_code"));
  if (wrong.length > 0) return { wrong };
  return {
    filter: {
      from,
      to,
      most: MOST,
      ...(categories.length === 0 ? {} : { categories }),
      ...(only === undefined || other !== undefined ? {} : { isOpen: only === "open" }),
    },
  };
}

/** Numbers of requests, `12,13`; a number that cannot be one is none. */
export function numbersIn(text: string | undefined): readonly number[] {
  return listed(text)
    .filter((one) => /^\d{1,9}$/.test(one))
    .map(Number)
    .slice(0, MOST);
}

export function listed(text: string | undefined): readonly string[] {
  return (text ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

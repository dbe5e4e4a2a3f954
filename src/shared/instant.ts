/** A moment: milliseconds since 1970-01-01T00:00Z. Never a local time; see `shared/zone.ts` for those. */
export type Instant = number;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** When something was or will be: a moment, or a span whose `to` is the first moment after it. Always `from < to`. */
export type When = { readonly from: Instant; readonly to?: Instant };

import type { Instant, When } from "../../shared/instant.ts";

/** Reads the time of an order, looking ahead: what it tells, `unclear` when it must be asked, undefined when it tells none. */
export type ReadAhead = (text: string, now: Instant) => When | "unclear" | undefined;

/** The time that a text tells for certain. */
export function toldTime(read: ReadAhead, text: string, now: Instant): When | undefined {
  const when = read(text, now);
  return when === "unclear" ? undefined : when;
}

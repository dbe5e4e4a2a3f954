import type { Instant } from "../../shared/instant.ts";
import type { Zone } from "../../shared/zone.ts";
import type { Desk } from "../../tickets/desk.ts";
import { type Fill, fill, type Wordings } from "../../tickets/saying/wording.ts";
import type { Row, Share } from "./tally.ts";

/** What the reports are worded with. */
export type Speech = { readonly desk: Desk; readonly wordings: Wordings };

/** One line of `flows/wording`, filled. */
export function line({ wordings }: Speech, name: string, values: Fill = {}): string {
  return fill(wordings.get(name)?.text ?? "", values);
}

/** `11月13日`. */
export function sayDate(zone: Zone, at: Instant): string {
  const { month, day } = zone.local(at);
  return `${month}月${day}日`;
}

/** A period that ends at midnight ended the day before. */
export function lastDay(zone: Zone, to: Instant): string {
  return sayDate(zone, to - 1);
}

/** `路灯3件、保洁2件`, the first few. */
export function counted(rows: readonly Share[], most = 6): string {
  return rows
    .slice(0, most)
    .map(({ name, count }) => `${name}${count}件`)
    .join("、");
}

/** How many were opened, of those of which any were. */
export function openedOf(rows: readonly Row[], nameOf: (name: string) => string = (name) => name): readonly Share[] {
  return rows.filter(({ opened }) => opened > 0).map(({ name, opened }) => ({ name: nameOf(name), count: opened }));
}

/** A share always with its denominator beside it; none is no share (DOMAIN: Three rates). */
export function shareOf(part: number, whole: number): string {
  return whole === 0 ? "—" : `${((100 * part) / whole).toFixed(1)}%`;
}

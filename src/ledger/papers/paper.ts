import type { Instant } from "../../shared/instant.ts";
import type { Zone } from "../../shared/zone.ts";
import type { Desk } from "../../tickets/desk.ts";
import { type Fill, fill, type Wordings } from "../../tickets/saying/wording.ts";

/** What papers are worded with. */
export type Office = { readonly desk: Desk; readonly wordings: Wordings };

/** One part of a paper; an empty value is a place to write in by hand. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "lines"; readonly lines: readonly string[] }
  | { readonly kind: "fields"; readonly rows: readonly (readonly [label: string, value: string])[] }
  /** `shares`: the widths of the columns, in hundredths. */
  | {
      readonly kind: "table";
      readonly shares: readonly number[];
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Places for signatures and seals, each with its date. */
  | { readonly kind: "signs"; readonly labels: readonly string[]; readonly date: string }
  | { readonly kind: "newPage"; readonly title: string };

/** A paper as plain data: what it is called, its number, and its parts in order. */
export type Paper = {
  readonly community: string;
  readonly title: string;
  readonly number: string;
  readonly blocks: readonly Block[];
};

/** One line of `flows/wording/papers.yaml`, filled. */
export function say({ wordings }: Office, name: string, values: Fill = {}): string {
  return fill(wordings.get(name)?.text ?? "", values);
}

/** `2026年9月14日`; undefined is a place to write in. */
export function dateOf(on: Office, at: Instant | undefined): string {
  return at === undefined ? "" : say(on, "paper.date", local(on.desk.calendar.zone, at));
}

/** `2026年9月14日9时05分`; undefined is a place to write in. */
export function timeOf(on: Office, at: Instant | undefined): string {
  return at === undefined ? "" : say(on, "paper.time", local(on.desk.calendar.zone, at));
}

/** Places to sign, with the community's own seal first. */
export function signs(on: Office, labels: readonly string[]): Block {
  return { kind: "signs", labels, date: say(on, "paper.signDate") };
}

/** The year and the number of a matter, as its card is called in chat: `2026-012`. */
export function cardNumber(
  { desk }: Office,
  { openedAt, number }: { readonly openedAt: Instant; readonly number: number },
): string {
  return `${desk.calendar.zone.local(openedAt).year}-${String(number).padStart(3, "0")}`;
}

function local(zone: Zone, at: Instant): Fill {
  const { year, month, day, hour, minute } = zone.local(at);
  return { year, month, day, hour, minute: String(minute).padStart(2, "0") };
}

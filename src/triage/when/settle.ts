import { DAY } from "../../shared/instant.ts";
import { type Day, plusDays, weekdayOf } from "../../shared/zone.ts";
import type { Tense } from "./tense.ts";

/** A day as it was said; all but `date` leave open which one. */
export type DayPhrase =
  | { readonly kind: "date"; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: "yearly"; readonly month: number; readonly day: number }
  | { readonly kind: "monthly"; readonly day: number }
  | { readonly kind: "weekly"; readonly weekday: number }
  /** `次日`, which tells nothing by itself. */
  | { readonly kind: "next" };

/** So many days away a date is meant whatever the tense seems to be; a misread tense would cost a year. */
const NEAR = 60;

/** The day meant, or undefined when there is no such day (2月30号). */
export function settle(phrase: DayPhrase, today: Day, tense: Tense, near = NEAR): Day | undefined {
  const [year = 0, month = 0] = today.split("-").map(Number);
  switch (phrase.kind) {
    case "date":
      return dayOf(phrase.year < 100 ? phrase.year + 2000 : phrase.year, phrase.month, phrase.day);
    case "yearly":
      return choose(
        [-1, 0, 1].map((shift) => dayOf(year + shift, phrase.month, phrase.day)),
        today,
        tense,
        near,
      );
    case "monthly":
      return choose(
        [-1, 0, 1].map((shift) => dayOf(year, month + shift, phrase.day)),
        today,
        tense,
        0,
      );
    case "next":
      return undefined;
    case "weekly": {
      const ahead = (phrase.weekday - weekdayOf(today) + 7) % 7;
      return plusDays(today, tense === "past" && ahead > 0 ? ahead - 7 : ahead);
    }
  }
}

/** The day that ends a span begun on `first`: the next of its kind. */
export function settleAfter(phrase: DayPhrase, first: Day): Day | undefined {
  const [year = 0, month = 0] = first.split("-").map(Number);
  if (phrase.kind === "next") return plusDays(first, 1);
  if (phrase.kind !== "monthly") return settle(phrase, first, "coming");

  const same = dayOf(year, month, phrase.day);
  return same !== undefined && same >= first ? same : dayOf(year, month + 1, phrase.day);
}

/** The nearest that fits the tense; within `near` days the nearest in any case. */
function choose(days: readonly (Day | undefined)[], today: Day, tense: Tense, near: number): Day | undefined {
  const byNearness = days.filter((day) => day !== undefined).sort((one, other) => distance(one, today) - distance(other, today));
  const [nearest] = byNearness;
  if (nearest === undefined || tense === "untold" || distance(nearest, today) <= near) return nearest;

  return byNearness.find((day) => (tense === "past" ? day <= today : day >= today)) ?? nearest;
}

function distance(one: Day, other: Day): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / DAY;
}

/** Month 0 is December of the year before, 13 January of the next. */
function dayOf(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isSane = year >= 1990 && year <= 2200 && day >= 1 && date.getUTCDate() === day;
  return isSane ? date.toISOString().slice(0, 10) : undefined;
}

import type { Instant } from "../shared/instant.ts";
import { DAY } from "../shared/instant.ts";
import type { WorkCalendar } from "../shared/work-calendar.ts";
import type { Day } from "../shared/zone.ts";
import type { Rule } from "./calendar.ts";
import { readCron } from "./rule/cron.ts";
import { workdayFrom } from "./rule/days.ts";
import { daysOffAt } from "./rule/holidays.ts";
import { type Pattern, readPhrase } from "./rule/phrase.ts";

/** A moment of a rule, and what became of the day that the rule names. */
export type Slot = {
  readonly at: Instant;
  readonly day: Day;
  /** The day that the rule names, when a holiday moved it. */
  readonly named?: Day;
};

const NOTHING: Pattern = { days: () => [], times: [], namesWeekend: false };

/** How far `nextSlot` and `slotBefore` look: 农历腊月三十 may be away for some years, nothing else for more than two. */
const YEARS = 4;

/** The moments of a rule in `(from, to]`, in order, with holidays taken into account. */
export function slotsBetween(rule: Rule, calendar: WorkCalendar, from: Instant, to: Instant): readonly Instant[] {
  return detailedSlots(rule, calendar, from, to).map(({ at }) => at);
}

/** As `slotsBetween`, with what a person wants to know of each. */
export function detailedSlots(rule: Rule, calendar: WorkCalendar, from: Instant, to: Instant): readonly Slot[] {
  const { zone } = calendar;
  // A holiday, or the days before one, may carry a slot over the turn of the year.
  const [first, last] = [zone.local(from - 40 * DAY).year, zone.local(to + 40 * DAY).year];
  const found = new Map<Instant, Slot>();
  for (let year = first; year <= last; year++)
    for (const slot of slotsOfYear(rule, calendar, year)) if (slot.at > from && slot.at <= to) found.set(slot.at, slot);
  return [...found.values()].sort((one, other) => one.at - other.at);
}

/** The next moment of a rule after `from`; undefined when it has none for years. */
export function nextSlot(rule: Rule, calendar: WorkCalendar, from: Instant): Instant | undefined {
  const { year } = calendar.zone.local(from);
  for (let next = year - 1; next <= year + YEARS; next++) {
    const own = slotsOfYear(rule, calendar, next).find(({ at }) => at > from);
    if (own === undefined) continue;
    // The year after may have a slot that lies earlier (the day before New Year's days off).
    const other = slotsOfYear(rule, calendar, next + 1).find(({ at }) => at > from);
    return Math.min(own.at, other?.at ?? own.at);
  }
  return undefined;
}

/** The latest moment of a rule before `to`; undefined when it had none for years. */
export function slotBefore(rule: Rule, calendar: WorkCalendar, to: Instant): Instant | undefined {
  const { year } = calendar.zone.local(to);
  for (let before = year + 1; before >= year - YEARS; before--) {
    const own = slotsOfYear(rule, calendar, before).findLast(({ at }) => at < to);
    if (own === undefined) continue;
    const other = slotsOfYear(rule, calendar, before - 1).findLast(({ at }) => at < to);
    return Math.max(own.at, other?.at ?? own.at);
  }
  return undefined;
}

const known = new WeakMap<WorkCalendar, WeakMap<Rule, Map<number, readonly Slot[]>>>();

/** All slots that a rule has for a year, in order, each moment once; counted once and kept. */
export function slotsOfYear(rule: Rule, calendar: WorkCalendar, year: number): readonly Slot[] {
  const rules = known.get(calendar) ?? new WeakMap<Rule, Map<number, readonly Slot[]>>();
  known.set(calendar, rules);
  const years = rules.get(rule) ?? new Map<number, readonly Slot[]>();
  rules.set(rule, years);
  const found = years.get(year) ?? count(rule, calendar, year);
  years.set(year, found);
  return found;
}

function count(rule: Rule, calendar: WorkCalendar, year: number): readonly Slot[] {
  const pattern = patternOf(rule);
  const slots = new Map<Instant, Slot>();
  for (const named of pattern.days(year, calendar)) {
    const day = moved(rule, pattern, calendar, named);
    if (day === undefined) continue;
    for (const [hour, minute] of pattern.times) {
      const at = calendar.zone.instant(day, hour, minute);
      if (!slots.has(at) || day === named) slots.set(at, day === named ? { at, day } : { at, day, named });
    }
  }
  const all = [...slots.values()].sort((one, other) => one.at - other.at);
  return all.filter((slot) => slot.named === undefined || !all.some((other) => isBeside(slot, other)));
}

/**
 * A slot that a holiday moved onto or next to the day of one that did not move is left out: before Spring Festival of 2026 the weekly
 * announcement of 13 February would be followed by another on the 14th.
 */
function isBeside({ day }: Slot, other: Slot): boolean {
  return other.named === undefined && Math.abs(Date.parse(day) - Date.parse(other.day)) <= DAY;
}

/** What a rule says, read. The loader has refused whatever cannot be read. */
export function patternOf(rule: Rule): Pattern {
  return ("cron" in rule ? readCron(rule.cron) : readPhrase(rule.when, rule.from)) ?? NOTHING;
}

/** The day on which a rule's slot of `day` really happens; undefined when it is left out. */
function moved({ holiday }: Rule, pattern: Pattern, calendar: WorkCalendar, day: Day): Day | undefined {
  if (holiday === "keep" || calendar.isWorkday(day)) return day;
  const isWeekend = new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0;
  if (isWeekend && (pattern.namesWeekend || daysOffAt(day) === undefined)) return day;
  if (holiday === "skip") return undefined;
  const off = daysOffAt(day);
  return holiday === "before" ? workdayFrom(calendar, off?.first ?? day, -1) : workdayFrom(calendar, off?.last ?? day, 1);
}

import { parse } from "node-cron";
import type { Instant } from "../shared/instant.ts";
import { DAY } from "../shared/instant.ts";
import type { WorkCalendar } from "../shared/work-calendar.ts";
import { type Day, plusDays, weekdayOf } from "../shared/zone.ts";
import type { Rule } from "./calendar.ts";

/** How far before a holiday its slots can be moved; the longest holidays last nine days. */
const LONGEST_HOLIDAY = 10;

/** The moments of a rule in `(from, to]`, in order, with holidays taken into account. */
export function slotsBetween(rule: Rule, calendar: WorkCalendar, from: Instant, to: Instant): readonly Instant[] {
  const { zone } = calendar;
  const found = new Set<Instant>();
  const last = plusDays(zone.day(to), rule.holiday === "before" ? LONGEST_HOLIDAY : 0);
  for (let day = zone.day(from); day <= last; day = plusDays(day, 1)) {
    const on = moved(rule, calendar, day);
    if (on === undefined) continue;
    for (const [hour, minute] of timesOn(rule, day)) {
      const slot = zone.instant(on, hour, minute);
      if (slot > from && slot <= to) found.add(slot);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** The next moment of a rule after `from`, within a year. */
export function nextSlot(rule: Rule, calendar: WorkCalendar, from: Instant): Instant | undefined {
  for (let start = from; start < from + 370 * DAY; start += 8 * DAY) {
    const [first] = slotsBetween(rule, calendar, start, start + 8 * DAY);
    if (first !== undefined) return first;
  }
  return undefined;
}

/** The latest moment of a rule before `to`, within a month. */
export function slotBefore(rule: Rule, calendar: WorkCalendar, to: Instant): Instant | undefined {
  return slotsBetween(rule, calendar, to - 31 * DAY, to - 1).at(-1);
}

/** The day on which a rule's slot of `day` really happens; undefined when it is left out. A weekend is no holiday for a rule that names it. */
function moved({ holiday }: Rule, calendar: WorkCalendar, day: Day): Day | undefined {
  const isWeekend = weekdayOf(day) >= 6;
  if (holiday === "keep" || isWeekend || calendar.isWorkday(day)) return day;
  if (holiday === "skip") return undefined;
  for (let back = 1; back <= LONGEST_HOLIDAY; back++) {
    const earlier = plusDays(day, -back);
    if (calendar.isWorkday(earlier)) return earlier;
  }
  return undefined;
}

type Fields = { readonly minutes: readonly number[]; readonly hours: readonly number[]; readonly isOn: (day: Day) => boolean };

const parsed = new Map<string, Fields>();

function timesOn({ cron }: Rule, day: Day): readonly (readonly [number, number])[] {
  const { minutes, hours, isOn } = fieldsOf(cron);
  return isOn(day) ? hours.flatMap((hour) => minutes.map((minute) => [hour, minute] as const)) : [];
}

function fieldsOf(cron: string): Fields {
  const known = parsed.get(cron);
  if (known !== undefined) return known;

  const { minute, hour, dayOfMonth, month, dayOfWeek } = parse(cron);
  // In cron either day field may name the day when both are given; a star names none.
  const [, , dates = "*", , weekdays = "*"] = cron.trim().split(/\s+/).slice(-5);
  const isDate = (day: Day) => dayOfMonth.includes(Number(day.slice(8)));
  const isWeekday = (day: Day) => dayOfWeek.includes(weekdayOf(day) % 7);
  const fields: Fields = {
    minutes: minute,
    hours: hour,
    isOn: (day) => {
      if (!month.includes(Number(day.slice(5, 7)))) return false;
      if (dates !== "*" && weekdays !== "*") return isDate(day) || isWeekday(day);
      return isDate(day) && isWeekday(day);
    },
  };
  parsed.set(cron, fields);
  return fields;
}

import { type Day, daysBetween, plusDays, weekdayOf } from "../../shared/zone.ts";
import { chineseDays } from "../chinese-days.ts";
import { isPublished } from "../workdays.ts";
import { readFestival } from "./festivals.ts";

/** Days off of a statutory holiday, or of two that touch (国庆 and 中秋 in 2025). */
export type DaysOff = { readonly names: readonly string[]; readonly first: Day; readonly last: Day };

/**
 * What the law gives in every year (全国年节及纪念日放假办法, article 2, as changed for 2025): for years whose days off nobody has
 * published. The State Council then adds weekends by make-up days, so these are provisional.
 */
const BY_LAW: readonly { readonly festival: string; readonly from: number; readonly to: number }[] = [
  { festival: "元旦", from: 0, to: 0 },
  { festival: "春节", from: -1, to: 3 },
  { festival: "清明", from: 0, to: 0 },
  { festival: "劳动节", from: 0, to: 1 },
  { festival: "端午", from: 0, to: 0 },
  { festival: "中秋", from: 0, to: 0 },
  { festival: "国庆节", from: 0, to: 2 },
];

const known = new Map<number, readonly DaysOff[]>();

/** The days off of a year's statutory holidays, in order. Those of New Year that begin in December belong to the year that begins. */
export function daysOffOf(year: number): readonly DaysOff[] {
  const found = known.get(year);
  if (found !== undefined) return found;

  const blocks: DaysOff[] = [];
  for (const day of daysBetween(`${year - 1}-12-20`, `${year + 1}-01-10`)) {
    const name = nameOn(day);
    if (name === undefined) continue;
    const before = blocks.at(-1);
    if (before === undefined || plusDays(before.last, 1) !== day) blocks.push({ names: [name], first: day, last: day });
    else blocks[blocks.length - 1] = { ...before, names: [...new Set([...before.names, name])], last: day };
  }
  const own = blocks.filter(({ last }) => last.startsWith(String(year)));
  known.set(year, own);
  return own;
}

/** The days off that hold a day; undefined when it belongs to no statutory holiday. */
export function daysOffAt(day: Day): DaysOff | undefined {
  const year = Number(day.slice(0, 4));
  return [...daysOffOf(year), ...daysOffOf(year + 1)].find(({ first, last }) => first <= day && day <= last);
}

/** The first days off that begin after a day. */
export function daysOffAfter(day: Day): DaysOff | undefined {
  const year = Number(day.slice(0, 4));
  return [...daysOffOf(year), ...daysOffOf(year + 1)].find(({ first }) => first > day);
}

function nameOn(day: Day): string | undefined {
  const { work, name } = chineseDays.getDayDetail(day);
  const [, chinese] = name.split(",");
  if (chinese !== undefined) return work ? undefined : chinese;
  const year = Number(day.slice(0, 4));
  if (isPublished(year)) return undefined;
  const legal = legalDays(year);
  // A weekend next to such days is off with them.
  for (const near of weekdayOf(day) === 6 ? [0, -1, 1, 2] : weekdayOf(day) === 7 ? [0, 1, -1, -2] : [0]) {
    const found = legal.get(plusDays(day, near));
    if (found !== undefined) return found;
  }
  return undefined;
}

const laws = new Map<number, ReadonlyMap<Day, string>>();

function legalDays(year: number): ReadonlyMap<Day, string> {
  const found = laws.get(year);
  if (found !== undefined) return found;
  const days = new Map<Day, string>();
  for (const { festival, from, to } of BY_LAW)
    for (const day of readFestival(festival)?.(year) ?? [])
      for (const one of daysBetween(plusDays(day, from), plusDays(day, to))) days.set(one, festival);
  laws.set(year, days);
  return days;
}

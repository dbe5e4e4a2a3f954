import { parse } from "node-cron";
import { type Day, weekdayOf } from "../../shared/zone.ts";
import { daysOf } from "./days.ts";
import type { Pattern } from "./phrase.ts";

/** Reads a cron pattern that `validate` has let through. */
export function readCron(cron: string): Pattern {
  const { minute, hour, dayOfMonth, month, dayOfWeek } = parse(cron);
  // In cron either day field may name the day when both are given; a star names none.
  const [, , dates = "*", , weekdays = "*"] = cron.trim().split(/\s+/).slice(-5);
  const isDate = (day: Day): boolean => dayOfMonth.includes(Number(day.slice(8)));
  const isWeekday = (day: Day): boolean => dayOfWeek.includes(weekdayOf(day) % 7);
  const isOn = (day: Day): boolean => {
    if (!month.includes(Number(day.slice(5, 7)))) return false;
    if (dates !== "*" && weekdays !== "*") return isDate(day) || isWeekday(day);
    return isDate(day) && isWeekday(day);
  };
  return {
    days: (year) => daysOf(year).filter(isOn),
    times: hour.flatMap((one) => minute.map((other) => [one, other] as const)),
    namesWeekend: weekdays !== "*" && (dayOfWeek.includes(0) || dayOfWeek.includes(6)),
  };
}

import type { Instant } from "../shared/instant.ts";
import { type Day, plusDays, weekdayOf, type Zone } from "../shared/zone.ts";

const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"];

/** A promised time as people say it now: 今天18:00, 明天12:00, 9月23日（周三）18:00; with the year when it is another. */
export function sayTime(zone: Zone, at: Instant, now: Instant): string {
  const { hour, minute } = zone.local(at);
  const day = zone.day(at);
  const today = zone.day(now);
  const clock = `${hour}:${String(minute).padStart(2, "0")}`;
  if (day === today) return `今天${clock}`;
  if (day === plusDays(today, 1)) return `明天${clock}`;
  return `${sayDay(day, today)}${clock}`;
}

function sayDay(day: Day, today: Day): string {
  const [year, month, date] = day.split("-").map(Number);
  const prefix = day.slice(0, 4) === today.slice(0, 4) ? "" : `${year}年`;
  return `${prefix}${month}月${date}日（周${WEEKDAYS[weekdayOf(day) - 1]}）`;
}

import { type Day, weekdayOf } from "../shared/zone.ts";

const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"];

/** `9月18日周五`. */
export function sayDay(day: Day): string {
  return `${sayDate(day)}${sayWeekday(day)}`;
}

/** `9月18日`. */
export function sayDate(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

/** `周五`. */
export function sayWeekday(day: Day): string {
  return `周${WEEKDAYS[weekdayOf(day) - 1]}`;
}

/** `9:00`. */
export function sayClock({ hour, minute }: { readonly hour: number; readonly minute: number }): string {
  return `${hour}:${String(minute).padStart(2, "0")}`;
}

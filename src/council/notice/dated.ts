import type { Instant } from "../../shared/instant.ts";
import { weekdayOf } from "../../shared/zone.ts";
import type { Chamber } from "../chamber.ts";
import { toldTime } from "../words/times.ts";

const RELATIVE = /大后天|后天|明[天日早晚]|今[天日早晚]|(?:下下|下|本|这)个?(?:周|星期|礼拜)[一二三四五六日天]/g;
const PART: { readonly [char: string]: string } = { 早: "早上", 晚: "晚上" };
const WEEKDAYS = "一二三四五六日";

/** A text whose 明天 and 下周三 are days of the calendar: it may be said tomorrow, and read the day after. */
export function dated({ desk, readAhead }: Chamber, text: string, now: Instant): string {
  const { zone } = desk.calendar;
  return text.replace(RELATIVE, (word) => {
    const when = toldTime(readAhead, PART[word.at(-1) ?? ""] === undefined ? word : `${word.slice(0, 1)}天`, now);
    if (when === undefined) return word;
    const { month, day } = zone.local(when.from);
    return `${month}月${day}日（周${WEEKDAYS[weekdayOf(zone.day(when.from)) - 1]}）${PART[word.at(-1) ?? ""] ?? ""}`;
  });
}

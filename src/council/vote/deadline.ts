import type { Instant } from "../../shared/instant.ts";
import { after, minuteOf } from "../../shared/work-calendar.ts";
import { plusDays } from "../../shared/zone.ts";
import type { Chamber } from "../chamber.ts";
import type { StepName } from "./rules.ts";

const UNTIL =
  /[，,；;\s]*(?:(?:截止(?:时间|日期)?[到至是为:：]*|截至|到|至)\s*([^，,。；;\s]{1,14}?)(?:截止|为止|结束|止)?|(?<=[，,；;\s])([^，,。；;\s]{1,14}?)(?:截止|为止|结束|前(?:回复|反馈|提出?)?))[。.]*$/;

/** The words without the day until which they run, and the end of that day for people; `unclear` where it must be asked. */
export function deadlineIn(
  on: Chamber,
  text: string,
  now: Instant,
): { readonly rest: string; readonly until?: Instant | "unclear" } {
  const match = UNTIL.exec(text);
  if (match === null) return { rest: text.trim() };
  const when = on.readAhead(match[1] ?? match[2] ?? "", now);
  if (when === undefined) return { rest: text.trim() };
  const rest = text.slice(0, match.index).trim();
  return when === "unclear" ? { rest, until: "unclear" } : { rest, until: closing(on, when.to ?? when.from) };
}

/** The day that a text names, with or without 到. */
export function dayIn(on: Chamber, text: string, now: Instant): Instant | "unclear" | undefined {
  const when = on.readAhead(text, now);
  return when === undefined || when === "unclear" ? when : closing(on, when.to ?? when.from);
}

/** The end of a step for which nobody named a day. */
export function usualEnd(on: Chamber, does: StepName, now: Instant): Instant {
  const step = on.rules.deliberation.steps.find((one) => one.does === does);
  return step === undefined ? now : closing(on, after(on.desk.calendar, now, step.lasts));
}

/** What ends in the night ends in the evening before, while people are awake to see it. */
function closing({ desk: { calendar } }: Chamber, end: Instant): Instant {
  const [wakes, sleeps] = calendar.waking;
  const day = calendar.zone.day(end);
  if (end < minuteOf(calendar, day, wakes)) return minuteOf(calendar, plusDays(day, -1), sleeps);
  return Math.min(end, minuteOf(calendar, day, sleeps));
}

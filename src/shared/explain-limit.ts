import type { Instant } from "./instant.ts";
import { after, closing, type Span, type WorkCalendar } from "./work-calendar.ts";
import { type Day, daysBetween, weekdayOf } from "./zone.ts";

const UNITS: Readonly<Record<Span["unit"], string>> = {
  m: "分钟",
  h: "小时",
  d: "天",
  ah: "小时",
  wh: "个工作小时",
  wd: "个工作日",
};

/**
 * How a limit came about, for people: `7 个工作日，自 9 月 14 日起，含 9 月 20 日调休上班`.
 * Only working time names days: the weekends that were worked and the weekdays that were not, from `from` to `end`, and that the
 * holidays are not certain when a year among them is not published. A year is named when it is not that of `from`.
 * `end` is the limit itself when it is not simply `after` (see `afterPaused`); `isPausable` says that pauses put it off.
 */
export function explainLimit(
  calendar: WorkCalendar,
  from: Instant,
  span: Span,
  end: Instant = after(calendar, from, span),
  isPausable = false,
): string {
  const pause = isPausable ? ["遇暂停顺延"] : [];
  if (span.unit !== "wd" && span.unit !== "wh") return [length(calendar, span), ...pause].join("，");

  const first = calendar.zone.day(from);
  const days = daysBetween(first, calendar.zone.day(end));
  const isCertain = days.every((day) => calendar.isPublished?.(Number(day.slice(0, 4))) ?? true);
  const madeUp = days
    .filter((day) => weekdayOf(day) > 5 && calendar.isWorkday(day) && counts(calendar, span, day, from))
    .map((day) => dateOf(day, first));
  const off = holidays(calendar, days).map((range) => rangeText(range, first));
  const parts = [
    length(calendar, span),
    ...(span.unit === "wd" ? [`自 ${dateOf(first, first)}起`] : []),
    ...(madeUp.length > 0 ? [`含 ${madeUp.join("、")}调休上班`] : []),
    ...(off.length > 0 ? [`不含 ${off.join("、")}放假`] : []),
    ...pause,
  ];
  return parts.join("，") + (isCertain ? "" : "（节假日以国务院公布为准）");
}

/** `4 个工作小时（午休不计）`; what is left out is only named when the community has it. */
function length({ working, waking }: WorkCalendar, { count, unit }: Span): string {
  const text = `${count} ${UNITS[unit]}`;
  if (unit === "wh" && working.length > 1) return `${text}（午休不计）`;
  if (unit === "ah" && waking[1] - waking[0] < 24 * 60) return `${text}（夜间不计）`;
  return text;
}

/** Whether a working day is one of those counted: working days begin on the day after `from`, working hours at once. */
function counts(calendar: WorkCalendar, { unit }: Span, day: Day, from: Instant): boolean {
  return unit === "wh" ? closing(calendar, day) > from : day !== calendar.zone.day(from);
}

type Range = { readonly first: Day; readonly last: Day };

/** The weekdays off; a weekend between two of them does not part them. */
function holidays(calendar: WorkCalendar, days: readonly Day[]): readonly Range[] {
  const ranges: Range[] = [];
  let isOpen = false;
  for (const day of days) {
    if (calendar.isWorkday(day)) isOpen = false;
    else if (weekdayOf(day) <= 5) {
      const first = isOpen ? (ranges.pop()?.first ?? day) : day;
      ranges.push({ first, last: day });
      isOpen = true;
    }
  }
  return ranges;
}

/** `10 月 1 日至 7 日`: the second date says only what the first does not. */
function rangeText({ first, last }: Range, beside: Day): string {
  if (first === last) return dateOf(first, beside);
  const end = first.slice(0, 7) === last.slice(0, 7) ? `${Number(last.slice(8))} 日` : dateOf(last, first);
  return `${dateOf(first, beside)}至 ${end}`;
}

/** `10 月 1 日`, or `2027 年 1 月 4 日` beside a day of another year. */
function dateOf(day: Day, beside: Day): string {
  const [year, month, date] = day.split("-").map(Number);
  const text = `${month} 月 ${date} 日`;
  return day.slice(0, 4) === beside.slice(0, 4) ? text : `${year} 年 ${text}`;
}

import type { Instant } from "../shared/instant.ts";
import { plusDays, weekdayOf } from "../shared/zone.ts";
import { aliasOf, type Desk } from "../tickets/desk.ts";
import { answer } from "../tickets/saying/compose.ts";
import type { Sentence } from "../tickets/saying/sentence.ts";
import type { Fill, Wordings } from "../tickets/saying/wording.ts";
import type { Calendar, Entry } from "./calendar.ts";
import type { WeekFigures } from "./figures.ts";
import { counted, line as lineOf, sayDate } from "./reports/words.ts";
import { slotsBetween } from "./slots.ts";

const WEEK = 7 * 24 * 60 * 60 * 1000;

/**
 * One group's weekly announcement: what came, what was settled, what is open by category, thanks, and next week's activities.
 * `from` is the slot of the announcement before, so that no matter falls between two of them.
 */
export function weeklyAnnouncement(
  { desk, wordings, calendar }: { readonly desk: Desk; readonly wordings: Wordings; readonly calendar: Calendar },
  entry: Pick<Entry, "name">,
  room: string,
  figures: WeekFigures,
  from: Instant,
  slot: Instant,
  decided: readonly string[] = [],
): Sentence {
  const text = (name: string, values: Fill = {}) => lineOf({ desk, wordings }, name, values);
  const open = openIn(figures);
  const isQuiet = isQuietWeek(figures);
  const otherwise = figures.otherwise.map(({ outcome, count }) => ({ name: text(`outcome.${outcome}`), count }));
  const lines = [
    isQuiet
      ? text("weekly.quiet")
      : text(open === 0 ? "weekly.figuresDone" : "weekly.figures", {
          received: figures.received,
          settled: figures.settled,
          open,
        }),
    otherwise.length === 0 ? "" : text("weekly.otherwise", { outcomes: counted(otherwise, otherwise.length) }),
    figures.reopened === 0 ? "" : text("weekly.reopened", { count: figures.reopened }),
    open === 0
      ? ""
      : text("weekly.open", { categories: figures.open.map(({ category, count }) => `${category}${count}件`).join("、") }),
    figures.handlers.length === 0
      ? ""
      : text("weekly.thanks", { people: figures.handlers.map((name) => aliasOf(desk, name)).join("、") }),
    figures.community === undefined ? "" : text("weekly.community", figures.community),
    ...decided,
    nextWeek(desk, calendar, slot, text),
  ];
  const { zone } = desk.calendar;
  return answer(
    wordings,
    `${entry.name}:${room}:${slot}`,
    { room },
    "weekly",
    {
      community: desk.community.name,
      from: sayDate(zone, from),
      to: sayDate(zone, slot),
      lines: lines.filter((line) => line !== "").join("\n"),
    },
    slot,
  );
}

/** Whether nothing came, went or waits in a group. */
export function isQuietWeek(figures: WeekFigures): boolean {
  return figures.received + figures.reopened + figures.settled + figures.otherwise.length + openIn(figures) === 0;
}

/** What is being worked on at the end of the week. */
export function openIn({ open }: WeekFigures): number {
  return open.reduce((sum, { count }) => sum + count, 0);
}

const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"];

/** Activities of the seven days after the announcement: `周五9:00党群服务中心免费测血糖、量血压`. */
function nextWeek(
  { calendar: work }: Desk,
  calendar: Calendar,
  slot: Instant,
  text: (name: string, values: { activities: string }) => string,
): string {
  const { zone } = work;
  const end = zone.instant(plusDays(zone.day(slot), 7), 23, 59);
  const found = calendar.activities
    .flatMap((activity) =>
      slotsBetween(activity, work, slot, Math.max(end, slot + WEEK)).map((at) => ({ at, title: activity.title })),
    )
    .sort((a, b) => a.at - b.at);
  if (found.length === 0) return "";
  const said = found.map(({ at, title }) => {
    const { month, day, hour, minute } = zone.local(at);
    return `${month}月${day}日（周${WEEKDAYS[weekdayOf(zone.day(at)) - 1]}）${hour}:${String(minute).padStart(2, "0")} ${title}`;
  });
  return text("weekly.next", { activities: said.join("；") });
}

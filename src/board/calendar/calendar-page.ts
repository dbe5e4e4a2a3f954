import { html } from "hono/html";
import type { Previewed } from "../../schedule/preview.ts";
import { type Day, plusDays, weekdayOf } from "../../shared/zone.ts";
import type { Html } from "../shell/layout.ts";

const WEEKDAYS = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

export type Planned = {
  readonly today: Day;
  readonly days: number;
  readonly items: readonly Previewed[];
  readonly isWorkday: (day: Day) => boolean;
};

/** Week by week, a row for each day: what the bot will say, where, and why just then. */
export function calendarPage({ today, days, items, isWorkday }: Planned): Html {
  const weeks = weeksOf(today, days);
  return html`<div class="head"><h1>日历</h1><p class="count">接下来 ${days} 天要说 ${items.length} 条</p></div>
<nav class="tabs" aria-label="看多久"><ul>
${[7, 30].map((count) => html`<li><a href="/calendar?days=${count}"${count === days ? html` aria-current="page"` : ""}>${count} 天</a></li>`)}
</ul></nav>
${weeks.map(
  (week) => html`<table class="week"><caption>${title(week)}</caption>
<thead class="hidden"><tr><th scope="col">日子</th><th scope="col">要说的</th></tr></thead>
<tbody>${week.map((day) => row(day, items, isWorkday(day), day === today))}</tbody></table>`,
)}
<p class="note">这是按日历规则算出来的。当天的数字、议题和天气到时候才填。</p>`;
}

function row(day: Day, items: readonly Previewed[], isWorkday: boolean, isToday: boolean): Html {
  const mine = items.filter((one) => one.day === day);
  return html`<tr class="${isWorkday ? "" : "off"}${isToday ? " today" : ""}"><th scope="row">${Number(day.slice(5, 7))}月${Number(day.slice(8))}日<span>${WEEKDAYS[weekdayOf(day) - 1]}${isToday ? " 今天" : ""}${isWorkday ? "" : " 休"}</span></th>
<td>${mine.length === 0 ? html`<span class="quiet">没有</span>` : html`<ul>${mine.map(item)}</ul>`}</td></tr>`;
}

const DOES: Readonly<Record<Previewed["does"], string>> = {
  say: "播报",
  tips: "小贴士",
  duty: "值班提醒",
  round: "巡查提醒",
  meeting: "会议通知",
  weeklyAnnouncement: "每周播报",
  weeklyReview: "周报",
  monthlyAnalysis: "月报",
  yearlyReport: "年报",
};

function item({ time, does, title: called, rooms, marks, words }: Previewed): Html {
  return html`<li><b>${time} ${called ?? DOES[does]}</b> <span class="where">${rooms.join("、")}${marks.join("")}</span><p>${words}</p></li>`;
}

function title(week: readonly Day[]): string {
  const [first = "", last = first] = [week[0], week.at(-1)];
  return `${Number(first.slice(5, 7))}月${Number(first.slice(8))}日到${Number(last.slice(5, 7))}月${Number(last.slice(8))}日`;
}

/** From today on, cut at each Sunday. */
function weeksOf(today: Day, days: number): readonly (readonly Day[])[] {
  const weeks: Day[][] = [];
  for (let index = 0; index < days; index++) {
    const day = plusDays(today, index);
    if (weeks.length === 0 || weekdayOf(day) === 1) weeks.push([]);
    weeks.at(-1)?.push(day);
  }
  return weeks;
}

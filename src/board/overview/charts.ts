import { html } from "hono/html";
import type { Step } from "../../schedule/reports/period.ts";
import type { Row } from "../../schedule/reports/tally.ts";
import type { Html } from "../shell/layout.ts";
import { listAddress } from "../tickets/filter.ts";

const WIDTH = 480;
const HEIGHT = 220;
const BASE = 180;
const TOP = 24;

/** Weeks side by side: what came in and what ended. The numbers stand on the bars, so that nobody has to guess at a scale. */
export function trendChart(steps: readonly Step[], sayDay: (at: number) => string): Html {
  const most = Math.max(1, ...steps.flatMap(({ opened, closed }) => [opened, closed]));
  const wide = WIDTH / Math.max(steps.length, 1);
  const bar = (value: number, x: number, kind: string): Html => {
    const high = Math.round(((BASE - TOP) * value) / most);
    return html`<rect class="${kind}" x="${x}" y="${BASE - high}" width="${wide / 2 - 5}" height="${high}" rx="3"/><text class="value" x="${x + wide / 4 - 2}" y="${BASE - high - 5}">${value}</text>`;
  };
  const weeks = steps.map(
    ({ from, opened, closed }, index) =>
      html`${bar(opened, index * wide + 4, "in")}${bar(closed, index * wide + wide / 2 + 1, "out")}<text class="week" x="${index * wide + wide / 2}" y="${BASE + 20}">${sayDay(from)}</text>`,
  );
  const told = steps.map(({ from, opened, closed }) => `${sayDay(from)}起一周新增 ${opened} 件、结束 ${closed} 件`).join("；");
  return html`<svg class="trend" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${told}"><line x1="0" x2="${WIDTH}" y1="${BASE}" y2="${BASE}"/>${weeks}</svg>
<p class="legend"><span class="in">新增</span><span class="out">结束</span></p>`;
}

/** What most of it is about. */
export function categoryBars(rows: readonly Row[]): Html {
  const shown = rows.slice(0, 8);
  const most = Math.max(1, ...shown.map(({ opened }) => opened));
  if (shown.length === 0) return html`<p class="empty">这段时间没有新的事。</p>`;
  return html`<ul class="bars">${shown.map(
    ({ name, opened, open }) => html`<li><a href="${listAddress({ category: name, state: "all" })}">${name}</a>
<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="in" width="${Math.round((100 * opened) / most)}" height="10" rx="2"/></svg>
<span>${opened} 件，在办 ${open}</span></li>`,
  )}</ul>`;
}

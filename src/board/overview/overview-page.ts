import { html } from "hono/html";
import type { Rates, UnitFigures } from "../../schedule/rates.ts";
import type { RunFigures } from "../../schedule/reports/running.ts";
import type { Community } from "../../shared/community.ts";
import type { Html } from "../shell/layout.ts";
import { listAddress } from "../tickets/filter.ts";
import { listRows, type Row } from "../tickets/list-rows.ts";
import { categoryBars, trendChart } from "./charts.ts";
import { communityMap } from "./map.ts";
import type { Counts, PlaceCount } from "./overview-port.ts";

export type Overview = {
  readonly community: Community;
  readonly counts: Counts;
  readonly places: readonly PlaceCount[];
  /** Undefined while they are counted for the first time. */
  readonly figures?: RunFigures;
  /** They are being counted anew: the page looks again soon. */
  readonly isCounting: boolean;
  readonly units: readonly UnitFigures[];
  readonly overdue: readonly Row[];
  readonly sayDay: (at: number) => string;
  /** When the figures were counted. */
  readonly countedAt?: string;
  readonly isStaff: boolean;
};

/** The community at one look: today, what is late, where, how well, and whither it goes. */
export function overviewPage(shown: Overview): Html {
  const { community, counts, places, overdue, isStaff, isCounting } = shown;
  const late =
    overdue.length === 0
      ? html`<p class="empty">没有超期的事。</p>`
      : html`${listRows(overdue)}<p><a href="${listAddress({ overdue: "1" })}">看全部超期的</a></p>`;
  return html`<h1>总览</h1>
${isStaff ? numbers(counts) : ""}
<div class="two"${isCounting ? html` data-soon` : ""}>
<div>
${isStaff ? html`<section aria-labelledby="map-name"><h2 id="map-name">在哪里</h2>${communityMap(community, places)}</section>` : ""}
<section aria-labelledby="late-name"><h2 id="late-name">${isStaff ? "超期的" : "和您有关、超期的"}</h2>${late}</section>
${isStaff ? "" : html`<p><a class="button" href="/tickets">看和您有关的事</a></p>`}
</div>
<div>
${shown.figures === undefined ? html`<section><h2>近四周</h2><p class="empty">正在统计，几秒后出来。没出来请刷新。</p></section>` : weeks(shown, shown.figures)}
</div>
</div>`;
}

function weeks({ isStaff, units, sayDay, countedAt = "" }: Overview, { rates: found, trend, categories }: RunFigures): Html {
  return html`${isStaff ? html`<section aria-labelledby="rates-name"><h2 id="rates-name">三率（近四周）</h2>${rates(found, countedAt)}</section>` : ""}
<section aria-labelledby="trend-name"><h2 id="trend-name">${isStaff ? "八周走势" : "全社区八周走势"}</h2>${trendChart(trend, sayDay)}</section>
${isStaff ? html`<section aria-labelledby="categories-name"><h2 id="categories-name">什么事多（近四周）</h2>${categoryBars(categories)}</section>` : ""}
${units.length === 0 ? "" : html`<section aria-labelledby="units-name"><h2 id="units-name">单位响应（近四周）</h2>${responses(units)}</section>`}`;
}

function numbers(counts: Counts): Html {
  return html`<ul class="numbers">
  ${number("今天新增", counts.opened, listAddress({ state: "all", today: "opened" }))}
  ${number("今天结束", counts.closed, listAddress({ state: "closed", today: "closed" }))}
  ${number(counts.asked === 0 ? "在办" : `在办，另 ${counts.asked} 件待认定`, counts.open, listAddress({}))}
  ${number("超期", counts.late, listAddress({ overdue: "1" }), counts.late > 0)}
</ul>`;
}

function number(name: string, count: number, address: string, isBad = false): Html {
  return html`<li${isBad ? html` class="bad"` : ""}><a href="${address}"><b>${count}</b><span>${name}</span></a></li>`;
}

/** Each with what it is a share of, before and after a person took some out with a reason (DOMAIN: Three rates). */
function rates({ all, left }: RunFigures["rates"], countedAt: string): Html {
  const line = (name: string, of: (one: Rates) => number): Html =>
    html`<tr><th scope="row">${name}</th><td>${share(of(all), all.count)}</td><td>${share(of(left), left.count)}</td></tr>`;
  return html`<table class="rates"><thead><tr><th scope="col"></th><th scope="col">全部回访</th><th scope="col">剔除后</th></tr></thead><tbody>
${line("响应率", ({ responded }) => responded)}${line("解决率", ({ resolved }) => resolved)}
<tr><th scope="row">满意率</th><td>${satisfied(all)}</td><td>${satisfied(left)}</td></tr>
<tr><th scope="row">综合分</th><td>${score(all)}</td><td>${score(left)}</td></tr>
</tbody></table><p class="note">分母是居民评价过的件数；剔除的每件都写明了原因。截至${countedAt}。</p>`;
}

function share(part: number, whole: number): Html {
  return whole === 0
    ? html`<span class="none">还没有</span>`
    : html`<b>${percent(part / whole)}</b> <span class="of">${part}/${whole}</span>`;
}

function satisfied({ count, satisfied: good, basically, satisfaction }: Rates): Html {
  if (satisfaction === undefined) return html`<span class="none">还没有</span>`;
  return html`<b>${percent(satisfaction)}</b> <span class="of">${good}${basically === 0 ? "" : `+基本满意 ${basically}`}/${count}</span>`;
}

function score({ score: points }: Rates): string {
  return points === undefined ? "—" : points.toFixed(1);
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)}%`;
}

function responses(units: readonly UnitFigures[]): Html {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="单位响应"><table class="units"><thead><tr><th scope="col">单位</th><th scope="col">吹哨</th><th scope="col">报到</th><th scope="col">平均分钟</th><th scope="col">异议</th><th scope="col">办结</th></tr></thead><tbody>${units.map(
    ({ unit, called, reportedIn, objected, finished, minutes }) =>
      html`<tr><th scope="row">${unit}</th><td>${called}</td><td>${reportedIn}</td><td>${minutes === undefined ? "—" : Math.round(minutes)}</td><td>${objected}</td><td>${finished}</td></tr>`,
  )}</tbody></table></div>`;
}

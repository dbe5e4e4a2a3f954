import { html } from "hono/html";
import { allGrids, type Community } from "../../shared/community.ts";
import { KINDS, URGENCIES } from "../../tickets/reading.ts";
import type { Html } from "../shell/layout.ts";
import { type Filter, listAddress } from "./filter.ts";
import { listRows, type Row } from "./list-rows.ts";
import { KIND_NAMES, URGENCY_NAMES } from "./names.ts";

export type Listed = {
  readonly rows: readonly Row[];
  readonly filter: Filter;
  /** `31`, or `1000+`. */
  readonly count: string;
  /** The `after` of the next page. */
  readonly next?: string;
  readonly community: Community;
  readonly categories: readonly string[];
  readonly problem?: string;
};

/** The list with its filters; every change is an address of its own, so that it can be kept and sent on. */
export function listPage(listed: Listed): Html {
  const { rows, filter, count, next } = listed;
  const { after, ...first } = filter;
  return html`<div class="head"><h1>事项</h1><p class="count">${count} 件</p></div>
${filters(listed)}
${listed.problem === undefined ? "" : html`<p class="note" role="status">${listed.problem}</p>`}
${rows.length === 0 ? html`<p class="empty">没有找到。换个条件，或<a href="/tickets">看全部在办的</a>。</p>` : listRows(rows)}
<nav class="pages" aria-label="翻页">
  ${after === undefined ? "" : html`<a class="button quiet" href="${listAddress(first)}">回到开头</a>`}
  ${next === undefined ? "" : html`<a class="button" rel="next" href="${listAddress({ ...first, after: next })}">下一页</a>`}
</nav>`;
}

type Option = readonly [value: string, name: string];

function filters({ filter, community, categories }: Listed): Html {
  const places = community.estates.flatMap(({ name, buildings = 0 }): readonly Option[] => [
    [name, name],
    [`${name} ?`, `${name} 楼栋不明`],
    ...Array.from({ length: buildings }, (_, index): Option => [`${name} ${index + 1}`, `${name} ${index + 1}号楼`]),
  ]);
  const narrowed = [
    filter.kind,
    filter.category,
    filter.urgency,
    filter.grid,
    filter.place,
    filter.handler,
    filter.overdue,
    filter.today,
  ];
  return html`<form class="filters" method="get" action="/tickets" role="search">
  <div class="search"><label class="hidden" for="q">编号或几个字</label><input id="q" name="q" type="search" maxlength="60" value="${filter.q ?? ""}" placeholder="编号，或几个字"><button type="submit">查找</button></div>
  <details${narrowed.some((one) => one !== undefined) ? html` open` : ""}><summary>筛选和排序</summary>
  <div class="fields">
  ${choice("state", "状态", filter.state ?? "open", [
    ["open", "在办"],
    ["closed", "已结束"],
    ["all", "全部"],
  ])}
  ${choice("kind", "类型", filter.kind, [["", "全部"], ...KINDS.filter((kind) => kind !== "none").map((kind): Option => [kind, KIND_NAMES[kind] ?? kind]), ["others", "除矛盾纠纷外"]])}
  ${choice("category", "类别", filter.category, [["", "全部"], ...categories.map((name): Option => [name, name])])}
  ${choice("urgency", "缓急", filter.urgency, [["", "全部"], ...URGENCIES.map((one): Option => [one, URGENCY_NAMES[one] ?? one])])}
  ${choice("grid", "网格", filter.grid, [["", "全部"], ...allGrids(community.grids).map(({ name }): Option => [name, name])])}
  ${choice("place", "小区楼栋", filter.place, [["", "全部"], ...places])}
  ${choice("handler", "经办人", filter.handler, [["", "全部"], ...community.people.map(({ name, alias }): Option => [name, alias])])}
  ${choice("overdue", "期限", filter.overdue, [
    ["", "不限"],
    ["1", "只看超期"],
  ])}
  ${choice("today", "今天", filter.today, [
    ["", "不限"],
    ["opened", "今天新增的"],
    ["closed", "今天结束的"],
  ])}
  ${choice("sort", "排序", filter.sort, [
    ["", "新的在前"],
    ["old", "旧的在前"],
    ["due", "快到期的在前"],
  ])}
  </div><button type="submit">按这些条件看</button>
  </details>
</form>`;
}

function choice(name: string, label: string, chosen: string | undefined, options: readonly Option[]): Html {
  return html`<label>${label}<select name="${name}">${options.map(
    ([value, text]) => html`<option value="${value}"${value === (chosen ?? "") ? html` selected` : ""}>${text}</option>`,
  )}</select></label>`;
}

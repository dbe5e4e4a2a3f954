import { html } from "hono/html";
import type { Html } from "../shell/layout.ts";
import type { Row } from "../tickets/list-rows.ts";
import { KIND_NAMES } from "../tickets/names.ts";

/** Something that a unit or a volunteer has taken on. */
export type Taken = Row & { readonly by: string; readonly since: string; readonly isOver: boolean };

export type Lists = {
  readonly needs: readonly Row[];
  readonly offers: readonly { readonly unit: string; readonly text: string; readonly day: string }[];
  readonly projects: readonly Taken[];
  /** So many of each are shown at most: a full list may go on. */
  readonly most: number;
};

/** 三清单: what is needed, what is offered, and what was agreed on with its dates. */
export function listsPage({ needs, offers, projects, most }: Lists): Html {
  const count = (list: readonly unknown[]): string => (list.length < most ? `${list.length}` : `最近 ${most}`);
  return html`<div class="head"><h1>三清单</h1><p class="count">需求 ${count(needs)} · 资源 ${count(offers)} · 项目 ${count(projects)}</p></div>
<section aria-labelledby="needs-name"><h2 id="needs-name">需求清单：等单位来接的</h2>
${needs.length === 0 ? html`<p class="empty">现在没有等着的需求。</p>` : html`<ul class="rows">${needs.map(need)}</ul>`}</section>
<section aria-labelledby="offers-name"><h2 id="offers-name">资源清单：单位能提供的</h2>
${offers.length === 0 ? html`<p class="empty">还没有。单位联系人私聊小格说“资源 …”就会记在这里。</p>` : html`<ul class="plain-list">${offers.map(({ unit, text, day }) => html`<li><span><b>${unit}</b> ${text}</span> <span class="when">${day}</span></li>`)}</ul>`}</section>
<section aria-labelledby="projects-name"><h2 id="projects-name">项目清单：已经接下的</h2>
${projects.length === 0 ? html`<p class="empty">还没有接下的项目。</p>` : html`<ul class="rows">${projects.map(project)}</ul>`}</section>`;
}

function need({ number, kind, title, place, category, handler, due }: Row): Html {
  return html`<li><a href="/tickets/${number}"><span class="no">#${number}</span>
<span class="what"><b>${title}</b><span class="where">${[KIND_NAMES[kind] ?? kind, category, place, kind === "wish" ? "" : handler].filter((part) => part !== "").join(" · ")}</span></span>
<span class="step">${kind === "wish" ? "待认领" : "已吹哨"}</span><span class="when">${due === undefined ? "" : `${due.text}前`}</span></a></li>`;
}

function project({ number, kind, title, place, by, since, due, isOver, step }: Taken): Html {
  return html`<li><a href="/tickets/${number}"><span class="no">#${number}</span>
<span class="what"><b>${title}</b><span class="where">${[KIND_NAMES[kind] ?? kind, by, place].filter((part) => part !== "").join(" · ")}</span></span>
<span class="step${isOver ? " done" : ""}">${isOver ? "已办结" : step}</span><span class="when${due?.isLate === true ? " late" : ""}">${since}${due === undefined ? "" : ` → ${due.text}${due.isLate ? "（超期）" : ""}`}</span></a></li>`;
}

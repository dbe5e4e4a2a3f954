import { html } from "hono/html";
import type { Affair } from "../../council/affair.ts";
import type { Html } from "../shell/layout.ts";
import { AFFAIR_NAMES, SHOWN_KINDS, type ShownKind, stageName } from "./names.ts";

/** The list's row in words. */
export type Listing = {
  readonly affairs: readonly Affair[];
  readonly kind?: ShownKind;
  readonly mayBegin: boolean;
  readonly sayTime: (at: number) => string;
};

/** What is announced, met about, voted and asked; the latest first. */
export function listPage({ affairs, kind, mayBegin, sayTime }: Listing): Html {
  return html`<div class="head"><h1>会务</h1><p class="count">通知、会议、议事、问卷</p></div>
<nav class="tabs" aria-label="类别"><ul>
<li><a href="/affairs"${kind === undefined ? html` aria-current="page"` : ""}>全部</a></li>
${SHOWN_KINDS.map((one) => html`<li><a href="/affairs?kind=${one}"${one === kind ? html` aria-current="page"` : ""}>${AFFAIR_NAMES[one]}</a></li>`)}
</ul></nav>
${mayBegin ? html`<p class="begins"><a class="button" href="/affairs/new">新发起</a></p>` : ""}
${affairs.length === 0 ? html`<p class="empty">还没有。在私聊里对小格说“通知 …”或“会议 …”，或点“新发起”。</p>` : html`<ul class="rows">${affairs.map((one) => row(one, sayTime))}</ul>`}`;
}

function row(affair: Affair, sayTime: Listing["sayTime"]): Html {
  const when = affair.kind === "meeting" ? affair.at : affair.openedAt;
  return html`<li><a href="/affairs/${affair.kind}/${affair.number}">
<span class="no">${AFFAIR_NAMES[affair.kind]}${affair.number}</span>
<span class="what"><b>${titleOf(affair)}</b><span class="where">${affair.kind === "survey" ? "私聊问卷" : affair.rooms.join("、")}</span></span>
<span class="step">${stageName(affair)}</span><span class="when">${sayTime(when)}</span></a></li>`;
}

/** The words that stand for an affair in a list. */
export function titleOf(affair: Affair): string {
  switch (affair.kind) {
    case "notice":
      return affair.body.length > 60 ? `${affair.body.slice(0, 60)}…` : affair.body;
    case "vote":
      return affair.topic;
    default:
      return affair.title;
  }
}

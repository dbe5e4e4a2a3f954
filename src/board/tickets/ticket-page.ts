import { html } from "hono/html";
import type { Html } from "../shell/layout.ts";
import { stepBar } from "../shell/step-bar.ts";

/** A moment as it is shown. */
export type Time = { readonly iso: string; readonly text: string };

/** Everything of one ticket that its reader may know. */
export type TicketView = {
  readonly number: number;
  readonly title: string;
  readonly kind: string;
  readonly step: string;
  readonly outcome?: string;
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly clocks: readonly {
    readonly name: string;
    readonly at: Time;
    readonly why?: string;
    readonly state: "" | "promised" | "late";
  }[];
  readonly source?: string;
  /** Undefined: this reader is not told what was said. */
  readonly said?: readonly {
    readonly alias: string;
    readonly at: Time;
    readonly text: string;
    readonly file?: string;
    readonly isPhoto: boolean;
  }[];
  readonly history: readonly { readonly at: Time; readonly name: string; readonly by: string; readonly text?: string }[];
  /** So many older lines and events are left out. */
  readonly left: number;
};

/** One ticket: where it stands, what to do, what was said, the clocks, the history. */
export function ticketPage(view: TicketView, orders: Html, told: Html): Html {
  const { number, title, kind, step, outcome } = view;
  return html`<p><a href="/tickets">← 全部事项</a></p>
<div class="head"><h1><span class="no">#${number}</span> ${title}</h1><p><span class="tag">${kind}</span>${outcome === undefined ? "" : html` <span class="tag">${outcome}</span>`}</p></div>
${told}
${stepBar(step)}
<div class="two">
<div>
<section class="todo" aria-labelledby="orders-name"><h2 id="orders-name">现在可以办</h2>${orders}</section>
${view.said === undefined ? "" : said(view.said)}
</div>
<div>
<section aria-labelledby="facts-name"><h2 id="facts-name">情况</h2><dl class="facts">${view.facts.map(({ name, text }) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl></section>
${view.clocks.length === 0 ? "" : clocks(view)}
${history(view)}
</div>
</div>`;
}

function said(lines: NonNullable<TicketView["said"]>): Html {
  const shown = lines.map(
    ({ alias, at, text, file, isPhoto }) => html`<li><p class="by">${alias} <time datetime="${at.iso}">${at.text}</time></p>
${text === "" ? "" : html`<p class="words">${text}</p>`}
${file === undefined ? "" : isPhoto ? html`<a href="${file}"><img src="${file}" alt="${alias}发的照片" loading="lazy" width="160"></a>` : html`<a href="${file}">下载附件</a>`}</li>`,
  );
  return html`<section aria-labelledby="said-name"><h2 id="said-name">居民的话</h2>${lines.length === 0 ? html`<p class="note">没有留下原话，或已经撤回。</p>` : html`<ul class="said">${shown}</ul>`}</section>`;
}

function clocks({ clocks: all, source }: TicketView): Html {
  const shown = all.map(
    ({ name, at, why, state }) =>
      html`<li class="${state}"><p><b>${name}</b> <time datetime="${at.iso}">${at.text}</time>${state === "late" ? html` <b class="late">已超期</b>` : ""}</p>${why === undefined ? "" : html`<p class="why">${why}</p>`}</li>`,
  );
  return html`<section aria-labelledby="clocks-name"><h2 id="clocks-name">期限</h2><ul class="clocks">${shown}</ul>${source === undefined ? "" : html`<p class="note">依据：${source}</p>`}</section>`;
}

function history({ history: events, left }: TicketView): Html {
  const shown = events.map(
    ({ at, name, by, text }) =>
      html`<li><time datetime="${at.iso}">${at.text}</time> <b>${name}</b> ${by}${text === undefined ? "" : html`<p>${text}</p>`}</li>`,
  );
  return html`<section aria-labelledby="history-name"><h2 id="history-name">经过</h2>${left === 0 ? "" : html`<p class="note">更早的 ${left} 条没有列出。</p>`}<ol class="history">${shown}</ol></section>`;
}

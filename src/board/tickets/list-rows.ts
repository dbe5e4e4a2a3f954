import { html } from "hono/html";
import type { Html } from "../shell/layout.ts";
import { KIND_NAMES, OUTCOME_NAMES } from "./names.ts";

/** One line of the list, as its reader may know it. */
export type Row = {
  readonly number: number;
  readonly kind: string;
  readonly category: string;
  readonly title: string;
  readonly place: string;
  readonly step: string;
  readonly handler: string;
  readonly opened: string;
  readonly outcome?: string;
  readonly due?: { readonly iso: string; readonly text: string; readonly isLate: boolean };
};

/** Tickets one below the other, each a link to its page. */
export function listRows(rows: readonly Row[]): Html {
  return html`<ul class="rows">${rows.map(row)}</ul>`;
}

function row({ number, kind, category, title, place, step, handler, opened, outcome, due }: Row): Html {
  const end = outcome === undefined ? step : (OUTCOME_NAMES[outcome] ?? outcome);
  const when =
    due === undefined
      ? html`<span class="when">${opened}</span>`
      : html`<time class="when${due.isLate ? " late" : ""}" datetime="${due.iso}">${due.isLate ? "超期 " : ""}${due.text}${due.isLate ? "" : "前"}</time>`;
  return html`<li${due?.isLate === true ? html` class="late"` : ""}><a href="/tickets/${number}">
  <span class="no">#${number}</span>
  <span class="what"><b>${title}</b><span class="where">${[KIND_NAMES[kind] ?? kind, category, place, handler].filter((part) => part !== "").join(" · ")}</span></span>
  <span class="step${outcome === undefined ? "" : " done"}">${end}</span>${when}
</a></li>`;
}

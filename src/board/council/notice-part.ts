import { html } from "hono/html";
import type { Notice } from "../../council/affair.ts";
import type { Receipt } from "../../council/shelf.ts";
import type { Instant } from "../../shared/instant.ts";
import type { Html } from "../shell/layout.ts";

const STATES: Readonly<Record<Receipt["state"], string>> = {
  waiting: "等着发",
  sending: "正在发",
  said: "已送到",
  held: "没送到",
  dropped: "没发",
};

/** A notice: its words, its correction that waits, and which groups have it. */
export function noticePart(
  { body, correction, when, rooms, stage }: Notice,
  receipts: readonly Receipt[],
  sayTime: (at: Instant) => string,
): Html {
  const there = rooms.filter((room) => stateIn(receipts, room) === "said").length;
  return html`<blockquote class="words">${body}</blockquote>
${when === undefined ? "" : html`<p class="note">说的是${sayTime(when.from)}的事。</p>`}
${correction === undefined ? "" : html`<h2>等着确认的更正</h2><blockquote class="words">${correction.body}</blockquote>`}
<h2>发到哪里</h2>
<p class="note">${stage === "draft" ? `确认后发到 ${rooms.length} 个群。` : `${rooms.length} 个群，已送到 ${there} 个。`}</p>
<ul class="plain-list">${rooms.map((room) => {
    const state = stateIn(receipts, room);
    return html`<li><span>${room}</span> <b class="${state === "held" ? "late" : ""}">${state === undefined ? "还没发" : STATES[state]}</b></li>`;
  })}</ul>`;
}

function stateIn(receipts: readonly Receipt[], room: string): Receipt["state"] | undefined {
  return receipts.findLast((one) => one.room === room)?.state;
}

import { html } from "hono/html";
import type { Draft } from "../../outbox/by-hand.ts";
import type { Tended } from "../../outbox/queue.ts";
import type { Instant } from "../../shared/instant.ts";
import { ownForm, type Told, toldNote } from "../halls/forms.ts";
import type { Html } from "../shell/layout.ts";
import type { Session } from "../sign-in/sessions.ts";
import { draftsPart } from "./drafts-part.ts";
import { addressed, plainWhy, purposeOf, waitsFor } from "./in-words.ts";
import { isPlain, mayHandle } from "./may-read.ts";

/** What the outbox's page shows. */
export type Shown = {
  readonly session: Session;
  readonly now: Instant;
  readonly waking: Instant;
  readonly sayTime: (at: Instant) => string;
  readonly iso: (at: Instant) => string;
  readonly words: (row: Tended) => string;
  readonly held: readonly Tended[];
  readonly heldCount: number;
  readonly waiting: readonly Tended[];
  readonly waitingCount: number;
  readonly said: readonly Tended[];
  /** In draft mode: what is due. */
  readonly drafts?: readonly Draft[];
  readonly told?: Told;
};

/** What is to be said: by hand, what needs a person, what waits, and what was said last. */
export function outboxPage(shown: Shown): Html {
  const { held, heldCount, waiting, waitingCount, said, drafts, told } = shown;
  return html`<div class="head"><h1>发件箱</h1><p class="count">要人定 ${heldCount} 句 · 等着说 ${waitingCount} 句</p></div>
${toldNote(told)}
${drafts === undefined ? "" : draftsPart(shown, drafts)}
<section aria-labelledby="held-name"><h2 id="held-name">没说成，要人定</h2>
${held.length === 0 ? html`<p class="empty">没有。</p>` : html`<ul class="cards">${held.map((row) => heldCard(shown, row))}</ul>`}
</section>
<section aria-labelledby="waiting-name"><h2 id="waiting-name">等着说</h2>
${waiting.length === 0 ? html`<p class="empty">没有要说的。</p>` : html`<ul class="cards">${waiting.map((row) => waitingCard(shown, row))}</ul>`}
${waitingCount > waiting.length ? html`<p class="note">只列出最先要说的 ${waiting.length} 句。</p>` : ""}
</section>
<section aria-labelledby="said-name"><h2 id="said-name">刚说过的</h2>
${said.length === 0 ? html`<p class="empty">还没有说过话。</p>` : html`<ul class="cards said-last">${said.map((row) => saidCard(shown, row))}</ul>`}
</section>
<script type="module" src="/page/copy.js"></script>`;
}

function heldCard(shown: Shown, row: Tended): Html {
  return html`<li>${head(row)}${wordsOf(row, shown.words)}
<p class="why late">${plainWhy(row.why ?? "")}${row.attempts > 0 ? `（试了${row.attempts}次）` : ""}</p>
${handling(shown, row)}</li>`;
}

function waitingCard(shown: Shown, row: Tended): Html {
  return html`<li>${head(row)}${wordsOf(row, shown.words)}
<p class="why">${waitsFor(row, shown.now, shown.waking, shown.sayTime)}</p>
${row.attempts > 0 ? handling(shown, row) : ""}</li>`;
}

function saidCard({ iso, sayTime }: Shown, row: Tended): Html {
  const by = row.handledBy === undefined ? "" : ` · ${row.handledBy}定的`;
  return html`<li>${head(row)}${wordsOf(row, ({ text = "" }) => text)}
<p class="why"><time datetime="${iso(row.saidAt ?? 0)}">${sayTime(row.saidAt ?? 0)}</time>${by}</p></li>`;
}

/** Where a sentence goes, and the matter that it is about; nothing tells which ones are about a dispute. */
function head(row: Tended): Html {
  const about = row.ticket !== undefined && isPlain(row) ? html` · <a href="/tickets/${row.ticket}">#${row.ticket}</a>` : "";
  return html`<p class="where"><b>${isPlain(row) || "room" in row.to ? addressed(row.to) : "私聊"}</b> · ${purposeOf(row)}${about}</p>`;
}

function wordsOf(row: Tended, words: (row: Tended) => string): Html {
  if (!isPlain(row)) return html`<p class="words quiet">只给本人看的话，这里不显示。</p>`;
  return html`<p class="words">${row.picture === undefined ? words(row) : "（一张图片）"}</p>`;
}

function handling({ session }: Shown, row: Tended): Html | "" {
  if (!mayHandle(session.actor, [row])) return "";
  return html`<form method="post" action="/outbox" class="choices">
${ownForm(session)}<input type="hidden" name="ids" value="${row.id}">
<button type="submit" name="as" value="again">再发</button>
<button type="submit" name="as" value="said" class="quiet">已经说过了</button>
<button type="submit" name="as" value="dropped" class="quiet">不说了</button>
</form>`;
}

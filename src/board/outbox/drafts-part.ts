import { html } from "hono/html";
import type { Draft } from "../../outbox/by-hand.ts";
import type { Instant } from "../../shared/instant.ts";
import { ownForm } from "../halls/forms.ts";
import type { Html } from "../shell/layout.ts";
import type { Session } from "../sign-in/sessions.ts";
import { addressed } from "./in-words.ts";
import { isPlain, mayHandle } from "./may-read.ts";

/** Who reads, and when the night is over. */
type Night = {
  readonly session: Session;
  readonly now: Instant;
  readonly waking: Instant;
  readonly sayTime: (at: Instant) => string;
};

/** Draft mode: each sentence with its words as they would be said now, to be copied, sent by hand and ticked off. */
export function draftsPart(shown: Night, drafts: readonly Draft[]): Html {
  const mine = drafts.filter(({ rows }) => mayHandle(shown.session.actor, rows));
  const others = drafts.length - mine.length;
  return html`<section aria-labelledby="drafts-name" class="drafts"><h2 id="drafts-name">现在请您来说：${mine.length} 句</h2>
<p class="note">账号现在自己不说话。请照着下面的顺序，一句一句复制，用小格的微信发出去，发完点“已发”。</p>
${mine.length === 0 ? html`<p class="empty">现在没有要说的。${shown.waking > shown.now ? `夜里不打扰大家，${shown.sayTime(shown.waking)}再看。` : ""}</p>` : html`<ol class="cards">${mine.map((draft) => card(shown, draft))}</ol>`}
${others > 0 ? html`<p class="note">另有 ${others} 句只给本人看的话，要社区书记来发。</p>` : ""}
</section>`;
}

function card({ session }: Night, { rows, to, text }: Draft): Html {
  const [first] = rows;
  const id = `words-${first?.id ?? 0}`;
  const isPicture = first?.picture !== undefined;
  const words = isPicture
    ? html`<p><a href="/outbox/${first.id}/picture" download>下载要发的图片</a></p>`
    : html`<p class="words copied" id="${id}">${text}</p>`;
  const isPrivate = !rows.every(isPlain);
  return html`<li><p class="where"><b>${addressed(to)}</b></p>
${isPrivate ? html`<details><summary>只给本人看，点开复制</summary>${words}</details>` : words}
<form method="post" action="/outbox" class="choices">
${ownForm(session)}<input type="hidden" name="ids" value="${rows.map((row) => row.id).join(",")}">
${isPicture ? "" : html`<button type="button" class="copy" data-copies="${id}">复制</button>`}<button type="submit" name="as" value="handSaid" class="quiet">已发</button>
</form></li>`;
}

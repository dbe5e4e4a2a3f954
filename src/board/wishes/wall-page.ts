import { html } from "hono/html";
import { bare, type Html } from "../shell/layout.ts";
import type { WishState } from "./wishes-desk.ts";

/** A wish as anybody may read it: its words, without a name or a place. */
export type Wish = { readonly number: number; readonly words: string; readonly state: WishState };

const STATES: Readonly<Record<WishState, string>> = { open: "待认领", claimed: "已认领", done: "已实现" };

/** The wall, for anybody: nobody's name, nobody's address. */
export function wallPage(
  { community, bot }: { readonly community: string; readonly bot: string },
  counts: Readonly<Record<WishState, number>>,
  wishes: readonly Wish[],
): Html {
  return bare(
    `${community}心愿墙`,
    html`<div class="wall"><h1>${community}心愿墙</h1>
<ul class="tallies">${(["open", "claimed", "done"] as const).map((state) => html`<li class="${state}"><b>${counts[state] > 999 ? "999+" : counts[state]}</b>${STATES[state]}</li>`)}</ul>
${wishes.length === 0 ? html`<p class="empty">墙上现在没有心愿。</p>` : html`<ul class="wishes">${wishes.map(card)}</ul>`}
<p class="note">想帮忙实现一个心愿？在共建单位群或志愿服务群里回“认领 #编号”，或私聊${bot}。墙上不写名字和住处，认领以后由网格员牵线。</p></div>`,
  );
}

function card({ number, words, state }: Wish): Html {
  return html`<li class="${state}"><p class="words">${words}</p><p class="foot"><span>#${number}</span><b>${STATES[state]}</b></p></li>`;
}

import { html } from "hono/html";
import { bare, type Html } from "../shell/layout.ts";
import { stepBar } from "../shell/step-bar.ts";

/** One own matter, as the resident who raised or joined it reads it. */
export type Tracked = {
  readonly community: string;
  readonly number: number;
  readonly title: string;
  readonly step: string;
  readonly outcome?: string;
  readonly handler: string;
  readonly due?: { readonly iso: string; readonly text: string; readonly isLate: boolean };
  readonly result?: string;
  readonly mark?: number;
  readonly history: readonly { readonly iso: string; readonly text: string; readonly name: string }[];
  readonly mayRate: boolean;
  readonly mayReopen: boolean;
  readonly told?: { readonly isBad: boolean; readonly text: string };
};

/** What a step is called to somebody who does not know the seven. */
const PLAIN: Readonly<Record<string, string>> = {
  发现: "已登记",
  吹哨: "已通知经办人",
  报到: "已有人接手",
  会商: "几家正在商量",
  办理: "正在办",
  反馈: "已有结果",
  评价: "已办结",
};

/** The page behind a resident's own link. */
export function trackPage(tracked: Tracked): Html {
  const { community, number, title, step, outcome, handler, due, result, mark, history, told } = tracked;
  const promise =
    due === undefined || due.isLate
      ? html`${handler}负责，有进展会在微信里告诉您。`
      : html`${handler}负责，<time datetime="${due.iso}">${due.text}</time>前给您消息。`;
  return bare(
    `#${number} · ${community}`,
    html`<p class="count">${community}</p>
<h1><span class="no">#${number}</span> ${title}</h1>
${told === undefined ? "" : html`<p class="told${told.isBad ? " bad" : ""}" role="${told.isBad ? "alert" : "status"}">${told.text}</p>`}
${stepBar(step)}
<p class="lead">${outcome ?? PLAIN[step] ?? step}</p>
${outcome === undefined ? html`<p>${promise}</p>` : html`<p>由${handler}办理。</p>`}
${result === undefined ? "" : html`<p>结果：${result}</p>`}
${mark === undefined ? "" : html`<p>您的评价：${markName(mark)}</p>`}
${tracked.mayRate ? rating : ""}
${tracked.mayReopen ? reopening : ""}
<details><summary>经过</summary><ol class="history">${history.map(({ iso, text, name }) => html`<li><time datetime="${iso}">${text}</time> <b>${name}</b></li>`)}</ol></details>
<p class="note">这一页只有您这一件事，请不要把链接转给别人。</p>`,
  );
}

const rating = html`<form method="post"><fieldset><legend>办得怎么样？</legend>
<div class="marks"><button type="submit" name="mark" value="5">满意</button><button type="submit" name="mark" value="3">基本满意</button><button type="submit" name="mark" value="1">不满意</button></div>
</fieldset></form>`;

const reopening = html`<details><summary>还没解决？</summary><form method="post"><label for="why">哪里没解决（可不写）</label><textarea id="why" name="text" rows="3" maxlength="300"></textarea><button type="submit" name="again" value="1">没解决，请再办</button></form></details>`;

function markName(mark: number): string {
  return mark >= 4 ? "满意" : mark === 3 ? "基本满意" : "不满意";
}

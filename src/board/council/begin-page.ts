import { html } from "hono/html";
import { onceForm, type Told, toldNote } from "../halls/forms.ts";
import type { Html } from "../shell/layout.ts";
import type { Session } from "../sign-in/sessions.ts";

/** What may be begun by a form, by the word that begins it in chat, with an example. */
export const BEGINNINGS = [
  { word: "通知", does: "通知居民", example: "葵花里小区 明天上午9点到11点停水，请提前储水" },
  { word: "会议", does: "召集会议", example: "下周三晚7点 议事会 议题 停车棚改造、垃圾点搬迁 地点 党群服务中心" },
  { word: "征集", does: "征集意见、表决", example: "要不要在东门装充电桩 到周日" },
  { word: "问卷", does: "发满意度问卷", example: "物业服务 项目 保洁、绿化、维修 到下周日" },
  { word: "项目", does: "逐户征询同意", example: "6号楼加装电梯 名单 6-1-101到6-1-602" },
] as const;

/** The form that begins something: its words are read as they are in chat, and become a draft that is shown before anybody hears of it. */
export function beginPage(
  session: Session,
  once: string,
  written: { readonly word?: string; readonly text?: string } = {},
  told?: Told,
): Html {
  const chosen = written.word ?? BEGINNINGS[0].word;
  return html`<p class="back"><a href="/affairs">‹ 会务</a></p><h1>新发起</h1>
${toldNote(told)}
<form method="post" class="begin">${onceForm(session, once)}
<fieldset><legend>要做什么</legend><ul class="radios">${BEGINNINGS.map(({ word, does, example }) => html`<li><label><input type="radio" name="word" value="${word}"${word === chosen ? html` checked` : ""} required> <b>${word}</b> ${does}<span class="where">例：${example}</span></label></li>`)}</ul></fieldset>
<label for="text">怎么说（和在微信里说的一样）</label>
<textarea id="text" name="text" rows="5" maxlength="1000" required>${written.text ?? ""}</textarea>
<p class="note">先成草稿给您看，确认了才发。网格员拟的要书记同意。</p>
<button type="submit">看草稿</button></form>`;
}

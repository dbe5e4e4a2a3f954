import { html } from "hono/html";
import type { Survey } from "../../council/affair.ts";
import type { Chamber } from "../../council/chamber.ts";
import { lowItems, meanOf } from "../../council/survey/result.ts";
import type { Instant } from "../../shared/instant.ts";
import type { Html } from "../shell/layout.ts";

/** A survey: how many were asked and answered, and the mean of each item. Nobody's marks are here. */
export function surveyPart(chamber: Chamber, survey: Survey, sayTime: (at: Instant) => string): Html {
  const answered = Object.keys(survey.answers).length;
  const low = lowItems(chamber, survey);
  const whys = Object.values(survey.answers).flatMap(({ why }) => why ?? []);
  return html`<dl class="facts">
<div><dt>问谁</dt><dd>${survey.estate ?? "全社区"}</dd></div>
<div><dt>截止</dt><dd>${sayTime(survey.until)}</dd></div>
<div><dt>发出</dt><dd>${survey.asked.length} 份</dd></div>
<div><dt>收回</dt><dd>${answered} 份</dd></div>
</dl>
<table class="figures"><caption>每项平均分（1 到 5），收回 ${answered} 份</caption>
<thead><tr><th scope="col">项目</th><th scope="col">平均分</th><th scope="col">说明</th></tr></thead>
<tbody>${survey.items.map((item, index) => html`<tr><th scope="row">${item}</th><td>${meanOf(survey, index)?.toFixed(1) ?? "—"}</td><td>${low.includes(item) ? "偏低" : ""}</td></tr>`)}</tbody></table>
${whys.length === 0 ? "" : html`<h2>大家说的原因</h2><ul class="bullets">${whys.map((why) => html`<li>${why}</li>`)}</ul>`}`;
}

import { html } from "hono/html";
import type { Chamber } from "../../council/chamber.ts";
import { disputedOf, quorumOf } from "../../council/vote/count.ts";
import { countOf, standing } from "../../council/vote/shown.ts";
import type { Vote } from "../../council/vote/vote.ts";
import type { Instant } from "../../shared/instant.ts";
import type { Actor } from "../../tickets/ticket.ts";
import type { Html } from "../shell/layout.ts";
import { resolutionList } from "./meeting-part.ts";

/** A deliberation: its step, its question, and the count with its denominator. Nobody's choice is here; households in doubt are the secretary's to see. */
export function votePart(chamber: Chamber, vote: Vote, { roles }: Actor, sayTime: (at: Instant) => string): Html {
  const told = standing(chamber, vote);
  const isRunning = ["collecting", "discussing", "voting"].includes(vote.stage);
  return html`<dl class="facts">
${told.step === "" ? "" : html`<div><dt>步骤</dt><dd>${told.step}</dd></div>`}
<div><dt>范围</dt><dd>${vote.estates.length === 0 ? "全社区" : vote.estates.join("、")}</dd></div>
${isRunning ? html`<div><dt>截止</dt><dd>${sayTime(vote.until)}</dd></div>` : ""}
<div><dt>收到意见</dt><dd>${vote.heard} 条</dd></div>
<div><dt>参与门槛</dt><dd>${quorumOf(chamber.rules.deliberation, vote).name}</dd></div>
</dl>
${vote.question === undefined ? "" : html`<h2>方案</h2><p>${vote.question}</p>`}
${vote.options.length === 0 ? "" : html`<ul class="bullets">${vote.options.map(({ key, text }) => html`<li><b>${key}</b> ${text}</li>`)}</ul>`}
${isCounting(vote) ? counts(chamber, vote) : ""}
${roles.includes("secretary") ? doubts(vote) : ""}
${vote.resolutions.length === 0 ? "" : html`<h2>决议</h2>${resolutionList(vote.resolutions)}`}
${vote.objections === 0 ? "" : html`<p class="note">公示期间收到异议 ${vote.objections} 条。</p>`}`;
}

function isCounting({ stage, tally }: Vote): boolean {
  return stage === "voting" || tally !== undefined;
}

function counts(chamber: Chamber, vote: Vote): Html {
  const { counts: chosen, voted, entitled } = countOf(chamber, vote);
  const rows =
    vote.options.length === 0
      ? [
          ["yes", "同意"],
          ["no", "不同意"],
        ]
      : vote.options.map(({ key, text }) => [key, `${key} ${text}`]);
  const all = [...rows, ...((chosen["abstain"] ?? 0) > 0 ? [["abstain", "弃权"]] : [])];
  const told = standing(chamber, vote);
  return html`<h2>票数</h2><p>${told.share}。${vote.stage === "voting" ? "" : told.verdict}</p>
<table class="figures"><caption>按户计，一户一票${entitled === undefined ? "；应到户数不清楚" : ""}</caption>
<thead><tr><th scope="col">选项</th><th scope="col">户数</th><th scope="col">占投票的 ${voted} 户</th></tr></thead>
<tbody>${all.map(([key = "", label]) => html`<tr><th scope="row">${label}</th><td>${chosen[key] ?? 0}</td><td>${voted === 0 ? "—" : `${Math.round((100 * (chosen[key] ?? 0)) / voted)}%`}</td></tr>`)}</tbody></table>`;
}

/** Households for which accounts differ, and voices whose household is not known: which ones, never what they chose. */
function doubts(vote: Vote): Html | "" {
  const disputed = disputedOf(vote);
  const unclear = Object.keys(vote.unclear).length;
  if (disputed.length === 0 && unclear === 0) return "";
  return html`<h2>要核实的</h2>
${disputed.length === 0 ? "" : html`<p>同一户说法不一，或一人替几户投的：${disputed.join("、")}</p>`}
${unclear === 0 ? "" : html`<p>有 ${unclear} 人表了态，但不知道是哪一户，没有计入。</p>`}`;
}

import { html } from "hono/html";
import type { Meeting } from "../../council/affair.ts";
import type { Resolution } from "../../council/base.ts";
import { linesOf } from "../../council/chain/fold-chain.ts";
import type { Chamber } from "../../council/chamber.ts";
import { isQuorate } from "../../council/meeting/outcome.ts";
import { comingTo, presentAt } from "../../council/meeting/shown.ts";
import type { Instant } from "../../shared/instant.ts";
import type { Html } from "../shell/layout.ts";

/** A meeting: when and where, agenda, who comes and came, whether they may decide, and what they decided. */
export function meetingPart(chamber: Chamber, meeting: Meeting, sayTime: (at: Instant) => string): Html {
  const { at, venue, topics, invited, rooms, entitled, minutes, resolutions } = meeting;
  return html`<dl class="facts">
<div><dt>时间</dt><dd>${sayTime(at)}</dd></div>
${venue === undefined ? "" : html`<div><dt>地点</dt><dd>${venue}</dd></div>`}
${invited.length === 0 ? "" : html`<div><dt>邀请</dt><dd>${invited.join("、")}</dd></div>`}
<div><dt>通知到</dt><dd>${rooms.join("、")}</dd></div>
<div><dt>应到</dt><dd>${entitled === undefined ? "没有登记" : `${entitled} 人`}</dd></div>
<div><dt>实到</dt><dd>${presentAt(meeting)} 人</dd></div>
<div><dt>法定人数</dt><dd>${quorumText(chamber, meeting)}</dd></div>
</dl>
<h2>议题</h2>
${topics.length === 0 ? html`<p class="empty">还没有议题。</p>` : html`<ol class="numbered">${topics.map(({ text, ticket }) => html`<li>${text}${ticketLink(ticket)}</li>`)}</ol>`}
<h2>报名 ${comingTo(meeting)} 人</h2>
${signUps(meeting)}
${meeting.present.length === 0 ? "" : html`<h2>签到</h2><p>${meeting.present.map(({ name }) => name).join("、")}</p>`}
${minutes.length === 0 ? "" : html`<h2>记录</h2><ul class="bullets">${minutes.map((one) => html`<li>${one}</li>`)}</ul>`}
${resolutions.length === 0 ? "" : html`<h2>决议</h2>${resolutionList(resolutions)}${publicLine(meeting, sayTime)}`}`;
}

function quorumText(chamber: Chamber, meeting: Meeting): string {
  const isEnough = isQuorate(chamber, meeting);
  if (isEnough === undefined) return "不知道应到多少，算不出来";
  const rate = `实到 ${presentAt(meeting)} / 应到 ${meeting.entitled ?? 0}`;
  return isEnough ? `够了（${rate}）` : `不够，不能形成决议（${rate}）`;
}

function signUps(meeting: Meeting): Html {
  const lines = Object.entries(meeting.chains).flatMap(([room, standing]) => linesOf(standing).map((line) => ({ room, line })));
  if (meeting.signUps.length === 0 && lines.length === 0) return html`<p class="empty">还没有人报名。</p>`;
  return html`<ul class="plain-list">${meeting.signUps.map(({ name, people }) => html`<li><span>${name}</span> <b>${people} 人</b></li>`)}
${lines.map(({ room, line }) => html`<li><span>${line.household ?? line.people.join("、")}<span class="where">${room}接龙</span></span> <b>${line.count} 人</b></li>`)}</ul>`;
}

function publicLine({ stage, clocks, objections }: Meeting, sayTime: (at: Instant) => string): Html | "" {
  const until = clocks["publicOver"];
  if (stage !== "public" || until === undefined)
    return objections === 0 ? "" : html`<p class="note">公示期间收到异议 ${objections} 条。</p>`;
  return html`<p class="note">正在公示，到${sayTime(until)}；收到异议 ${objections} 条。</p>`;
}

/** What was decided, each with the matter that it became. */
export function resolutionList(resolutions: readonly Resolution[]): Html {
  return html`<ol class="numbered">${resolutions.map(({ text, ticket, failed }) => html`<li>${text}${failed === true ? html` <b class="late">没有通过</b>` : ""}${ticketLink(ticket)}</li>`)}</ol>`;
}

function ticketLink(ticket: number | undefined): Html | "" {
  return ticket === undefined ? "" : html` <a href="/tickets/${ticket}">#${ticket}</a>`;
}

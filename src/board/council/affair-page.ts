import { html } from "hono/html";
import type { Affair } from "../../council/affair.ts";
import type { Chamber } from "../../council/chamber.ts";
import type { Receipt } from "../../council/shelf.ts";
import type { Instant } from "../../shared/instant.ts";
import { aliasOf } from "../../tickets/desk.ts";
import { type Told, toldNote } from "../halls/forms.ts";
import type { Html } from "../shell/layout.ts";
import type { Session } from "../sign-in/sessions.ts";
import { meetingPart } from "./meeting-part.ts";
import { AFFAIR_NAMES, eventName, stageName } from "./names.ts";
import { noticePart } from "./notice-part.ts";
import { ordersPart } from "./orders-part.ts";
import { surveyPart } from "./survey-part.ts";
import { votePart } from "./vote-part.ts";

/** One affair, for somebody of the staff. */
export type AffairShown = {
  readonly session: Session;
  readonly chamber: Chamber;
  readonly affair: Affair;
  readonly receipts: readonly Receipt[];
  readonly sayTime: (at: Instant) => string;
  readonly newOnce: () => string;
  readonly now: Instant;
  readonly told?: Told;
};

/** One notice, meeting, vote or survey: what it is, how it stands, what may be done. */
export function affairPage(shown: AffairShown): Html {
  const { affair, session, chamber, sayTime, told } = shown;
  return html`<p class="back"><a href="/affairs?kind=${affair.kind}">‹ ${AFFAIR_NAMES[affair.kind]}</a></p>
<div class="head"><h1><span class="no">${AFFAIR_NAMES[affair.kind]}${affair.number}</span> ${headOf(affair)}</h1><p class="badge">${stageName(affair)}</p></div>
${toldNote(told)}
${bodyOf(shown)}
${ordersPart(session, affair, shown.newOnce, shown.now)}
<section aria-labelledby="history-name"><h2 id="history-name">经过</h2>
<ol class="history">${affair.history.flatMap(({ type, at, by, text }) => {
    const name = eventName(type);
    return name === undefined
      ? []
      : [
          html`<li><b>${name}</b> <span class="by">${by === "clock" ? "自动" : by}</span> <time>${sayTime(at)}</time>${text === undefined || text === "" ? "" : html`<p>${text}</p>`}</li>`,
        ];
  })}</ol>
<p class="note">${aliasOf(chamber.desk, affair.by)}发起，${sayTime(affair.openedAt)}。</p></section>`;
}

function headOf(affair: Affair): string {
  if (affair.kind === "vote") return affair.topic;
  return affair.kind === "notice" ? "" : affair.title;
}

function bodyOf({ affair, receipts, chamber, session, sayTime }: AffairShown): Html | "" {
  switch (affair.kind) {
    case "notice":
      return noticePart(affair, receipts, sayTime);
    case "meeting":
      return meetingPart(chamber, affair, sayTime);
    case "vote":
      return votePart(chamber, affair, session.actor, sayTime);
    case "survey":
      return surveyPart(chamber, affair, sayTime);
    case "project":
    case "round":
      return "";
  }
}

import { html } from "hono/html";
import { mayOrderProject } from "../../council/consent/permit.ts";
import { progressOf } from "../../council/consent/progress.ts";
import { type HouseholdWord, type Project, standingOf } from "../../council/consent/project.ts";
import type { Instant } from "../../shared/instant.ts";
import { stageName } from "../council/names.ts";
import { ordersPart } from "../council/orders-part.ts";
import { onceForm, type Told, toldNote } from "../halls/forms.ts";
import type { Html } from "../shell/layout.ts";
import type { Session } from "../sign-in/sessions.ts";
import { buildingPart, STANDINGS } from "./building-part.ts";

export type ProjectShown = {
  readonly session: Session;
  readonly project: Project;
  readonly sayTime: (at: Instant) => string;
  readonly newOnce: () => string;
  readonly now: Instant;
  readonly told?: Told;
};

/** Up to so many households each has its last words on the page; of a longer list only those that have said something or were visited. */
const WHOLE = 120;

/** One project: the building, one form for what was heard, and each household's last word. No names: a household is its door. */
export function projectPage(shown: ProjectShown): Html {
  const { session, project, told } = shown;
  const { all, agreed, refused, open, buildings } = progressOf(project);
  const isLong = project.households.length > WHOLE;
  const listed = project.households.filter((one) => !isLong || project.words[one] !== undefined);
  return html`<p class="back"><a href="/consent">‹ 征询同意</a></p>
<div class="head"><h1><span class="no">项目${project.number}</span> ${project.title}</h1><p class="badge">${stageName(project)}</p></div>
${toldNote(told)}
<ul class="tallies"><li class="agreed"><b>${agreed}</b>同意</li><li class="refused"><b>${refused}</b>不同意</li><li class="open"><b>${open}</b>没表态</li><li><b>${all === 0 ? "—" : `${Math.round((100 * agreed) / all)}%`}</b>共 ${all} 户</li></ul>
${wordForm(shown)}
${buildings.map(buildingPart)}
<section aria-labelledby="homes-name"><h2 id="homes-name">各户情况</h2>
${isLong ? html`<p class="note">名单长，只列说过话或走访过的。</p>` : ""}
<ul class="cards homes">${listed.map((household) => homeCard(shown, household))}</ul></section>
${ordersPart(session, project, shown.newOnce, shown.now)}`;
}

/** One form for all: the door, what was heard, and a few words; it says the same as `6-1-102 同意` in chat. */
function wordForm({ session, project, newOnce }: ProjectShown): Html | "" {
  if (project.stage !== "open" || !mayOrderProject(session.actor, "word", project)) return "";
  return html`<form method="post" class="heard">${onceForm(session, newOnce())}<input type="hidden" name="verb" value="word">
<label>哪一户<input name="home" list="homes" required maxlength="40" autocomplete="off" placeholder="如 ${project.households[0] ?? "6-1-101"}"></label>
<datalist id="homes">${project.households.map((one) => html`<option value="${one}">`)}</datalist>
<label>备注（可不写）<input name="text" maxlength="200" autocomplete="off"></label>
<p class="choices"><button type="submit" name="heard" value="agreed">同意</button><button type="submit" name="heard" value="refused" class="quiet">不同意</button><button type="submit" name="heard" value="visited" class="quiet">走访了</button></p>
</form>`;
}

function homeCard({ project, sayTime }: ProjectShown, household: string): Html {
  const words = project.words[household] ?? [];
  const standing = standingOf(project, household);
  const visits = words.filter(({ heard }) => heard === "visited");
  const last = words.findLast(({ heard }) => heard !== "visited");
  return html`<li id="home-${household}" class="${standing}"><p><b>${household}</b> <span class="badge">${STANDINGS[standing].sign} ${STANDINGS[standing].name}</span></p>
${last === undefined ? "" : line(last, sayTime)}${visits.slice(-2).map((visit) => line(visit, sayTime))}
${visits.length > 2 ? html`<p class="why">一共走访 ${visits.length} 次</p>` : ""}</li>`;
}

const HEARD: Readonly<Record<HouseholdWord["heard"], string>> = {
  agreed: "同意",
  refused: "不同意",
  open: "没定",
  visited: "走访",
};

function line({ at, by, heard, text }: HouseholdWord, sayTime: (at: Instant) => string): Html {
  return html`<p class="why">${HEARD[heard]}${text === undefined ? "" : `：${text}`} · ${by} · ${sayTime(at)}</p>`;
}

import { html } from "hono/html";
import { allGrids, type Community, type Grid, type Patch, type Person, type RoomKind } from "../../shared/community.ts";
import { ownForm, type Told, toldNote } from "../halls/forms.ts";
import type { Html } from "../shell/layout.ts";
import type { Session } from "../sign-in/sessions.ts";

export type PeopleShown = {
  readonly session: Session;
  readonly community: Community;
  readonly bound: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly roleName: (role: string) => string;
  readonly told?: Told;
};

/** Who answers for what, whose account is known, and which groups the account is in. */
export function peoplePage(shown: PeopleShown): Html {
  const { community, bound, groups, told } = shown;
  const grids = allGrids(community.grids);
  const missing = community.people.filter(({ name }) => !bound.has(name)).length;
  return html`<div class="head"><h1>人员和群</h1><p class="count">${community.people.length} 人，${missing === 0 ? "都已绑定微信" : `${missing} 人还没绑定微信`}</p></div>
${toldNote(told)}
<section aria-labelledby="grids-name"><h2 id="grids-name">网格</h2><ul class="cards two-up">${grids.map((grid) => gridCard(community, grid))}</ul></section>
<section aria-labelledby="people-name"><h2 id="people-name">人员</h2><ul class="plain-list people">${community.people.map((person) => personRow(shown, grids, person))}</ul></section>
<section aria-labelledby="rooms-name"><h2 id="rooms-name">群</h2><ul class="plain-list">${community.rooms.map(
    ({ topic, kind, estate, building }) => {
      const isIn = groups.has(topic);
      return html`<li><span><b>${topic}</b><span class="where">${[ROOM_KINDS[kind], estate ?? "", building === undefined ? "" : `${building}号楼`].filter((part) => part !== "").join(" · ")}</span></span> <b class="${isIn ? "yes" : "late"}">${isIn ? "✓ 在群里" : "✗ 不在群里，请拉小格进群"}</b></li>`;
    },
  )}</ul></section>`;
}

const ROOM_KINDS: Readonly<Record<RoomKind, string>> = {
  residents: "居民群",
  staff: "工作群",
  units: "单位群",
  volunteers: "志愿者群",
};

function gridCard({ people }: Community, { name, worker, lead, patrol, mediator, places }: Grid): Html {
  const alias = (one: string) => people.find((person) => person.name === one)?.alias ?? one;
  const duties = [
    ["网格员", worker],
    ["网格长", lead],
    ["巡逻", patrol],
    ["调解", mediator],
  ].flatMap(([duty, one]) => (one === undefined ? [] : [html`<div><dt>${duty}</dt><dd>${alias(one)}</dd></div>`]));
  return html`<li><p><b>${name}</b> <span class="where">${places.map(patchText).join("、")}</span></p><dl class="facts">${duties}</dl></li>`;
}

function patchText({ estate, buildings }: Patch): string {
  if (buildings === undefined) return estate;
  return `${estate} ${buildings.from === buildings.to ? buildings.from : `${buildings.from}–${buildings.to}`}号楼`;
}

function personRow(
  { session, bound, roleName }: PeopleShown,
  grids: readonly Grid[],
  { name, alias, roles, unit }: Person,
): Html {
  const own = grids.filter((grid) => [grid.worker, grid.lead, grid.patrol, grid.mediator].includes(name));
  const about = [roles.map(roleName).join("、"), unit ?? "", own.map((grid) => grid.name).join("、")];
  const isBound = bound.has(name);
  return html`<li><span><b>${alias}</b><span class="where">${about.filter((part) => part !== "").join(" · ")}</span></span>
<span class="binding"><b class="${isBound ? "yes" : "late"}">${isBound ? "✓ 已绑定" : "✗ 没绑定"}</b>${session.actor.roles.includes("secretary") ? codeForm(session, name, alias, isBound) : ""}</span></li>`;
}

function codeForm(session: Session, name: string, alias: string, isBound: boolean): Html {
  return html`<form method="post" action="/people">${ownForm(session)}<button type="submit" name="name" value="${name}" class="quiet" aria-label="给${alias}${isBound ? "换绑定" : "绑定"}码">${isBound ? "换绑定码" : "绑定码"}</button></form>`;
}

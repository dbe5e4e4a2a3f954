import { html } from "hono/html";
import { progressOf } from "../../council/consent/progress.ts";
import type { Project } from "../../council/consent/project.ts";
import { stageName } from "../council/names.ts";
import type { Html } from "../shell/layout.ts";

/** The projects that need every household, with how far they are. */
export function projectList(projects: readonly Project[], mayBegin: boolean): Html {
  return html`<div class="head"><h1>征询同意</h1><p class="count">要每一户同意的项目</p></div>
${mayBegin ? html`<p class="begins"><a class="button" href="/affairs/new">新发起</a></p>` : ""}
${projects.length === 0 ? html`<p class="empty">还没有。比如：项目 6号楼加装电梯 名单 6-1-101到6-1-602。</p>` : html`<ul class="rows">${projects.map(row)}</ul>`}`;
}

function row(project: Project): Html {
  const { all, agreed, refused, open } = progressOf(project);
  return html`<li><a href="/consent/${project.number}"><span class="no">项目${project.number}</span>
<span class="what"><b>${project.title}</b><span class="where">同意 ${agreed}，不同意 ${refused}，没表态 ${open}</span></span>
<span class="step">${stageName(project)}</span><span class="when">${agreed} / ${all} 户同意</span></a></li>`;
}

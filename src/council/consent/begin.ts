import type { Instant } from "../../shared/instant.ts";
import { aliasOf, secretaryOf } from "../../tickets/desk.ts";
import { happened } from "../affair.ts";
import { type AffairOrder, type Chamber, type Decided, newDraft, toKeeper, toSpeaker } from "../chamber.ts";
import { isAmongStaff } from "../hearing/among-staff.ts";
import type { Beginning } from "../hearing/beginning.ts";
import type { Said } from "../hearing/said.ts";
import { householdsIn } from "./households.ts";
import type { Project } from "./project.ts";
import { shortList } from "./shown.ts";

const ORDER = /^(?:新?建?|发起)?项目(?!\s*[#＃]?\d+(?![\d-]|\s*(?:号?[楼栋幢座])))[\s:：，,]*([\s\S]*)$/u;
const LIST = /^([\s\S]+?)[\s,，。]*(?:住户)?(?:名单|住户|户)[\s:：，,]+([\s\S]+)$/u;
/** `6号楼1单元1到6层每层2户` needs no word before it. */
const GRID = /^([\s\S]+?)[\s,，]+((?:\S*(?:号楼|栋|幢|座)\S*每层\S+户[、,，\s]*)+)$/u;

/** `项目 6号楼加装电梯 名单 6-1-101到6-1-602`: a draft, or the one question that is open. Begun only among staff. */
export function beginProject(on: Chamber, text: string, now: Instant, said: Pick<Said, "to" | "actor">): Beginning | undefined {
  const words = ORDER.exec(text.trim())?.[1]?.trim();
  if (words === undefined || !isAmongStaff(on, { to: said.to, by: said.actor })) return undefined;

  const [, title = "", list = ""] = LIST.exec(words) ?? GRID.exec(words) ?? [];
  if (title.trim().length < 2) return { refused: "project.what" };
  const households = householdsIn(list);
  if (households === undefined) return { refused: "project.whichList" };
  return {
    kind: "project",
    draft: (number, order) => draftProject(on, number, { title: title.trim().slice(0, 40), households }, order, now),
  };
}

function draftProject(
  on: Chamber,
  number: number,
  plan: Pick<Project, "title" | "households">,
  order: AffairOrder,
  now: Instant,
): Decided<Project> {
  const { by } = order;
  const project: Project = {
    ...newDraft(on, number, order, now),
    kind: "project",
    ...plan,
    words: {},
  };
  const fill = { number, title: plan.title, count: plan.households.length, list: shortList(on, plan.households) };
  const affair = happened(project, "drafted", by.alias, now);
  if (by.roles.includes("secretary") || by.roles.includes("gridLead"))
    return { affair, say: [toSpeaker(on, order, "project.preview", fill, now)] };
  const secretary = secretaryOf(on.desk);
  return {
    affair,
    say: [
      toKeeper(on, project, "approve", secretary, "project.approve", { ...fill, from: by.alias }, now),
      toSpeaker(on, order, "project.sent", { number, secretary: aliasOf(on.desk, secretary) }, now),
    ],
  };
}

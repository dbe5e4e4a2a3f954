import type { Chamber } from "../chamber.ts";
import { part } from "../vote/shown.ts";
import { progressOf } from "./progress.ts";
import { type Project, standingOf } from "./project.ts";

const SHOWN = 20;

/** Households one after the other; of a long list the first ones and how many there are. */
export function shortList(on: Pick<Chamber, "wordings">, households: readonly string[]): string {
  const list = households.slice(0, SHOWN).join("、");
  return households.length > SHOWN ? part(on, "project.andMore", { list, count: households.length }) : list;
}

/** Where a project stands, in numbers with their denominators. */
export function standing(project: Project) {
  const { all, agreed, refused, open } = progressOf(project);
  return {
    number: project.number,
    title: project.title,
    all,
    agreed,
    refused,
    open,
    share: all === 0 ? 0 : Math.round((100 * agreed) / all),
  };
}

/** The households that refused, with their worry and the last visit; and those that have not said yet. */
export function detailOf(on: Pick<Chamber, "wordings" | "desk">, project: Project) {
  const { zone } = on.desk.calendar;
  const refused = project.households.filter((one) => standingOf(project, one) === "refused");
  const open = project.households.filter((one) => standingOf(project, one) === "open");
  const rows = refused.slice(0, SHOWN).map((household) => {
    const words = project.words[household] ?? [];
    const worry = words.findLast(({ heard }) => heard === "refused")?.text ?? "";
    const visit = words.findLast(({ heard }) => heard === "visited");
    const { month, day } = zone.local(visit?.at ?? 0);
    const visited =
      visit === undefined
        ? part(on, "project.noVisit")
        : part(on, "project.lastVisit", { month, day, by: visit.by, text: visit.text ?? "" });
    return part(on, "project.refusedItem", { household, worry, visited });
  });
  return {
    refusals: refused.length === 0 ? "" : part(on, "project.refusals", { items: rows.join("") }),
    waiting: open.length === 0 ? "" : part(on, "project.waiting", { list: shortList(on, open) }),
  };
}

/** The project's line in the staff's weekly review. */
export function consentLine(on: Pick<Chamber, "wordings">, project: Project): string {
  return part(on, "project.weekly", standing(project));
}

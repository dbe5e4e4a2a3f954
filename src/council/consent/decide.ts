import type { Instant } from "../../shared/instant.ts";
import { secretaryOf } from "../../tickets/desk.ts";
import { happened, without } from "../affair.ts";
import { type AffairOrder, type Chamber, type Decided, type Refused, toKeeper, toSpeaker } from "../chamber.ts";
import { isAmongStaff } from "../hearing/among-staff.ts";
import { householdsIn } from "./households.ts";
import { allAgreed, type Project, withWord } from "./project.ts";
import { wordsIn } from "./read-words.ts";
import { detailOf, shortList, standing } from "./shown.ts";

/** One order about a project, by staff (`permit.ts`). Nothing of it is answered where residents read. */
export function decideProject(on: Chamber, project: Project, order: AffairOrder, now: Instant): Decided<Project> | Refused {
  if (!isAmongStaff(on, order)) return { refused: "council.elsewhere" };
  switch (order.verb) {
    case "confirm":
      return confirm(on, project, order, now);
    case "drop":
    case "cancel":
      return stop(on, project, order, now);
    case "end":
      return end(on, project, order, now);
    case "word":
      return word(on, project, order, now);
    case "add":
    case "remove":
      return relist(on, project, order, now);
    case "show":
      return {
        affair: project,
        say: [toSpeaker(on, order, "project.progress", { ...standing(project), ...detailOf(on, project) }, now)],
      };
    default:
      return { refused: "project.unknown" };
  }
}

/** A draft that nobody confirmed is put away. */
export function ringProject(on: Chamber, project: Project, name: string, now: Instant): Decided<Project> {
  const rest: Project = { ...project, clocks: without(project.clocks, name) };
  if (project.stage !== "draft") return { affair: rest, say: [] };
  const affair = happened<Project>({ ...rest, stage: "dropped" }, "forgotten", "clock", now);
  return { affair, say: [toKeeper(on, affair, name, affair.by, "project.forgotten", standing(affair), now)] };
}

function confirm(on: Chamber, project: Project, order: AffairOrder, now: Instant): Decided<Project> | Refused {
  if (project.stage !== "draft") return { refused: "project.notNow" };
  const affair = happened<Project>({ ...project, stage: "open", clocks: {} }, "opened", order.by.alias, now);
  return { affair, say: [toSpeaker(on, order, "project.opened", standing(affair), now)] };
}

function stop(on: Chamber, project: Project, order: AffairOrder, now: Instant): Decided<Project> | Refused {
  if (project.stage !== "draft" && (project.stage !== "open" || order.verb === "drop")) return { refused: "project.notNow" };
  const stage = project.stage === "draft" ? "dropped" : "cancelled";
  const affair = happened<Project>({ ...project, stage, clocks: {} }, stage, order.by.alias, now, order.text);
  return { affair, say: [toSpeaker(on, order, "project.stopped", standing(affair), now)] };
}

function end(on: Chamber, project: Project, order: AffairOrder, now: Instant): Decided<Project> | Refused {
  if (project.stage !== "open") return { refused: "project.notNow" };
  const affair = happened<Project>({ ...project, stage: "done" }, "ended", order.by.alias, now);
  return { affair, say: [toSpeaker(on, order, "project.ended", standing(affair), now)] };
}

/** What was heard of some households, or that they were visited. A household that is not on the list is asked about, and nothing else is kept of it. */
function word(on: Chamber, project: Project, order: AffairOrder, now: Instant): Decided<Project> | Refused {
  if (project.stage !== "open") return { refused: "project.notNow" };
  const said = wordsIn(order.text);
  if (said === undefined) return { refused: "project.how" };
  const known = (household: string) => listed(project, household);
  const unknown = said.flatMap(({ households }) => households.filter((one) => known(one) === undefined));
  const words = said.reduce(
    (all, { households, heard, text }) =>
      households
        .flatMap((one) => known(one) ?? [])
        .reduce(
          (kept, household) =>
            withWord(kept, household, {
              row: order.row,
              at: now,
              by: order.by.alias,
              heard,
              ...(text === undefined ? {} : { text }),
            }),
          all,
        ),
    project.words,
  );
  const affair: Project = { ...project, words };
  const noted = said.flatMap(({ households }) => households.flatMap((one) => known(one) ?? []));
  const isWhole = allAgreed(affair) && !allAgreed(project);
  return {
    affair: isWhole ? happened(affair, "allAgreed", order.by.alias, now) : affair,
    say: [
      ...(noted.length === 0
        ? []
        : [toSpeaker(on, order, "project.noted", { ...standing(affair), list: shortList(on, noted) }, now)]),
      ...(unknown.length === 0
        ? []
        : [toSpeaker(on, order, "project.unlisted", { ...standing(affair), list: unknown.join("、"), first: unknown[0] }, now)]),
      ...(isWhole
        ? [toKeeper(on, affair, `all${order.row}`, secretaryOf(on.desk), "project.allAgreed", standing(affair), now)]
        : []),
    ],
  };
}

/** The one household of the list that is meant: as it is written, or by its end where only one ends so (`102`, `1-102`). */
function listed({ households }: Project, said: string): string | undefined {
  if (households.includes(said)) return said;
  const ending = households.filter((one) => one.endsWith(`-${said}`));
  return ending.length === 1 ? ending[0] : undefined;
}

/** The list grows or shrinks; what was said of a household that is taken off stays in the history of the others only. */
function relist(on: Chamber, project: Project, order: AffairOrder, now: Instant): Decided<Project> | Refused {
  if (project.stage !== "open" && project.stage !== "draft") return { refused: "project.notNow" };
  const named = householdsIn(order.text);
  if (named === undefined) return { refused: "project.whichList" };
  const households =
    order.verb === "add"
      ? [...new Set([...project.households, ...named])]
      : project.households.filter((one) => !named.includes(one));
  if (households.length === 0) return { refused: "project.emptyList" };
  const words = Object.fromEntries(Object.entries(project.words).filter(([household]) => households.includes(household)));
  const type = order.verb === "add" ? "listed" : "unlisted";
  const affair = happened<Project>({ ...project, households, words }, type, order.by.alias, now, named.join("、").slice(0, 200));
  const isWhole = project.stage === "open" && allAgreed(affair) && !allAgreed(project);
  return {
    affair,
    say: [
      toSpeaker(on, order, "project.relisted", standing(affair), now),
      ...(isWhole
        ? [toKeeper(on, affair, `all${order.row}`, secretaryOf(on.desk), "project.allAgreed", standing(affair), now)]
        : []),
    ],
  };
}

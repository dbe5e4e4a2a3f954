import type { Actor } from "../../tickets/ticket.ts";
import type { Project } from "./project.ts";

/** What whoever walks from door to door may do. */
const WALKERS = ["word", "show", "add"];

/** What a grid worker may do about a draft of theirs: letting it begin is the secretary's. */
const DRAFTERS = ["drop", "add", "remove", "show"];

/** Whether this person may give this order about this project; to residents, units and volunteers it does not exist. */
export function mayOrderProject({ name, roles }: Actor, verb: string, project: Project): boolean {
  if (roles.includes("secretary")) return true;
  if (!roles.some((role) => role === "gridWorker" || role === "gridLead" || role === "mediator")) return false;
  if (WALKERS.includes(verb) && project.stage !== "draft") return true;
  if (name !== project.by) return false;
  return roles.includes("gridLead") || (project.stage === "draft" && DRAFTERS.includes(verb));
}

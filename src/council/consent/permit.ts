import type { Actor } from "../../tickets/ticket.ts";
import type { Project } from "./project.ts";

/** What whoever walks from door to door may do. */
const WALKERS = ["word", "show", "add"];

/** Whether this person may give this order about this project; to residents, units and volunteers it does not exist. */
export function mayOrderProject({ name, roles }: Actor, verb: string, project: Project): boolean {
  if (roles.includes("secretary")) return true;
  if (!roles.some((role) => role === "gridWorker" || role === "gridLead" || role === "mediator")) return false;
  return WALKERS.includes(verb) || name === project.by;
}

import { isStaff } from "../tickets/permit.ts";
import type { Actor } from "../tickets/ticket.ts";
import type { Affair } from "./affair.ts";
import { mayOrderProject } from "./consent/permit.ts";
import { mayOrderVote } from "./vote/permit.ts";

const ANYBODY = ["signUp", "leave", "chain", "checkIn", "object", "marks", "walked"];
/** What whoever began it may do besides the secretary; letting a text out to the groups is the secretary's alone. */
const BEGINNERS = ["correct", "drop", "show", "topic", "minute", "came", "entitled"];
const ANY_STAFF = ["show", "minute"];

/** Whether this person may give this order about this affair; checked on every path. */
export function mayOrder(actor: Actor, verb: string, affair: Affair): boolean {
  if (affair.kind === "vote") return mayOrderVote(actor, verb, affair);
  if (affair.kind === "project") return mayOrderProject(actor, verb, affair);
  if (ANYBODY.includes(verb)) return true;
  if (actor.roles.includes("secretary")) return true;
  if (!isStaff(actor)) return false;
  const isDraft = affair.stage === "draft";
  if (actor.name === affair.by && BEGINNERS.includes(verb)) return isDraft || (verb !== "correct" && verb !== "drop");
  return ANY_STAFF.includes(verb);
}

/** Who may begin something that is said to residents: staff who convene; a grid worker's words wait for the secretary. */
export function mayBegin({ roles }: Actor): boolean {
  return roles.some((role) => role === "secretary" || role === "gridLead" || role === "gridWorker");
}

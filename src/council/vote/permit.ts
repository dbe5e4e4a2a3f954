import { isStaff } from "../../tickets/permit.ts";
import type { Actor } from "../../tickets/ticket.ts";
import type { Vote } from "./vote.ts";

const ANYBODY = ["ballot", "opinion", "object", "which"];
const ANY_STAFF = ["show"];
/** What a grid lead may do about a deliberation they began; what was decided is the secretary's to make public. */
const BEGINNERS = ["propose", "discuss", "poll", "quorum", "entitled", "extend", "correct", "drop"];

/** Whether this person may give this order about this deliberation. */
export function mayOrderVote({ name, roles }: Actor, verb: string, vote: Vote): boolean {
  if (ANYBODY.includes(verb)) return true;
  if (roles.includes("secretary")) return true;
  if (!isStaff({ id: "", alias: "", roles })) return false;
  if (ANY_STAFF.includes(verb)) return true;
  if (name !== vote.by) return false;
  if (!roles.includes("gridLead")) return vote.stage === "draft" && (verb === "drop" || verb === "correct");
  const isDecision = vote.pending?.what === "decision" || vote.pending?.what === "result";
  return BEGINNERS.includes(verb) || (verb === "confirm" && !isDecision);
}

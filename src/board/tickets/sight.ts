import type { Community } from "../../shared/community.ts";
import { placeText } from "../../shared/place.ts";
import type { Desk } from "../../tickets/desk.ts";
import { isHelper, isParty, isStaff, maySee } from "../../tickets/permit.ts";
import type { Matter } from "../../tickets/register.ts";
import { unnamed } from "../../tickets/saying/unnamed.ts";
import type { Actor } from "../../tickets/ticket.ts";
import type { Reach } from "./finder.ts";

/**
 * How much of a ticket somebody reads. `whole`: staff; `work`: a unit or a volunteer, the matter and the place but nobody's name or words;
 * `pool`: a published wish, neither name nor place; `party`: the other side of a dispute, nothing of what was said.
 */
export type Sight = "whole" | "work" | "pool" | "party";

/** What this person may read of a ticket; undefined: for them it is not there. */
export function sightOf(desk: Desk, actor: Actor, { ticket }: Matter): Sight | undefined {
  if (!maySee(desk, actor, ticket)) return undefined;
  if (isParty(actor, ticket)) return "party";
  if (isStaff(actor)) return "whole";
  const isTheirs = ticket.claimant?.id === actor.id || (actor.unit !== undefined && actor.unit === ticket.unit);
  return ticket.kind === "wish" && isHelper(actor) && !isTheirs ? "pool" : "work";
}

/** The words that stand for a ticket in a list. */
export function titleFor(community: Community, sight: Sight, { ticket, summary }: Matter): string {
  if (sight === "party") return "一件邻里的事";
  return sight === "pool" ? (ticket.published ?? unnamed(community, summary)) : summary;
}

/** Where it is, as far as this reader is told: the room is for whoever goes there. */
export function placeFor(sight: Sight, { ticket }: Matter): string {
  return sight === "whole" || sight === "work" ? placeText(ticket.place) : "";
}

/** Among which tickets somebody's list is looked up; what is found is still checked one by one. */
export function reachOf({ id, name = "", roles, unit }: Actor): Reach {
  if (roles.includes("secretary") || roles.includes("mediator")) return "all";
  if (isStaff({ id, alias: "", roles })) return { staff: name };
  return { helper: id, ...(unit === undefined ? {} : { unit }) };
}

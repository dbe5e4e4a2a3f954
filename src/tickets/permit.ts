import { allGrids } from "../shared/community.ts";
import type { Verb } from "./command.ts";
import type { Desk } from "./desk.ts";
import type { Actor, Ticket } from "./ticket.ts";

const RESIDENTS_OWN: readonly Verb[] = ["withdraw", "recall", "thank"];
const ASKERS: readonly Verb[] = ["supplement", "rate", "reopen"];
const SECRETARYS: readonly Verb[] = ["rule", "urge", "exclude", "include"];
const MEDIATORS: readonly Verb[] = ["party", "consent", "meet", "agree", "fail", "decline", "police", "visit"];
/** What the unit that was called may do; taking a call and objecting to it are its own. */
const UNITS: readonly Verb[] = ["accept", "object", "start", "arrive", "finish", "extend", "note", "secure"];
const UNITS_ALONE: readonly Verb[] = ["accept", "object"];
const CLAIMANTS: readonly Verb[] = ["contact", "release", "finish", "note"];

/** Whether this person may give this order about this ticket. Checked here for every path: chat, board and command line. */
export function mayDo(desk: Desk, verb: Verb, actor: Actor, ticket: Ticket): boolean {
  if (RESIDENTS_OWN.includes(verb)) return isReporter(actor, ticket);
  if (ASKERS.includes(verb)) return isAsker(actor, ticket) || (verb === "supplement" && isParty(actor, ticket));
  if (verb === "support") return ticket.kind !== "dispute" && !isAsker(actor, ticket);
  if (verb === "claim") return ticket.kind === "wish" && mayClaim(actor);
  if (isCalled(actor, ticket) && UNITS.includes(verb)) return true;
  if (UNITS_ALONE.includes(verb)) return false;
  if (ticket.claimant?.id === actor.id && CLAIMANTS.includes(verb)) return true;
  if (verb === "contact") return false;
  if (SECRETARYS.includes(verb)) return actor.roles.includes("secretary");
  // None is mediated against their will.
  if (verb === "decline" && ticket.kind === "dispute" && (isReporter(actor, ticket) || isParty(actor, ticket))) return true;
  if (MEDIATORS.includes(verb)) return ticket.kind === "dispute" && answersFor(desk, actor, ticket);
  // Whoever patrols ends what they found themselves (A2).
  if (verb === "finish" && isStaff(actor) && ticket.kind !== "dispute" && isReporter(actor, ticket)) return true;
  return answersFor(desk, actor, ticket);
}

/** Whether this person may know of the ticket at all. Disputes are for the parties, the mediators and the secretary alone. */
export function maySee(desk: Desk, actor: Actor, ticket: Ticket): boolean {
  if (isReporter(actor, ticket) || answersFor(desk, actor, ticket)) return true;
  if (ticket.kind === "dispute") return actor.roles.includes("mediator") || isParty(actor, ticket);
  // A published wish is known to everybody who may claim one.
  if (ticket.kind === "wish" && ticket.stage !== "asked" && isHelper(actor)) return true;
  return isSupporter(actor, ticket) || isStaff(actor) || isCalled(actor, ticket) || ticket.claimant?.id === actor.id;
}

/** Members of staff, as opposed to residents, units and volunteers. */
export function isStaff({ roles }: Actor): boolean {
  return roles.some(
    (role) => role === "gridWorker" || role === "gridLead" || role === "mediator" || role === "secretary" || role === "patrol",
  );
}

/** The other side of a dispute, as the mediator named them. */
export function isParty(actor: Actor, ticket: Ticket): boolean {
  return ticket.parties?.some(({ id }) => id === actor.id) === true;
}

function mayClaim({ roles }: Actor): boolean {
  return roles.length > 0;
}

function isCalled({ unit }: Actor, ticket: Ticket): boolean {
  return unit !== undefined && unit === ticket.unit && ticket.kind !== "dispute";
}

function isAsker(actor: Actor, ticket: Ticket): boolean {
  // What became a dispute after neighbours had joined it is no longer theirs to know of.
  return isReporter(actor, ticket) || (ticket.kind !== "dispute" && isSupporter(actor, ticket));
}

/** Units and volunteers, who help with what is given to them. */
export function isHelper({ roles }: Actor): boolean {
  return roles.some((role) => role === "unit" || role === "propertyManager" || role === "volunteer");
}

function isSupporter(actor: Actor, ticket: Ticket): boolean {
  return ticket.supporters.some(({ id }) => id === actor.id);
}

function isReporter(actor: Actor, ticket: Ticket): boolean {
  return ticket.reporters.some(({ id }) => id === actor.id);
}

function worksIn({ community }: Desk, name: string, estate: string | undefined): boolean {
  const own = allGrids(community.grids).filter(({ worker, lead }) => worker === name || lead === name);
  return own.some(({ places }) => estate === undefined || places.some((patch) => patch.estate === estate));
}

/** The secretary, the handler, whoever was first asked, and the lead of the grid; for a dispute the first three only. */
function answersFor(desk: Desk, actor: Actor, ticket: Ticket): boolean {
  if (actor.roles.includes("secretary")) return true;
  if (actor.name === undefined) return false;
  if (actor.name === ticket.handler || actor.name === ticket.firstHandler) return true;
  if (ticket.kind === "dispute") return false;
  // Nobody's grid: whichever worker of the estate is first may take it.
  if (ticket.grid === undefined) return worksIn(desk, actor.name, ticket.place.estate);
  return allGrids(desk.community.grids).some(({ name, lead }) => name === ticket.grid && lead === actor.name);
}

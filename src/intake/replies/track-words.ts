import type { Office } from "../../tickets/keep.ts";
import { isHelper, isParty, isStaff } from "../../tickets/permit.ts";
import type { Matter } from "../../tickets/register.ts";
import { promiseOf } from "../../tickets/saying/compose.ts";
import type { Actor, Ticket } from "../../tickets/ticket.ts";

/** With which sentence somebody who asks about a ticket is told where it stands. */
export function trackWording(office: Office, actor: Actor, { ticket }: Matter): string {
  if (isParty(actor, ticket)) return "trackParty";
  if (ticket.kind === "wish" && isHelper(actor)) return "trackWish";
  if (ticket.stage === office.flowFor(ticket.kind).flow.unsure) return "trackAsked";
  if (ticket.state === "open") return openWording(office, isStaff(actor), ticket);
  if (ticket.kind === "dispute" && ticket.outcome === "explained") return "trackUnsettled";
  if (ticket.outcome === "suspended") return "trackSuspended";
  if (ticket.outcome === "merged") return "trackMerged";
  if (ticket.outcome === "rejected") return "trackRejected";
  return ticket.outcome === "withdrawn" || ticket.outcome === "unfiled" ? "trackEnded" : "trackClosed";
}

function openWording({ flowFor }: Office, forStaff: boolean, ticket: Ticket): string {
  const isDue = promiseOf(flowFor(ticket.kind).flow, ticket) !== undefined;
  if (forStaff && isDue) return "trackStaff";
  return isDue ? "track" : ticket.stage === "waiting" ? "trackWaiting" : "trackOpen";
}

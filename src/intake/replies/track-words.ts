import type { Instant } from "../../shared/instant.ts";
import type { Office } from "../../tickets/keep.ts";
import { isHelper, isParty, isStaff } from "../../tickets/permit.ts";
import type { Matter } from "../../tickets/register.ts";
import { answer, promiseOf } from "../../tickets/saying/compose.ts";
import { standing } from "../../tickets/saying/gaps.ts";
import { inTheOpen } from "../../tickets/saying/in-the-open.ts";
import type { Sentence } from "../../tickets/saying/sentence.ts";
import { unnamed } from "../../tickets/saying/unnamed.ts";
import type { Fill } from "../../tickets/saying/wording.ts";
import type { Actor, Ticket } from "../../tickets/ticket.ts";
import { answerAbout, type Heard } from "../heard.ts";

/** With which sentence somebody who asks about a ticket is told where it stands. */
function trackWording(office: Office, actor: Actor, { ticket }: Matter): string {
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

/** How a matter stands, for whoever asks and may see it: who is on it, and when they hear; of a dispute to them alone. */
export function howItStands(office: Office, heard: Heard, matter: Matter, now: Instant): Sentence {
  const promise = promiseOf(office.flowFor(matter.ticket.kind).flow, matter.ticket);
  const key = `track:${heard.line.row}:${matter.ticket.number}`;
  const wording = trackWording(office, heard.actor, matter);
  const to = answerAbout(heard, matter.ticket);
  return answer(
    office.wordings,
    key,
    to,
    wording,
    gapsOf(office, heard.room?.kind === "residents" ? inTheOpen(to, matter) : matter),
    now,
    matter.ticket,
    promise,
  );
}

/** What sentences about a matter may tell whoever asks after it. */
export function gapsOf(office: Office, { ticket, summary }: Matter): Fill {
  const { flow } = office.flowFor(ticket.kind);
  const wish = ticket.published ?? unnamed(office.desk.community, summary);
  return { ...standing(office.desk, flow, ticket), number: ticket.number, what: summary, wish, text: ticket.result ?? "" };
}

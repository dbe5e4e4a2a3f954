import { DAY, HOUR, type Instant } from "../../shared/instant.ts";
import { isStaff } from "../../tickets/permit.ts";
import type { Matter } from "../../tickets/register.ts";
import type { Heard } from "../heard.ts";
import { type Aiming, isDanger } from "./aim.ts";

/** A matter that somebody was called for. `isJust`: within three hours, and nobody has talked of other things since; of a danger whatever is talked of. */
export type Called = { readonly matter: Matter; readonly isJust: boolean };

/** How long whoever was called for a matter tells of it without its number, and how long a bare `收到` is about it. */
const AT_WORK = 2 * DAY;
const JUST = 3 * HOUR;

/** What waits for somebody who speaks in a staff room, and what they were lately called for there: they answer a message, and fill in nothing. */
export async function calledAbout(
  { office, recent }: Aiming,
  { actor, room, spoken }: Heard,
  now: Instant,
): Promise<readonly Called[]> {
  if (room?.kind !== "staff" || !isStaff(actor) || spoken.quotedNumber !== undefined) return [];
  const told = await office.register.toldTo(actor.id, room.topic, now - AT_WORK);
  const waiting = told.filter(({ ticket }) => {
    const { flow } = office.flowFor(ticket.kind);
    const isTheirs = ticket.handler === actor.name || (isDanger(ticket) && ticket.firstHandler === actor.name);
    return isTheirs && ticket.stage !== flow.unsure && flow.states[ticket.stage]?.waitsFor === "handler";
  });
  if (waiting.length === 0) return [];

  const just = new Set((await office.register.toldTo(actor.id, room.topic, now - JUST)).map(({ ticket }) => ticket.number));
  return waiting.map((matter) => {
    const { ticket } = matter;
    const isQuiet = isDanger(ticket) || !recent.talkedSince(room.topic, ticket.openedAt);
    return { matter, isJust: just.has(ticket.number) && isQuiet };
  });
}

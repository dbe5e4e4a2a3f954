import { HOUR, type Instant } from "../../shared/instant.ts";
import type { Reading } from "../../tickets/reading.ts";
import type { Heard } from "../heard.ts";
import type { Readers } from "./readers.ts";

/** Whoever told of a danger goes on about it for so long. */
const GOES_ON = HOUR;

/** `找到了，谢谢大家`: whoever is still looking must hear of it. */
const OVER = /找(?:到|着)了|找回|回来了|回家了|到家了|平安|没事了|虚惊|救出|出来了|扑灭|灭了|弄错了|看错了|不用来了|解决了|好了/;

/**
 * The open danger that whoever speaks is in the midst of, and goes on about: `头都晕了`, `人怎么还没来`. In need nobody says twice what and where; nor when it is over.
 * Words about something else that is sure, or about another house, are a matter of their own.
 */
export async function dangerGoneOnAbout(
  { office }: Readers,
  { actor }: Heard,
  { kind, category, sure, place }: Reading,
  text: string,
  now: Instant,
): Promise<number | undefined> {
  if ((kind === "none" && !OVER.test(text)) || kind === "dispute" || kind === "wish") return undefined;
  const own = await office.register.askedBy(actor.id);
  const latest = own.find(({ ticket }) => {
    const isHere =
      place.building === undefined || ticket.place.building === undefined || place.building === ticket.place.building;
    const isIt = category === ticket.category || !sure || kind === "none";
    return ticket.state === "open" && ticket.kind === "hazard" && now - ticket.openedAt <= GOES_ON && isHere && isIt;
  });
  return latest?.ticket.number;
}

import { DAY, type Instant } from "../../shared/instant.ts";
import type { Reading } from "../../tickets/reading.ts";
import type { Heard } from "../heard.ts";
import type { Readers } from "./readers.ts";

/** So long after somebody was told that it is done, they may say that it is not, without a quote or a number. */
const MAY_SAY = 7 * DAY;

/** `灯还是不亮啊`, `根本没人来`: it is as it was. */
const STILL =
  /还[是没不]|仍然?|又|根本|压根|没(?:人|修|弄|清|动|解决|好|变|来)|白[修弄忙]|不管用|没用|照样|依旧|一点(?:都|也)?没|这办的/;

/** The matter of one's own that was said to be done, and of which somebody now says that it is not. */
export async function notDoneYet(
  { office }: Readers,
  { actor }: Heard,
  { kind, category }: Reading,
  text: string,
  now: Instant,
): Promise<number | undefined> {
  if (!STILL.test(text) || kind === "hazard" || kind === "dispute" || kind === "wish") return undefined;
  const own = await office.register.askedBy(actor.id);
  const done = own.find(
    ({ ticket }) =>
      ticket.state === "closed" &&
      (ticket.outcome === "resolved" || ticket.outcome === "explained") &&
      ticket.kind !== "dispute" &&
      now - ticket.closedAt <= MAY_SAY &&
      ticket.category === category,
  );
  return done?.ticket.number;
}

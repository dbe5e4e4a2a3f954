import type { Instant } from "../shared/instant.ts";
import type { Decided, Desked } from "./deciding/decide.ts";
import type { Desk } from "./desk.ts";
import type { Kind } from "./reading.ts";
import type { Matter, Register, Transaction } from "./register.ts";
import { compose, dueOf } from "./saying/compose.ts";
import type { Composing } from "./saying/composing.ts";
import type { Wordings } from "./saying/wording.ts";
import type { PersonRef } from "./ticket.ts";

/** Everything that deciding about tickets takes: the flows, the desk, the words, and the register to keep it in. */
export type Office = {
  readonly desk: Desk;
  readonly wordings: Wordings;
  readonly register: Register;
  readonly flowFor: (kind: Kind) => Desked;
  readonly reachable: (person: PersonRef) => boolean;
};

/** Writes down what was decided, with its clocks and sentences. */
export async function keep(
  office: Office,
  transaction: Transaction,
  matter: Matter,
  decided: Decided,
  said: Pick<Composing, "speaker" | "words">,
  now: Instant,
): Promise<void> {
  const { flow } = office.flowFor(matter.ticket.kind);
  await transaction.save(matter, decided.events, decided.timers, dueOf(flow, matter.ticket));
  const effects = await stillTrue(office, transaction, matter, decided);
  const context = { desk: office.desk, flow, wordings: office.wordings, reachable: office.reachable, ...said };
  for (const event of decided.events) await transaction.say(compose(context, matter, event, effects, now));
}

/**
 * What was queued in the night may be over by morning: a request to confirm what has been confirmed, an acknowledgement of what was
 * taken back. It is not said any more; and whoever never heard of a matter need not hear that it is gone.
 */
async function stillTrue(
  office: Office,
  transaction: Transaction,
  { ticket }: Matter,
  decided: Decided,
): Promise<Decided["effects"]> {
  const moved = decided.events.some(({ type, set }) => type !== "opened" && set.stage !== undefined);
  if (!moved) return decided.effects;

  const isGone = ticket.state === "closed" && (ticket.outcome === "withdrawn" || ticket.outcome === "unfiled");
  const requests = [...office.wordings].filter(
    ([, wording]) => wording.for === "staff" && (wording.purpose === "ask" || wording.purpose === "remind"),
  );
  const unsaid = await transaction.hush(ticket.number, isGone ? "all" : requests.map(([name]) => name));
  const neverTold = isGone && unsaid.some((name) => office.wordings.get(name)?.for === "staff");
  return neverTold ? decided.effects.filter(({ to }) => to !== "handler") : decided.effects;
}

import type { Instant } from "../shared/instant.ts";
import type { Office } from "../tickets/keep.ts";
import { carryOutWithin, fileWithin } from "../tickets/office.ts";
import type { Reading } from "../tickets/reading.ts";
import type { AffairOrder, Chamber, Decided } from "./chamber.ts";
import { commission } from "./meeting/commission.ts";
import type { CouncilTransaction } from "./shelf.ts";
import { proposalOf } from "./survey/survey.ts";

/** Does about tickets what a decision asks for, in the same transaction: a resolution becomes somebody's to do, a low mark a point for the next council. */
export async function fulfil(
  on: Chamber & { readonly office: Office },
  transaction: CouncilTransaction,
  decided: Decided,
  reading: Reading | undefined,
  order: AffairOrder,
  now: Instant,
): Promise<Decided> {
  const { affair, toDo = [] } = decided;
  if (reading !== undefined) return commission(on, transaction, decided, reading, order, now);
  const [first] = toDo;
  if (affair.kind !== "survey" || first === undefined) return decided;

  const { by } = order;
  const { ticket } = await fileWithin(on.office, transaction, proposalOf(affair, first.text, by), first.text, now);
  await carryOutWithin(on.office, transaction, ticket.number, { verb: "agenda", by }, now);
  const say = decided.say.map((sentence) => ({
    ...sentence,
    wording: "survey.proposedTicket",
    fill: { ...sentence.fill, ticket: ticket.number },
  }));
  return { affair, say };
}

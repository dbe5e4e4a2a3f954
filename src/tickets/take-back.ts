import { type Instant, MINUTE } from "../shared/instant.ts";
import { undone } from "./deciding/regroup.ts";
import { keep, type Office } from "./keep.ts";
import type { Done } from "./office.ts";
import { maySee } from "./permit.ts";
import { type Actor, replay } from "./ticket.ts";

/** How long a slip of the finger can be taken back. */
const SLIP = 2 * MINUTE;

/** What cannot be taken back by itself: others hang on it. */
const LASTING: readonly string[] = ["opened", "undone", "merged", "absorbed", "split", "reclassified"];

/** Takes back the last thing that happened to a ticket, when this person did it just now. Undefined: there is no such ticket. */
export function takeBackLast(
  office: Office,
  number: number,
  by: Actor,
  rows: readonly number[],
  now: Instant,
): Promise<Done | undefined> {
  return office.register.transact(async (transaction) => {
    const matter = await transaction.matter(number);
    if (matter === undefined || !maySee(office.desk, by, matter.ticket)) return undefined;
    const history = await transaction.history(number);
    const last = history.at(-1);
    const before = replay(number, history.slice(0, -1));
    const isOwn = last?.by === by.alias && now - last.at <= SLIP && !LASTING.includes(last.type);
    if (last === undefined || before === undefined || !isOwn) return { decision: { refused: "tooLate" }, matter };

    const on = office.flowFor(matter.ticket.kind);
    const decision = undone(on, matter.ticket, before, by.alias, now);
    const wasSaid = await transaction.unsay(number, last);
    const effects = wasSaid
      ? [...decision.effects, ...(["asked", "parties"] as const).map((to) => ({ to, wording: "undoneToYou" }))]
      : decision.effects;
    const next = { ...matter, ticket: decision.ticket };
    await keep(office, transaction, next, { ...decision, effects }, { speaker: by }, now);
    await transaction.settle(rows, { as: "answered" });
    return { decision, matter: next };
  });
}

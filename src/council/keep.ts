import type { Instant } from "../shared/instant.ts";
import { type Decided, keyOf } from "./chamber.ts";
import type { CouncilTransaction } from "./shelf.ts";

/** Writes down what was decided: what is no longer true is taken back first, then the affair and its sentences. */
export async function keepDecided(
  transaction: CouncilTransaction,
  { affair, say, unsay = [], again = [], forget = [] }: Decided,
  now: Instant,
): Promise<void> {
  for (const name of unsay) await transaction.unsayAll(keyOf(affair, name).slice(0, -1));
  for (const name of again) await transaction.sayAgain(keyOf(affair, name), now);
  for (const name of forget) await transaction.forgetSaid(keyOf(affair, name));
  await transaction.saveAffair(affair);
  await transaction.say(say);
}

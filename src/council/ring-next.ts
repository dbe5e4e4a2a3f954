import type { Instant } from "../shared/instant.ts";
import type { Chamber } from "./chamber.ts";
import { ringAffair } from "./decide.ts";
import { keepDecided } from "./keep.ts";
import type { Shelf } from "./shelf.ts";

/** Rings the earliest clock of an affair that is due; false when none is. */
export function ringNextAffair(on: Chamber & { readonly shelf: Shelf }, now: Instant): Promise<boolean> {
  return on.shelf.transact(async (transaction) => {
    const affair = await transaction.dueAffair(now);
    if (affair === undefined) return false;
    const [clock] = Object.entries(affair.clocks).sort(([, a], [, b]) => a - b)[0] ?? [""];
    await keepDecided(transaction, await ringAffair(on, transaction, affair, clock, now), now);
    return true;
  });
}

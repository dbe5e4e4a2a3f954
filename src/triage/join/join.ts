import type { Kind, OpenMatter } from "../../tickets/reading.ts";
import type { JoinWeights } from "../classifier/weights.ts";
import { judge } from "./judge.ts";
import { likeness, type Side } from "./likeness.ts";

/** From which likelihood a report joins an open matter; what reads as chatter must be likelier. */
const LIKELY = 0.42;
const LIKELY_THOUGH_IDLE = 0.5;

/** Kinds that are one matter whatever a classifier called them. Disputes and wishes are always somebody's own; a voice for a neighbour's matter may sound like a wish. */
export const RAISED: ReadonlySet<Kind> = new Set(["demand", "hazard", "proposal"]);
const JOINING: ReadonlySet<Kind> = new Set(["demand", "hazard", "proposal", "wish", "inquiry", "none"]);

/** Whether a report of this kind may join an open matter of that kind at all. */
export function mayMeet(again: Kind, open: Kind): boolean {
  return JOINING.has(again) && RAISED.has(open);
}

/** How likely it is that both speak of one thing, 0 to 1; 0 when their places or kinds rule it out. */
export function likelihood(again: Side, open: Side, weights: JoinWeights): number {
  const seen = mayMeet(again.kind, open.kind) ? likeness(again, open) : undefined;
  return seen === undefined ? 0 : judge(seen, weights);
}

/** Whether a likelihood is enough for a report of this kind to join. */
export function isLikely(likely: number, again: Kind): boolean {
  return likely >= (again === "none" ? LIKELY_THOUGH_IDLE : LIKELY);
}

/** The open matter that a report is about; undefined when none is likely enough, or when two are about as likely. What reads as chatter must be likelier. */
export function matterOf(
  again: Side,
  open: readonly OpenMatter[],
  sideOf: (matter: OpenMatter) => Side,
  weights: JoinWeights,
): OpenMatter | undefined {
  let best: { readonly matter: OpenMatter; readonly likely: number } | undefined;
  let next = 0;
  for (const matter of open) {
    const likely = likelihood(again, sideOf(matter), weights);
    if (best === undefined || likely > best.likely) {
      next = best?.likely ?? 0;
      best = { matter, likely };
    } else if (likely > next) next = likely;
  }
  return best !== undefined && isLikely(best.likely, again.kind) && best.likely > next ? best.matter : undefined;
}

import type { Kind, OpenMatter } from "../../tickets/reading.ts";
import { OTHER } from "../categories.ts";
import type { JoinWeights } from "../classifier/weights.ts";
import { judge } from "./judge.ts";
import { likeness, type Side, type Signs } from "./likeness.ts";

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
  const seen = seenOf(again, open);
  return seen === undefined ? 0 : judge(seen, weights);
}

function seenOf(again: Side, open: Side): Signs | undefined {
  return mayMeet(again.kind, open.kind) ? likeness(again, open) : undefined;
}

/** Whether a likelihood is enough for a report of this kind to join. */
export function isLikely(likely: number, again: Kind): boolean {
  return likely >= (again === "none" ? LIKELY_THOUGH_IDLE : LIKELY);
}

/** How fast chance grows with the number of matters of other categories: with twenty open, one new report in five was lost in one of them before this, one in sixty since (decision 8). */
const CROWD = 1.6;

/** A danger lost in another ticket is worse than one filed twice. */
const DANGER = 4;

/**
 * The open matter that a report is about; undefined when none is likely enough, or when two are about as likely. What reads as chatter must be likelier,
 * and so must a matter of another category or of other things, the more of these are open: a report must not be lost in a ticket that is only somewhat alike.
 */
export function matterOf(
  again: Side,
  open: readonly OpenMatter[],
  sideOf: (matter: OpenMatter) => Side,
  weights: JoinWeights,
): OpenMatter | undefined {
  const met = open.flatMap((matter) => {
    const seen = seenOf(again, sideOf(matter));
    return seen === undefined
      ? []
      : [{ matter, likely: judge(seen, weights), isOther: again.kind !== "none" && isOther(again, matter, seen) }];
  });
  const others = Math.max(1, met.filter((each) => each.isOther).length);
  const crowd = others ** CROWD * (again.kind === "hazard" ? DANGER : 1);
  const [best, next] = met
    .map((each) => ({ ...each, likely: each.isOther ? among(each.likely, crowd) : each.likely }))
    .toSorted((a, b) => b.likely - a.likely);
  return best !== undefined && isLikely(best.likely, again.kind) && best.likely > (next?.likely ?? 0) ? best.matter : undefined;
}

/** Fewer pairs of characters in common are chance. */
const FEW = 0.15;

/** Whether a matter is of another category, or of other things in other trouble with hardly a word in common. */
function isOther({ category }: Side, open: OpenMatter, { otherObject = 0, otherTrouble = 0, pairs = 0 }: Signs): boolean {
  return (category !== OTHER && category !== open.category) || (otherObject * otherTrouble === 1 && pairs < FEW);
}

/** A likelihood with its odds divided. */
function among(likely: number, crowd: number): number {
  const odds = likely / (1 - likely) / crowd;
  return odds / (1 + odds);
}

import type { Place } from "../shared/place.ts";
import type { Kind, OpenMatter } from "../tickets/reading.ts";
import { normalise } from "./normalise.ts";

/** What is known of a new report when the question is whether its matter is already open. */
export type Candidate = { readonly kind: Kind; readonly category: string; readonly place: Place; readonly text: string };

/** Two reports share so much of their wording, or they are two matters. */
const SHARED_WORDING = 0.34;
/** With `也`, less wording is repeated. */
const SHARED_WITH_ALSO = 0.2;

/** Kinds that are one matter whatever a classifier called them. Disputes and wishes are always somebody's own. */
const JOINABLE: ReadonlySet<Kind> = new Set(["demand", "hazard", "proposal"]);

/** The number of the open matter that a report is about: same category, a place that may be the same, and shared wording. Undefined when in doubt. */
export function joinable(candidate: Candidate, open: readonly OpenMatter[]): number | undefined {
  if (!JOINABLE.has(candidate.kind)) return undefined;

  const words = bigrams(candidate.text);
  const needed = /也|同样|\+1/u.test(normalise(candidate.text)) ? SHARED_WITH_ALSO : SHARED_WORDING;
  const [best, next] = open
    .filter((matter) => isAlike(candidate, matter))
    .map((matter) => ({ number: matter.number, shared: overlap(bigrams(matter.summary), words) }))
    .sort((a, b) => b.shared - a.shared);
  if (best === undefined || best.shared < needed || best.shared === next?.shared) return undefined;
  return best.number;
}

function isAlike({ kind, category, place }: Candidate, matter: OpenMatter): boolean {
  if (!JOINABLE.has(matter.kind) || (kind === "proposal") !== (matter.kind === "proposal")) return false;
  return category === matter.category && mayBeOnePlace(place, matter.place);
}

/** Same estate, same building or none on either side, and nothing finer that contradicts. */
function mayBeOnePlace(one: Place, other: Place): boolean {
  if (one.estate !== other.estate || one.building !== other.building) return false;
  if (one.unit !== undefined && other.unit !== undefined && one.unit !== other.unit) return false;
  if (one.room !== undefined && other.room !== undefined && one.room !== other.room) return false;
  if (one.spot === undefined || other.spot === undefined) return one.building !== undefined || one.spot === other.spot;
  return one.spot.includes(other.spot) || other.spot.includes(one.spot);
}

/** The share of the shorter text's pairs of characters that the other has too. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [fewer, more] = one.size <= other.size ? [one, other] : [other, one];
  if (fewer.size === 0) return 0;
  return [...fewer].filter((pair) => more.has(pair)).length / fewer.size;
}

function bigrams(text: string): ReadonlySet<string> {
  const plain = normalise(text).replace(/[^\p{L}\p{N}]/gu, "");
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, index) => plain.slice(index, index + 2)));
}

import type { Community } from "../shared/community.ts";
import { zoneOf } from "../shared/zone.ts";
import type { Kind, OpenMatter, Reading, Report, Triage, Urgency } from "../tickets/reading.ts";
import { type Categories, OTHER } from "./categories.ts";
import { topicReader } from "./classifier/topic.ts";
import { joiningKind, verdictOf } from "./classifier/verdict.ts";
import { categoriesOf, type Weights } from "./classifier/weights.ts";
import { matterOf } from "./join/join.ts";
import { mayContinue, type Side } from "./join/likeness.ts";
import { saidReader } from "./join/said.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { type Look, lookerOf, lookPastAddress } from "./look.ts";
import { normalise } from "./normalise.ts";
import { placeReader } from "./place/place.ts";
import { redactor } from "./redact.ts";
import { summarise } from "./summary.ts";
import { whenReader } from "./when/when.ts";

export type OfflineParts = {
  readonly lexicon: Lexicon;
  readonly categories: Categories;
  readonly community: Community;
  readonly weights: Weights;
};

export const OFFLINE = "offline@2";

const NOTHING = { kind: "none", category: OTHER, urgency: "ordinary", place: {}, summary: "", by: OFFLINE } as const;

/** A text longer than this with no more different characters than these is noise. */
const DIN = { length: 100, characters: 12 };

/** Open matters whose words were read once are remembered, so many. */
const REMEMBERED = 500;

/** Sorts reports by what was learned from our own utterances: needs no key and no network, and gives the same answer to the same report. Everything is made ready once, here. */
export function createOffline({ lexicon, categories, community, weights }: OfflineParts): Triage {
  const look = lookerOf({ lexicon, categories, weights });
  const saidOf = saidReader(lexicon);
  const topicOf = topicReader(categories, categoriesOf(weights));
  const urgencies = new Map(categories.map(({ id, urgency }) => [id, urgency]));
  const placeOf = placeReader(community);
  const redact = redactor(community);
  const whenOf = whenReader(zoneOf(community.timezone));
  const sideOf = remembering((matter) => {
    const text = normalise(matter.summary);
    return { ...matter, ...saidOf(text, look(text)), home: {}, alias: matter.by ?? "" };
  });

  /** Which open matter the report is about, if any. */
  const joined = (report: Report, seen: Look, side: Pick<Side, "text" | "kind" | "category" | "place">): OpenMatter | undefined =>
    matterOf(
      { ...side, ...saidOf(side.text, seen), alias: report.alias, home: placeOf({ ...report, text: "我家" }) },
      report.open,
      sideOf,
      weights.join,
    );

  /** How much of the matter some of its words hold. */
  const weighing = (category: string) => (words: string) => {
    const text = normalise(words);
    const { kinds, categories: topics } = look(text);
    return 1 - (kinds.at(-1) ?? 0) + (topicOf(text, topics()) === category ? 0.5 : 0);
  };

  const read = (report: Report): Reading => {
    const text = normalise(report.text);
    const shares = lookPastAddress(look, text);
    const verdict = verdictOf(shares.kinds, lexicon.thresholds);
    const { kind } = verdict;
    const confidence = Number(verdict.confidence.toFixed(3));
    const isIdle = kind === "none" && verdict.sure;
    const sure = isIdle || (verdict.sure && !shares.isWary && !isDin(text));
    const joinsAs = joiningKind(shares.kinds, lexicon.thresholds);
    const mayJoin = report.open.length > 0 && !shares.isWary && !isDin(text) && (joinsAs !== "none" || mayContinue(text));
    if (isIdle && !mayJoin) return { ...NOTHING, confidence, sure };

    const categories = shares.categories();
    const category = topicOf(text, categories);
    const place = placeOf(report);
    const matter = mayJoin ? joined(report, shares, { text, kind: joinsAs, category, place }) : undefined;
    if (isIdle && matter === undefined) return { ...NOTHING, confidence, sure };

    const when = report.at === undefined ? undefined : whenOf(report.text, report.at);
    return {
      kind,
      category,
      urgency: urgencyOf(kind, urgencies.get(category) ?? "ordinary"),
      place,
      ...(when === undefined ? {} : { when }),
      summary: summarise(report.text, (words) => redact(words, report.alias), weighing(category)),
      confidence,
      sure: sure || (kind === "none" && matter !== undefined),
      ...(matter === undefined ? {} : { joins: matter.number }),
      by: OFFLINE,
    };
  };
  return { read: async (report) => read(report) };
}

/** The same few characters over and over: somebody in need, or somebody who plays. A person can tell. */
function isDin(text: string): boolean {
  return text.length > DIN.length && new Set(text).size <= DIN.characters;
}

/** The class of time limits of a matter (DOMAIN, Figures): only what is broken or dangerous is pressing, whatever it is about. */
export function urgencyOf(kind: Kind, ofCategory: Urgency): Urgency {
  if (kind === "hazard") return "danger";
  if (kind === "demand") return ofCategory;
  return ofCategory === "complex" ? "complex" : "ordinary";
}

/** The same open matters are compared with message after message: their words are read once. */
function remembering(read: (matter: OpenMatter) => Side): (matter: OpenMatter) => Side {
  const known = new Map<string, Side>();
  return (matter) => {
    const key = [matter.number, matter.kind, matter.category, matter.summary].join("\n");
    const before = known.get(key);
    if (before !== undefined) return before;

    if (known.size >= REMEMBERED) known.clear();
    const side = read(matter);
    known.set(key, side);
    return side;
  };
}

import type { Community } from "../shared/community.ts";
import type { Kind, Reading, Report, Triage, Urgency } from "../tickets/reading.ts";
import { type Categories, categoryFinder, OTHER } from "./categories.ts";
import { joinable } from "./join.ts";
import { finderOf, type Lexicon } from "./lexicon/lexicon.ts";
import { judgeOf } from "./lexicon/score.ts";
import { normalise } from "./normalise.ts";
import { placeReader } from "./place/place.ts";
import { redactor } from "./redact.ts";
import { summarise } from "./summary.ts";

export type OfflineParts = { readonly lexicon: Lexicon; readonly categories: Categories; readonly community: Community };

export const OFFLINE = "offline@1";

/** Sorts reports by the lexicon's words and rules: needs no key and no network, and gives the same answer to the same report. Everything is compiled once, here. */
export function createOffline({ lexicon, categories, community }: OfflineParts): Triage {
  const find = finderOf(lexicon);
  const judge = judgeOf(lexicon);
  const categoryOf = categoryFinder(categories);
  const urgencies = new Map(categories.map(({ id, urgency }) => [id, urgency]));
  const placeOf = placeReader(community);
  const redact = redactor(community);

  const read = (report: Report): Reading => {
    const text = normalise(report.text);
    const { kind, margin } = judge(find(text));
    const confidence = confidenceOf(margin);
    const sure = margin >= (kind === "none" ? lexicon.thresholds.idle : lexicon.thresholds.sure);
    if (kind === "none" && sure)
      return { kind, category: OTHER, urgency: "ordinary", place: {}, summary: "", confidence, sure, by: OFFLINE };

    const category = categoryOf(text);
    const place = placeOf(report);
    const weigh = (words: string): number => {
      const plain = normalise(words);
      return (judge(find(plain)).kind === kind ? 2 : 0) + (categoryOf(plain) === category ? 1 : 0);
    };
    const summary = summarise(report.text, (words) => redact(words, report.alias), weigh);
    const joins = joinable({ kind, category, place, text: report.text }, report.open);
    const urgency = urgencyOf(kind, urgencies.get(category) ?? "ordinary");
    return { kind, category, urgency, place, summary, confidence, sure, ...(joins === undefined ? {} : { joins }), by: OFFLINE };
  };
  return { read: async (report) => read(report) };
}

/** The class of time limits of a matter (DOMAIN, Figures): only what is broken or dangerous is pressing, whatever it is about. */
export function urgencyOf(kind: Kind, ofCategory: Urgency): Urgency {
  if (kind === "hazard") return "danger";
  if (kind === "demand") return ofCategory;
  return ofCategory === "complex" ? "complex" : "ordinary";
}

/** A lead of no points is a toss-up, of five points nearly certain. */
function confidenceOf(margin: number): number {
  return Number((1 / (1 + Math.exp(-0.8 * margin))).toFixed(3));
}

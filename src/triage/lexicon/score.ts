import { KINDS, type Kind } from "../../tickets/reading.ts";
import type { Lexicon, LexiconRule } from "./lexicon.ts";
import type { Hits, Spans } from "./word-index.ts";

/** The leading kind, and by how much it leads over the next one and over `none`. */
export type Verdict = { readonly kind: Kind; readonly margin: number };

type Company = { readonly names: readonly string[]; readonly absent: boolean };
type Compiled = { readonly company: readonly Company[]; readonly rule: LexiconRule };
type Scores = Record<Kind | "matter", number>;

/** Makes the judge of a lexicon: what was found goes in, the kind it speaks for comes out. Each rule counts once, so that length alone proves nothing. */
export function judgeOf({ rules, thresholds }: Lexicon): (hits: Hits) => Verdict {
  const compiled = rules.map((rule): Compiled => ({ rule, company: rule.if.map(companyOf) }));

  return (hits) => {
    if (hits.size === 0) return { kind: "none", margin: thresholds.none };
    const scores = noScores();
    scores.none = thresholds.none;
    for (const each of compiled) if (applies(each, hits)) addTo(scores, each.rule);
    return verdictOf(scores);
  };
}

function companyOf(item: string): Company {
  const absent = item.startsWith("!");
  return { absent, names: (absent ? item.slice(1) : item).split("|") };
}

function noScores(): Scores {
  return { demand: 0, dispute: 0, wish: 0, hazard: 0, inquiry: 0, proposal: 0, none: 0, matter: 0 };
}

function applies({ company, rule }: Compiled, hits: Hits): boolean {
  for (const { names, absent } of company) if (names.some((name) => hits.has(name)) === absent) return false;
  if (rule.near === undefined) return true;

  const [first, second] = company;
  if (first === undefined || second === undefined) return true;
  return first.names.some((a) => second.names.some((b) => areNear(hits.get(a) ?? [], hits.get(b) ?? [], rule)));
}

function areNear(left: Spans, right: Spans, { near = 0, ordered }: LexiconRule): boolean {
  return left.some(([start, end]) =>
    right.some(([from, to]) => {
      if (from >= end) return from - end <= near;
      return !ordered && start >= to && start - to <= near;
    }),
  );
}

function addTo(scores: Scores, { adds }: LexiconRule): void {
  for (const name of Object.keys(adds) as (keyof Scores)[]) scores[name] += adds[name] ?? 0;
}

function verdictOf(scores: Scores): Verdict {
  const total = (kind: Kind): number => {
    if (kind === "none") return scores.none;
    return scores[kind] <= 0 ? 0 : scores[kind] + scores.matter;
  };
  const [best, next] = KINDS.map((kind) => ({ kind, score: total(kind) })).sort((a, b) => b.score - a.score);
  if (best === undefined || next === undefined) return { kind: "none", margin: 0 };
  return { kind: best.kind, margin: best.score - next.score };
}

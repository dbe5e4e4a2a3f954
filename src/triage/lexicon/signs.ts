import type { Lexicon, Sign } from "./lexicon.ts";
import type { Hits, Spans } from "./word-index.ts";

type Company = { readonly names: readonly string[]; readonly isAbsent: boolean };

/** Makes the finder of a lexicon's signs: what was found in a text goes in, the signs that it shows come out, each named by its own words. */
export function signsOf({ signs }: Pick<Lexicon, "signs">): (hits: Hits) => readonly string[] {
  const compiled = signs.map((sign) => ({ sign, company: sign.if.map(companyOf), name: nameOf(sign) }));
  const called = callersOf(compiled.map(({ company }) => company));
  return (hits) => {
    if (hits.size === 0) return [];
    const callers = new Set(called.always);
    for (const name of hits.keys()) for (const at of called.by.get(name) ?? []) callers.add(at);
    const shown: string[] = [];
    for (const at of [...callers].sort((a, b) => a - b)) {
      const each = compiled[at];
      if (each !== undefined && isShown(each.sign, each.company, hits)) shown.push(each.name);
    }
    return shown;
  };
}

/** Which signs are worth a look when a class was found: those whose first wanted company it is. Most texts call hardly any. */
function callersOf(signs: readonly (readonly Company[])[]) {
  const always: number[] = [];
  const by = new Map<string, number[]>();
  for (const [at, company] of signs.entries()) {
    const wanted = company.find(({ isAbsent }) => !isAbsent);
    if (wanted === undefined) always.push(at);
    for (const name of wanted?.names ?? []) by.set(name, [...(by.get(name) ?? []), at]);
  }
  return { always, by };
}

function companyOf(item: string): Company {
  const isAbsent = item.startsWith("!");
  return { isAbsent, names: (isAbsent ? item.slice(1) : item).split("|") };
}

function nameOf({ if: company, near, ordered }: Sign): string {
  return ["sign", ...company, near ?? "", ordered ? "ordered" : ""].join(" ");
}

function isShown(sign: Sign, company: readonly Company[], hits: Hits): boolean {
  for (const { names, isAbsent } of company) if (names.some((name) => hits.has(name)) === isAbsent) return false;
  if (sign.near === undefined) return true;

  const [first, second] = company;
  if (first === undefined || second === undefined) return true;
  return first.names.some((a) => second.names.some((b) => areNear(hits.get(a) ?? [], hits.get(b) ?? [], sign)));
}

function areNear(left: Spans, right: Spans, { near = 0, ordered }: Sign): boolean {
  return left.some(([start, end]) =>
    right.some(([from, to]) => {
      if (from >= end) return from - end <= near;
      return !ordered && start >= to && start - to <= near;
    }),
  );
}

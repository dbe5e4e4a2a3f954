import type { Component, Parser } from "chrono-node/zh/hans";
import type { Instant } from "../../shared/instant.ts";
import { houseNumber } from "../place/numerals.ts";

/** What a phrase says for certain, in chrono's components; `until` is its second hour (`两三点`). Tags carry what chrono has no component for. */
export type Said = {
  readonly known: Readonly<Partial<Record<Component, number>>>;
  readonly until?: Readonly<Partial<Record<Component, number>>>;
  readonly tags?: readonly string[];
};

/** A few characters on both sides of a phrase. */
export type Around = { readonly before: string; readonly after: string };

type Read = (groups: Readonly<Record<string, string | undefined>>, around: Around, now: Instant) => Said | undefined;

const NEAR = 12;

/** A number up to 99 as people write it, for patterns. */
export const NUMBER = "(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})";

/** `二十一` → 21, `两` → 2, `07` → 7; NaN for `三四`, which is no number but a guess. */
export function numberOf(text: string): number {
  if (/^[一二两三四五六七八九]{2,}$/.test(text)) return Number.NaN;
  return Number(houseNumber(text));
}

/**
 * A parser for chrono. What stands before a phrase is looked at in `read`, not by a lookbehind: chrono cuts the text
 * after each attempt, so a lookbehind would see nothing there.
 */
export function parserOf(pattern: RegExp, read: Read): Parser {
  return {
    pattern: () => pattern,
    extract: (context, match) => {
      const [text] = match;
      const start = match.index ?? 0;
      const end = start + text.length;
      const around = { before: context.text.slice(Math.max(0, start - NEAR), start), after: context.text.slice(end, end + NEAR) };
      const said = read(match.groups ?? {}, around, context.reference.instant.getTime());
      if (said === undefined) return null;

      const result = context.createParsingResult(start, text, { ...said.known }, said.until && { ...said.until });
      result.start.addTags([...(said.tags ?? [])]);
      return result;
    },
  };
}

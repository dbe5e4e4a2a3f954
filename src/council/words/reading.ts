import type { Community } from "../../shared/community.ts";
import type { Instant, When } from "../../shared/instant.ts";

/** Reads the time of an order, looking ahead; `unclear` when a time is meant that cannot be told (`aheadReader` of triage). */
export type ReadTime = (text: string, now: Instant) => When | "unclear" | undefined;

/** What an order is read with. */
export type Reading = { readonly community: Community; readonly readTime: ReadTime; readonly now: Instant };

/** Full-width letters, digits and signs that are typed by chance, made plain; Chinese punctuation stays. */
export function plainText(text: string): string {
  return text
    .slice(0, 4_000)
    .replace(/[０-９Ａ-Ｚａ-ｚ．＃＋－～＊／]/gu, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[\u3000\t\u00A0]/gu, " ")
    .replace(/[\u200B-\u200F\u2060\uFEFF]/gu, "");
}

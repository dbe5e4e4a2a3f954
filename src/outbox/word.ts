import type { Instant } from "../shared/instant.ts";
import type { Zone } from "../shared/zone.ts";
import { fill, type Wordings } from "../tickets/saying/wording.ts";
import { mentionOf } from "./merge.ts";
import type { Row } from "./queue.ts";
import { sayTime } from "./say-time.ts";

/** WeChat shows a long message folded, and some puppets cut it. */
const LONGEST = 1_500;

/**
 * Words one sentence, or several of the same kind as one, for this moment: a promise reads 今天 or 明天 as it is when said,
 * and one whose time has passed is said in its `late` form.
 */
export function word(wordings: Wordings, zone: Zone, rows: readonly Row[], now: Instant): string {
  return whole(wordings, zone, rows, now).slice(0, LONGEST);
}

/** The first of these rows, as many as one sentence can hold; at least one. What is cut off would count as said and nobody would read it. */
export function fitting(wordings: Wordings, zone: Zone, rows: readonly Row[], now: Instant): readonly Row[] {
  let count = rows.length;
  while (count > 1 && whole(wordings, zone, rows.slice(0, count), now).length > LONGEST) count--;
  return rows.slice(0, count);
}

function whole(wordings: Wordings, zone: Zone, rows: readonly Row[], now: Instant): string {
  const [first] = rows;
  const wording = wordings.get(first?.wording ?? "");
  if (first === undefined || wording === undefined) return "";

  const values = (row: Row) => ({ ...row.fill, due: row.promise === undefined ? "" : sayTime(zone, row.promise, now) });
  // A reminder that waited for the morning is one, however often it came due at night.
  const itemOf = (row: Row) => fill(wording.item ?? "", { ...values(row), whom: whomOf(row, rows) });
  const items = [...new Set(rows.map(itemOf))];
  if (items.length === 1 || wording.several === undefined || wording.item === undefined) {
    const isLate = first.promise !== undefined && first.promise <= now && wording.late !== undefined;
    return tidy(fill(isLate ? (wording.late ?? "") : wording.text, values(first)));
  }
  return tidy(fill(wording.several, { count: items.length, items: items.join("\n") }));
}

/** For whom one of several is, where they are not all for one. */
function whomOf({ to }: Row, rows: readonly Row[]): string {
  const mention = mentionOf(to);
  return mention === undefined || rows.every((row) => mentionOf(row.to)?.id === mention.id) ? "" : `${mention.alias}：`;
}

/** wechat4u cuts a text at an ASCII colon before a line's end (CHANNEL). */
function tidy(text: string): string {
  return text.replace(/:(?=\n|$)/g, "：");
}

import type { Reading, Report, Triage } from "../../tickets/reading.ts";

/** So few characters are half of what somebody has to say: nobody is asked about them. */
const HALF = 4;

/** Whether some words are only half of what somebody has to say. */
export function isHalfLine(text: string, estates: readonly string[] = []): boolean {
  if (text.replace(/[^\p{L}\p{N}]/gu, "").length <= HALF) return true;
  const within = estates.reduce((rest, estate) => rest.replace(estate, ""), text);
  return within.length <= LONGEST_PLACE && (within === "" || PLACE_ALONE.test(within));
}

/** No place alone is longer; and the pattern must not be tried on what somebody made to exhaust it. */
const LONGEST_PLACE = 16;

/** `5号楼2单元三楼`, `北门那边`: where, and nothing more. */
const PLACE_ALONE =
  /^(?:我?(?:在|就在|是))?(?:[0-9０-９一二三四五六七八九十]{1,4}(?:号楼|号院|号|栋|幢|座|单元|层|楼|室|户|门|#|-)?|[东南西北前后]{1,2}(?:大|小|侧)?[门院巷边面侧]|楼[道下上]|门口|那边|这边|旁边|里头|外头|[,，。.\s-])+(?:这?里|那[里儿边])?$/u;

/** Whoever types slowly writes short lines. */
const SHORT = 40;

/** Whoever types slowly has said half of it before: what is unclear alone, or has no place, may be clear together with the lines just before it. */
export async function readWithBefore(
  triage: Triage,
  alone: Report,
): Promise<{ readonly reading: Reading; readonly text: string }> {
  const reading = await triage.read(alone);
  const settled = { reading, text: alone.text };
  if (Math.max(alone.text.length, ...alone.recent.map(({ length }) => length)) > SHORT) return settled;
  const isPlaced = reading.place.building !== undefined || reading.place.spot !== undefined;
  if (alone.recent.length === 0 || (reading.sure && (isPlaced || reading.kind === "none"))) return settled;

  const text = [...alone.recent, alone.text].join("\n");
  const whole = await triage.read({ ...alone, text, recent: [] });
  if (!reading.sure) return whole.sure && whole.kind !== "none" ? { reading: whole, text } : settled;
  return whole.kind === reading.kind ? { reading: { ...whole, sure: true }, text } : settled;
}

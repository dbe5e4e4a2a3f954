import { tellsOfQuarrel } from "../../shared/quarrel.ts";
import type { Reading, Report, Triage } from "../../tickets/reading.ts";
import type { Heard } from "../heard.ts";
import type { Filed } from "./file-report.ts";

/** With these somebody comes to another thing; `还有人说`, `另外那个` go on about the same. */
const MORE = "(?:还有(?!人|的|没)|另外(?!那|的|[一二两三四几半])|再就是|再一个|对了|顺便(?!给|把)|其次)";
const BEGINS_MORE = new RegExp(`^${MORE}`, "u");
const COMES_TO_MORE = new RegExp(`(?<=[。！？!?；;，,、\\s])(?=${MORE})`, "u");

/** Whoever writes more lines at once has told a story by then, and each line read costs time. */
const MOST = 6;
/** A longer line tells a story of its own; what it is about is not told by one sentence of it. */
const SHORT = 40;

type Asked = Omit<Report, "text" | "recent" | "open">;
type Told = { readonly reading: Reading; readonly text: string };

/** The words without what only leads over to them. */
export function withoutMore(text: string): string {
  return text.replace(BEGINS_MORE, "").replace(/^[，,、\s]+/u, "");
}

/** Lines that somebody wrote one after the other, put together by what they are about: the lamp and the rubbish are two matters. Lines that tell of nothing by themselves belong to those before. */
export async function byMatter(triage: Triage, lines: readonly Heard[], about: Asked): Promise<readonly (readonly Heard[])[]> {
  const groups: Heard[][] = [];
  const isAlone = lines.length === 1 || lines.length > MOST;
  let open: Told | undefined;
  for (const heard of lines) {
    const { text } = heard.spoken;
    const reading = isAlone || text === "" ? undefined : await readAlone(triage, about, text, open);
    const isMatter = reading !== undefined && reading.kind !== "none";
    const isOther = isMatter && open !== undefined && isAnother(reading, open, text);
    if (groups.length === 0 || isOther) groups.push([]);
    groups.at(-1)?.push(heard);
    if (isMatter && (open === undefined || isOther)) open = { reading, text };
  }
  return groups;
}

/** The parts of one message that tells of two matters, `路灯不亮，还有垃圾没人收`, each with its reading; empty where it tells of one, or of a quarrel, which goes its own way. */
export async function mattersWithin(triage: Triage, text: string, about: Asked): Promise<readonly Filed[]> {
  const parts = tellsOfQuarrel(text) ? [text] : text.split(COMES_TO_MORE).map((part) => part.trim());
  const told: Filed[] = [];
  for (const part of parts.length === 1 ? [] : parts) {
    const before = told.at(-1);
    const { kind, ...reading } = await readAlone(triage, about, withoutMore(part), before);
    if (kind === "none" || kind === "dispute" || (before !== undefined && !isAnother({ kind, ...reading }, before, part)))
      return [];
    told.push({ reading: { kind, ...reading }, text: withoutMore(part) });
  }
  return told;
}

function readAlone(triage: Triage, about: Asked, text: string, before: Told | undefined): Promise<Reading> {
  const open = before === undefined ? [] : [{ number: 0, ...before.reading, summary: before.text, by: about.alias }];
  return triage.read({ ...about, text, recent: [], open });
}

function isAnother(reading: Reading, before: Told, text: string): boolean {
  if (reading.joins !== undefined) return false;
  const isOfOther = reading.category !== before.reading.category && ![reading.category, before.reading.category].includes("其他");
  if (BEGINS_MORE.test(text)) return isOfOther || reading.kind === "inquiry";
  return isOfOther && reading.sure && before.reading.sure && Math.max(text.length, before.text.length) <= SHORT;
}

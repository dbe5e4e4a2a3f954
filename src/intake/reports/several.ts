import { tellsOfQuarrel } from "../../shared/quarrel.ts";
import type { Reading, Report, Triage } from "../../tickets/reading.ts";
import type { Heard } from "../heard.ts";
import type { Filed } from "./file-report.ts";

/** With these somebody comes to another thing; `还有人说`, `另外那个` go on about the same. */
const MORE = "(?:还有(?!人|的|没)|另外(?!那|的|[一二两三四几半])|再就是|再一个|对了|顺便(?!给|把)|其次)";
/** `1、`, `二.`, `③` before each of several things; no `3.5元`, no `5、6号楼`. */
const NUMBERED = "(?:[1-9一二三四五六七八九][、．.)）](?!\\d)|[①-⑨])";
const IS_NUMBERED = new RegExp(`^${NUMBERED}`, "u");
const BEGINS_MORE = new RegExp(`^(?:${MORE}|${NUMBERED})`, "u");
const COMES_TO_MORE = new RegExp(`(?<=[。！？!?；;，,、\\s])(?=${MORE})`, "u");
const COMES_TO_NEXT = new RegExp(`(?<=[。！？!?；;，,、：:\\s])(?=${MORE}|${NUMBERED})`, "u");
/** `几个问题：1、5号楼…` numbers things, and no houses. */
const FIRST = /(^|[：:\s])1([、．.)）])/u;
const IS_LIST = /(?:^|[：:\s])(?:[1一][、．.)）]|①)[\s\S]+[\s；;。，,](?:[2二][、．.)）]|②)/u;

/** Whoever writes more lines at once has told a story by then, and each line read costs time. */
const MOST = 6;
/** No longer message is taken apart: the patterns must not be tried on what somebody made to exhaust them. */
const LONGEST = 600;
/** A longer line tells a story of its own; what it is about is not told by one sentence of it. */
const SHORT = 40;

/** What was told just before stands beside the open tickets, under no number of theirs. */
const BEFORE = 0;

type Speaker = Omit<Report, "text" | "recent">;
type Told = { readonly reading: Reading; readonly text: string };

/** The words without what only leads over to them. */
export function withoutMore(text: string): string {
  return text.replace(BEGINS_MORE, "").replace(/^[，,、\s]+/u, "");
}

/** Lines that somebody wrote one after the other, put together by what they are about: the lamp and the rubbish are two matters. Lines that tell of nothing by themselves belong to those before. */
export async function byMatter(triage: Triage, lines: readonly Heard[], about: Speaker): Promise<readonly (readonly Heard[])[]> {
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

/** The parts of one message that tells of several matters, `路灯不亮，还有垃圾没人收`, each with its reading; empty where it tells of one, or of a quarrel, which goes its own way. */
export async function mattersWithin(triage: Triage, report: Report): Promise<readonly Filed[]> {
  const { text } = report;
  if (tellsOfQuarrel(text) || text.length > LONGEST) return [];
  const split = IS_LIST.test(text) ? text.replace(FIRST, "$11$2 ").split(COMES_TO_NEXT) : text.split(COMES_TO_MORE);
  const parts = split.map((part) => part.trim());
  if (parts.length < 2 || parts.length > MOST) return [];
  const told: Filed[] = [];
  for (const part of parts) {
    const before = told.at(-1);
    const { kind, ...reading } = await readAlone(triage, report, withoutMore(part), before);
    const isHeading = before === undefined && /[：:]$/u.test(part);
    if (kind === "none" || isHeading) continue;
    if (kind === "dispute") return [];
    if (before !== undefined && !isAnother({ kind, ...reading }, before, part)) return [];
    told.push({ reading: { kind, ...reading }, text: withoutMore(part) });
  }
  return told.length < 2 ? [] : told;
}

function readAlone(triage: Triage, about: Speaker, text: string, before: Told | undefined): Promise<Reading> {
  const told = before === undefined ? [] : [{ number: BEFORE, ...before.reading, summary: before.text, by: about.alias }];
  return triage.read({ ...about, text, recent: [], open: [...about.open, ...told] });
}

function isAnother(reading: Reading, before: Told, text: string): boolean {
  if (reading.joins === BEFORE) return false;
  const isOfOther = reading.category !== before.reading.category && ![reading.category, before.reading.category].includes("其他");
  if (BEGINS_MORE.test(text)) return isOfOther || reading.kind === "inquiry" || IS_NUMBERED.test(text);
  return isOfOther && reading.sure && before.reading.sure && Math.max(text.length, before.text.length) <= SHORT;
}

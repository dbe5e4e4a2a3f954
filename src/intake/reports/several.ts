import { tellsOfQuarrel } from "../../shared/quarrel.ts";
import type { Reading, Report, Triage } from "../../tickets/reading.ts";
import type { Heard } from "../heard.ts";
import { type Item, itemOf, itemsOf } from "../words/items.ts";
import type { Filed } from "./file-report.ts";

/** Whoever writes more lines at once has told a story by then, and each line read costs time. */
const MOST = 6;
/** A longer line tells a story of its own; what it is about is not told by one sentence of it. */
const SHORT = 40;

/** What was told just before stands beside the open tickets, under no number of theirs. */
const BEFORE = 0;

type Speaker = Omit<Report, "text" | "recent">;
type Told = { readonly reading: Reading; readonly text: string };

/** Lines that somebody wrote one after the other, put together by what they are about: the lamp and the rubbish are two matters. Lines that tell of nothing by themselves belong to those before. */
export async function byMatter(triage: Triage, lines: readonly Heard[], about: Speaker): Promise<readonly (readonly Heard[])[]> {
  const groups: Heard[][] = [];
  const isAlone = lines.length === 1 || lines.length > MOST;
  let open: Told | undefined;
  for (const heard of lines) {
    const { text } = heard.spoken;
    const reading = isAlone || text === "" ? undefined : await readAlone(triage, about, text, open);
    const isMatter = reading !== undefined && reading.kind !== "none";
    const isOther = isMatter && open !== undefined && isAnother(reading, open, itemOf(text));
    if (groups.length === 0 || isOther) groups.push([]);
    groups.at(-1)?.push(heard);
    if (isMatter && (open === undefined || isOther)) open = { reading, text };
  }
  return groups;
}

/**
 * The parts of one message that tells of several matters, `路灯不亮，还有垃圾没人收`, each with its reading, quarrels first: the message itself belongs
 * to the first, and nobody who reads of the others may read of them. Empty where it tells of one. `meant`: what is made of a part's reading.
 */
export async function mattersWithin(
  triage: Triage,
  report: Report,
  meant: (reading: Reading, part: string) => Reading = (reading) => reading,
): Promise<readonly Filed[]> {
  const parts = itemsOf(report.text);
  if (parts.length < 2 || parts.length > MOST) return [];
  const told: Filed[] = [];
  let isIdleBefore = false;
  for (const part of parts) {
    const { text } = part;
    const before = told.at(-1);
    const { kind, ...reading } = meant(await readAlone(triage, report, text, before), text);
    if (kind === "none") {
      isIdleBefore ||= before === undefined && reading.sure;
      continue;
    }
    // A quarrel told in one breath with something else is parted otherwise.
    if (kind !== "dispute" && tellsOfQuarrel(text)) return [];
    if (before !== undefined && !isAnother({ kind, ...reading }, before, part)) return [];
    told.push({ reading: { kind, ...reading }, text });
  }
  // 谢谢，另外…: only what comes behind is a matter.
  const [only, another] = told;
  if (another === undefined) return isIdleBefore && only?.reading.sure === true ? told : [];
  return told.toSorted((a, b) => Number(b.reading.kind === "dispute") - Number(a.reading.kind === "dispute"));
}

function readAlone(triage: Triage, about: Speaker, text: string, before: Told | undefined): Promise<Reading> {
  const told = before === undefined ? [] : [{ number: BEFORE, ...before.reading, summary: before.text, by: about.alias }];
  return triage.read({ ...about, text, recent: [], open: [...about.open, ...told] });
}

function isAnother(reading: Reading, { reading: before, text: said }: Told, { text, isLed, isNumbered }: Item): boolean {
  if (reading.joins === BEFORE) return false;
  const isOfOther = reading.category !== before.category && ![reading.category, before.category].includes("其他");
  const [here, there] = [reading.place.building, before.place.building];
  const isElsewhere = here !== undefined && there !== undefined && here !== there;
  if (isLed) return isNumbered || isOfOther || isElsewhere || reading.kind === "inquiry";
  return isOfOther && reading.sure && before.sure && Math.max(text.length, said.length) <= SHORT;
}

import { tellsOfQuarrel } from "../../shared/quarrel.ts";
import type { Reading, Report, Triage } from "../../tickets/reading.ts";
import { behindCourtesy, partsToHear } from "./courtesy.ts";
import { isElsewhere } from "./elsewhere.ts";
import { readWithBefore } from "./half-lines.ts";
import { asAlarm, asCry, asHurt, asPressing } from "./quarrel.ts";

/** Phone and ID numbers tell nothing of what it is about. */
const NUMBERS = /\d{7,}[Xx]?/g;

/** What triage makes of some words, with those just before and without the courtesies in front; `text`: the words that it is about. */
export async function readWords(
  triage: Triage,
  report: Report,
  isPrivate: boolean,
): Promise<{ readonly reading: Reading; readonly text: string }> {
  const plain = { ...report, text: report.text.replace(NUMBERS, "") };
  const whole = await readWithBefore(triage, plain);
  const rest = behindCourtesy(plain.text);
  const behind = rest === undefined ? undefined : await triage.read({ ...plain, text: rest, recent: [] });
  const isHidden =
    behind !== undefined &&
    behind.kind !== "none" &&
    (whole.reading.kind === "none" || (behind.kind === "hazard" && whole.reading.kind !== "hazard"));
  const chosen = isHidden
    ? { reading: behind, text: rest ?? plain.text }
    : ((await danger(triage, plain, whole.reading)) ?? whole);
  const here = isPrivate ? chosen.reading : asElsewhere(chosen.reading, report.text);
  const heard = asCry(here, chosen.text, isPrivate);
  return { reading: asHurt(asAlarm(asPressing(heard, chosen.text), chosen.text), chosen.text), text: chosen.text };
}

/** Among neighbours what is one's own, a shop's or another place's is talk; whoever tells the bot alone means it. */
function asElsewhere(reading: Reading, text: string): Reading {
  const mayBe = reading.kind !== "hazard" && reading.kind !== "dispute";
  return mayBe && isElsewhere(text) ? { ...reading, kind: "none", sure: false } : reading;
}

/** A danger is not hidden by the talk beside it; a quarrel told with it stays in the words, and goes its own way later. */
async function danger(
  triage: Triage,
  report: Report,
  { kind }: Reading,
): Promise<{ readonly reading: Reading; readonly text: string } | undefined> {
  if (kind === "hazard") return undefined;
  for (const part of partsToHear(report.text)) {
    const reading = await triage.read({ ...report, text: part, recent: [] });
    if (reading.kind === "hazard") return { reading, text: tellsOfQuarrel(report.text) ? report.text : part };
  }
  return undefined;
}

/** From here a danger is likelier than that words which answer the bot only answer it. */
const LIKELY = 0.3;

/** Whether something that must not be lost stands behind words that answer the bot: any danger, and any plain matter behind mere agreement. */
export async function hidesMatter(triage: Triage, report: Report, isAgreement: boolean): Promise<boolean> {
  const rest = behindCourtesy(report.text);
  if (rest === undefined) return false;
  const { kind, sure, confidence } = await triage.read({ ...report, text: rest });
  return (kind === "hazard" && confidence >= LIKELY) || (isAgreement && kind !== "none" && sure);
}

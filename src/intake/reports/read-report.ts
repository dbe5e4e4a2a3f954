import type { Room } from "../../shared/community.ts";
import { type Instant, MINUTE } from "../../shared/instant.ts";
import { isStaff } from "../../tickets/permit.ts";
import type { Reading, Report, Triage } from "../../tickets/reading.ts";
import type { Heard } from "../heard.ts";
import { type FreeWords, readFreeWords } from "../replies/free-words.ts";
import { corrected, isCorrection } from "../words/corrections.ts";
import { asFound, findingOf } from "../words/finding.ts";
import { isHalfLine } from "../words/half-lines.ts";
import { itemOf } from "../words/items.ts";
import { asPressing, type Parts, partsOf } from "../words/quarrel.ts";
import { readWords } from "../words/read-words.ts";
import { answersWhatWasAsked } from "./answers-asked.ts";
import { addWords, type Filed, file, fileSeveral, join } from "./file-report.ts";
import { homeRoom } from "./home-room.ts";
import { dangerGoneOnAbout } from "./in-danger.ts";
import { notDoneYet } from "./not-done.ts";
import { toldOfOwnQuarrel } from "./own-quarrel.ts";
import { putOwnRight } from "./put-right.ts";
import type { Readers } from "./readers.ts";
import { forget, lonePhoto } from "./set-aside.ts";
import { byMatter, mattersWithin } from "./several.ts";
import { isVoiceFor } from "./voices.ts";
import { askedAfter, tellHowItStands } from "./whereabouts.ts";

/** Reads what one person said within the quiet time: one report, or several where the lines tell of several matters. */
export async function readReport(on: Readers & FreeWords, lines: readonly Heard[], now: Instant): Promise<void> {
  const [first] = lines;
  if (first === undefined) return;
  const groups = await byMatter(on.triage, lines, { ...speakerOf(first, homeRoom(on, first)), open: [] });
  for (const group of groups) await readOne(on, group, now, groups.length > 1);
}

function speakerOf({ line, known }: Heard, home: Room | undefined) {
  return {
    at: line.message.sentAt,
    alias: known.alias,
    photos: 0,
    ...(home === undefined ? {} : { room: { topic: home.topic, ...placeOf(home) } }),
  };
}

/** Does what the reading of a report says: files it, joins it to the open ticket of the same matter, or forgets its words at once. `isOneOfSeveral`: it goes on about nothing that was said before. */
async function readOne(on: Readers & FreeWords, lines: readonly Heard[], now: Instant, isOneOfSeveral: boolean): Promise<void> {
  const [first] = lines;
  if (first === undefined) return;
  const rows = lines.map(({ line }) => line.row);
  const words = corrected(lines.map(({ spoken }) => spoken.text).filter((part) => part !== "")).join("\n");
  const said = isOneOfSeveral ? itemOf(words).text : words;
  const photos = lines.filter(({ line }) => line.message.attachment !== undefined).length;
  if (said === "") return lonePhoto(on, lines, rows, now);

  const home = homeRoom(on, first);
  const estate = home?.estate;
  const key = `${home?.topic ?? ""}\n${first.known.id}`;
  const before = on.recent.of(key, now);
  const speaker = speakerOf(first, home);
  const alone = { ...speaker, text: said, photos, recent: before, open: await on.openMatters.of(estate) };
  const read = await readWords(on.triage, alone, first.room === undefined);
  const { text } = read;
  const reading = isStaff(first.actor) ? asFound(read.reading, said) : read.reading;
  if (await toldOfOwnQuarrel(on, lines, reading, rows, said, now)) return;
  const isIdle = reading.kind === "none";
  const asked = isOneOfSeveral ? undefined : await askedAfter(on, first, reading, said, alone.open, now);
  if (asked !== undefined && (await tellHowItStands(on, lines, rows, asked, said, now))) return on.recent.used(key);
  const found = isStaff(first.actor) ? findingOf(said) : undefined;
  const several = await mattersWithin(on.triage, alone, found);
  if (several.length > 0) {
    on.recent.used(key);
    await on.keepPerson(first.known);
    return fileSeveral(on, lines, rows, several, now);
  }
  // 我都报过啥来着 sounds like a question to the community, and is one to the bot.
  const isAlone = !isIdle && first.room === undefined && lines.length === 1 && reading.kind !== "hazard";
  if (isAlone && !reading.sure && (await readFreeWords(on, first, now, "all"))) return;
  if (isAlone && reading.kind === "inquiry" && (await readFreeWords(on, first, now, "bot"))) return;
  const undone = await notDoneYet(on, first, reading, said, now);
  if (undone !== undefined) {
    const again = { verb: "reopen", by: first.actor, text: said } as const;
    if (await addWords(on, lines, rows, undone, again, now)) return on.recent.used(key);
  }
  if (await answersWhatWasAsked(on, lines, rows, reading, said, now)) return on.recent.used(key);
  if (isCorrection(said) && (await putOwnRight(on, lines, rows, said, now))) return on.recent.used(key);
  const { joins } = reading;
  const isVoice = joins !== undefined && (await isVoiceFor(on, first.actor, reading, joins));
  if (joins !== undefined && isVoice && (!isIdle || (await mayBeVoice(on, first, joins, now)))) {
    if (await join(on, lines, rows, joins, text, now)) return on.recent.used(key);
  }
  const isHalf = isHalfLine(
    said,
    on.office.desk.community.estates.map(({ name }) => name),
  );
  // Unclear words just after one's own report belong to it.
  const justRaised = reading.sure || isOneOfSeveral ? undefined : on.evidence.ticketOf(first.actor.id, now);
  if (
    justRaised !== undefined &&
    reading.kind !== "hazard" &&
    (isHalf || (!isIdle && (await isAlike(on, justRaised, reading))))
  ) {
    if (await join(on, lines, rows, justRaised, said, now)) return;
  }
  const isDangerOpen = alone.open.some(({ kind }) => kind === "hazard");
  const danger = isDangerOpen ? await dangerGoneOnAbout(on, first, reading, said, now) : undefined;
  if (danger !== undefined && (await join(on, lines, rows, danger, said, now))) return;
  if (isIdle || (!reading.sure && reading.kind !== "hazard" && isHalf)) {
    on.recent.note(
      { key, room: first.room?.topic ?? "" },
      lines.map(({ line }) => line.message.id),
      said,
      now,
    );
    // What is no matter may still be an answer to the bot: 师傅来过了，还是漏.
    if (first.room === undefined && lines.length === 1 && (await readFreeWords(on, first, now, "all"))) return;
    return forget(on, lines, rows, now);
  }
  on.recent.used(key);
  await on.keepPerson(first.known);
  const parts = reading.kind === "dispute" ? undefined : partsOf(text);
  if (parts === undefined) return file(on, lines, rows, [{ reading: { ...reading, kind: reading.kind }, text }], now);
  await file(on, lines, rows, await apart(on.triage, alone, reading, parts), now);
}

/** A quarrel told together with something else goes its own way: whoever mends the lamp does not read of it, nor of the message. */
async function apart(triage: Triage, report: Report, reading: Reading, parts: Parts): Promise<readonly Filed[]> {
  const rest = await triage.read({ ...report, text: parts.rest, recent: [], open: [] });
  const quarrel = await triage.read({ ...report, text: parts.quarrel, recent: [], open: [] });
  const isMatter = rest.kind !== "none" && rest.kind !== "dispute";
  const kind = isMatter ? rest.kind : reading.kind === "none" ? "demand" : reading.kind;
  const dispute = asPressing(
    { ...quarrel, kind: "dispute", sure: true, summary: quarrel.summary || "邻里之间的事" },
    report.text,
  );
  const place = rest.place.building === undefined ? reading.place : rest.place;
  return [
    { reading: { ...dispute, kind: "dispute" }, text: parts.quarrel },
    { reading: { ...rest, kind, place, summary: rest.summary || "小区里的一件事" }, text: parts.rest },
  ];
}

/** Whether words may go on about a ticket: they tell of nothing else. A burst pipe after a dark lamp is a matter of its own. */
async function isAlike({ office }: Readers, number: number, { category, kind }: Reading): Promise<boolean> {
  const ticket = (await office.register.matter(number))?.ticket;
  return category === OTHER || (category === ticket?.category && (kind === ticket.kind || kind === "inquiry"));
}

/** What a reading is about when its words name nothing. */
const OTHER = "其他";

/** How long after a report words that only agree are a voice for it. */
const FRESH = 30 * MINUTE;

/** Words that only agree are a voice for a matter that was just raised, as long as the talk has not gone elsewhere; its own people may come back to it later. */
async function mayBeVoice({ office, recent }: Readers, { actor, room }: Heard, number: number, now: Instant): Promise<boolean> {
  const matter = await office.register.matter(number);
  if (matter === undefined) return false;
  const { reporters, supporters, openedAt } = matter.ticket;
  if ([...reporters, ...supporters].some(({ id }) => id === actor.id)) return true;
  return now - openedAt <= FRESH && !recent.talkedSince(room?.topic ?? "", openedAt);
}

function placeOf({ estate, building }: { readonly estate?: string; readonly building?: string }) {
  return { ...(estate === undefined ? {} : { estate }), ...(building === undefined ? {} : { building }) };
}

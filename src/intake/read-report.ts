import { type Instant, MINUTE } from "../shared/instant.ts";
import { file, homeRoom, join } from "./file-report.ts";
import { isHalfLine, readWithBefore } from "./half-lines.ts";
import type { Heard } from "./heard.ts";
import type { Readers } from "./readers.ts";
import { forget, lonePhoto } from "./set-aside.ts";

/**
 * Reads one report (the lines of one person within the quiet time) and does what the reading says: files it, joins it to the open
 * ticket of the same matter, or forgets its words at once.
 */
export async function readReport(on: Readers, lines: readonly Heard[], now: Instant): Promise<void> {
  const [first] = lines;
  if (first === undefined) return;
  const rows = lines.map(({ line }) => line.row);
  const said = lines
    .map(({ spoken }) => spoken.text)
    .filter((part) => part !== "")
    .join("\n");
  const photos = lines.filter(({ line }) => line.message.attachment !== undefined).length;
  if (said === "") return lonePhoto(on, lines, rows, now);

  const home = homeRoom(on, first);
  const estate = home?.estate;
  const key = `${home?.topic ?? ""}\n${first.known.id}`;
  const before = on.recent.of(key, now);
  const alone = {
    text: said,
    at: first.line.message.sentAt,
    alias: first.known.alias,
    ...(home === undefined ? {} : { room: { topic: home.topic, ...placeOf(home) } }),
    photos,
    recent: before,
    open: await on.openMatters(estate),
  };
  const { reading, text } = await readWithBefore(on.triage, alone);
  const isIdle = reading.kind === "none";
  if (reading.joins !== undefined && (!isIdle || (await mayBeVoice(on, first, reading.joins, now)))) {
    if (await join(on, lines, rows, reading.joins, text, now)) return on.recent.used(key);
  }
  // Unclear words just after one's own report belong to it.
  const justRaised = reading.sure ? undefined : on.evidence.ticketOf(first.actor.id, now);
  if (justRaised !== undefined && reading.kind !== "hazard" && (!isIdle || isHalfLine(said))) {
    if (await join(on, lines, rows, justRaised, said, now)) return;
  }
  if (isIdle || (!reading.sure && reading.kind !== "hazard" && isHalfLine(said))) {
    on.recent.note(
      { key, room: first.room?.topic ?? "" },
      lines.map(({ line }) => line.message.id),
      said,
      now,
    );
    return forget(on, lines, rows, now);
  }
  on.recent.used(key);
  await on.keepPerson(first.known);
  await file(on, lines, rows, { ...reading, kind: reading.kind }, text, now);
}

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

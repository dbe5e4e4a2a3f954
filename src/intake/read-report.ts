import type { Room } from "../shared/community.ts";
import { type Instant, MINUTE } from "../shared/instant.ts";
import type { Opening } from "../tickets/command.ts";
import { answer } from "../tickets/compose.ts";
import { carryOut, fileReport, type Office } from "../tickets/office.ts";
import type { OpenMatter, Triage } from "../tickets/reading.ts";
import type { Known } from "./directory.ts";
import { isHalfLine, readWithBefore } from "./half-lines.ts";
import { answerTo, type Heard } from "./heard.ts";
import type { Journal } from "./journal.ts";
import type { Recent } from "./recent.ts";
import type { Aiming } from "./replies/aim.ts";
import type { Evidence } from "./replies/evidence.ts";

/** A small memory with an end, such as Keyv on our database. */
export type Memory = {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown, lifetime: number) => Promise<unknown>;
  readonly delete: (key: string) => Promise<unknown>;
};

export type Readers = Aiming & {
  readonly triage: Triage;
  readonly journal: Journal;
  readonly evidence: Evidence;
  readonly memory: Memory;
  readonly recent: Recent;
  /** Open matters of an estate, for the same-matter question. */
  readonly openMatters: (estate: string | undefined) => Promise<readonly OpenMatter[]>;
  /** Writes down who reported, so that they can be answered. */
  readonly keepPerson: (person: Known) => Promise<void>;
  /** Fetches the photos and files of lines that were filed. */
  readonly keepFiles: (lines: readonly Heard[]) => void;
};

const DAY = 24 * 60 * 60 * 1000;

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

/** A private report is from where its sender lives: the residents' group they were last seen in. */
function homeRoom({ office }: Readers, { room, known }: Heard): Room | undefined {
  return room ?? office.desk.community.rooms.find(({ topic }) => topic === known.room);
}

function placeOf({ estate, building }: { readonly estate?: string; readonly building?: string }) {
  return { ...(estate === undefined ? {} : { estate }), ...(building === undefined ? {} : { building }) };
}

async function file(
  on: Readers,
  lines: readonly Heard[],
  rows: readonly number[],
  reading: Opening["reading"],
  text: string,
  now: Instant,
): Promise<void> {
  const [first] = lines;
  if (first === undefined) return;
  const { actor, room } = first;
  const home = homeRoom(on, first);
  const reporter = { id: actor.id, alias: actor.alias };
  const matter = await fileReport(
    on.office,
    { reading, reporter, home: on.homeOf(actor.alias, home), ...(room === undefined ? {} : { room: room.topic }) },
    rows,
    text,
    now,
  );
  if (matter === undefined) return;
  on.evidence.commanded(actor.id, matter.ticket.number, now);
  on.keepFiles(lines);
}

/** The same matter again: from the one who raised it an addition, from a neighbour a voice more. False: that ticket does not take it. */
async function join(
  on: Readers,
  lines: readonly Heard[],
  rows: readonly number[],
  number: number,
  text: string,
  now: Instant,
): Promise<boolean> {
  const [first] = lines;
  const matter = await on.office.register.matter(number);
  if (first === undefined || matter === undefined) return false;

  // Only what was raised in the open, in this very group, takes a neighbour's voice.
  const isHere = first.room !== undefined && matter.ticket.room === first.room.topic;
  const own = matter.ticket.reporters.some(({ id }) => id === first.actor.id);
  if (!own && !isHere) return false;

  await on.keepPerson(first.known);
  const done = await carryOut(on.office, number, { verb: own ? "supplement" : "support", by: first.actor, text }, now, {
    rows,
    as: (ticket) => ({ as: "filed", ticket }),
    words: text,
  });
  if (done === undefined || "refused" in done.decision) return false;
  on.keepFiles(lines);
  // Whoever was never told of a number is not thanked for adding to it.
  const isAsked = matter.ticket.stage === on.office.flowFor(matter.ticket.kind).flow.unsure;
  if (!first.known.friend || isAsked) return true;

  const sentence = answer(
    on.office.wordings,
    `joined:${rows[0]}`,
    answerTo(first),
    own ? "supplementKept" : "joined",
    { number, what: matter.summary, handler: handlerAlias(on.office, matter.ticket.handler) },
    now,
    matter.ticket,
  );
  await on.office.register.transact((transaction) => transaction.say([sentence]));
  return true;
}

function handlerAlias({ desk }: Office, name: string): string {
  return desk.community.people.find((person) => person.name === name)?.alias ?? name;
}

/** A photo without words belongs to what its sender reported just now, or to nothing. */
async function lonePhoto(on: Readers, lines: readonly Heard[], rows: readonly number[], now: Instant): Promise<void> {
  const ticket = on.evidence.ticketOf(lines[0]?.actor.id ?? "", now);
  if (ticket === undefined) return on.journal.settle(rows, "dropped");
  await on.office.register.transact((transaction) => transaction.settle(rows, { as: "filed", ticket }));
  on.keepFiles(lines);
}

/** Chatter is forgotten at once. Whoever spoke to the bot and was not understood hears, at most once a day, how it works. */
async function forget(on: Readers, lines: readonly Heard[], rows: readonly number[], now: Instant): Promise<void> {
  const [first] = lines;
  const spokenTo = first !== undefined && (first.room === undefined || lines.some(({ spoken }) => spoken.addressed));
  if (first === undefined || !spokenTo) return on.journal.settle(rows, "dropped");

  await on.keepPerson(first.known);
  const key = `help:${first.actor.id}`;
  if ((await on.memory.get(key)) === undefined) {
    await on.memory.set(key, true, DAY);
    const wording = first.actor.roles.length > 0 ? "helpStaff" : "help";
    const sentence = answer(on.office.wordings, `help:${rows[0]}`, answerTo(first), wording, {}, now);
    await on.office.register.transact((transaction) => transaction.say([sentence]));
  }
  await on.journal.settle(rows, "answered");
}

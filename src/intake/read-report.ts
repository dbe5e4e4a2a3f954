import type { Room } from "../shared/community.ts";
import type { Instant } from "../shared/instant.ts";
import type { Place } from "../shared/place.ts";
import type { Opening } from "../tickets/command.ts";
import { answer } from "../tickets/compose.ts";
import { carryOut, fileReport, type Office } from "../tickets/office.ts";
import type { OpenMatter, Triage } from "../tickets/reading.ts";
import type { Known } from "./directory.ts";
import { answerTo, type Heard } from "./heard.ts";
import type { Journal } from "./journal.ts";
import type { Evidence } from "./replies/evidence.ts";

/** A small memory with an end, such as Keyv on our database. */
export type Memory = {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown, lifetime: number) => Promise<unknown>;
  readonly delete: (key: string) => Promise<unknown>;
};

export type Readers = {
  readonly office: Office;
  readonly triage: Triage;
  readonly journal: Journal;
  readonly evidence: Evidence;
  readonly memory: Memory;
  /** Open matters of an estate, for the same-matter question. */
  readonly openMatters: (estate: string | undefined) => Promise<readonly OpenMatter[]>;
  /** Fetches the photos and files of lines that were filed. */
  /** Writes down who reported, so that they can be answered. */
  readonly keepPerson: (person: Known) => Promise<void>;
  /** Where somebody lives, as their name in a group says. */
  readonly homeOf: (alias: string, room: Room | undefined) => Place;
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
  const text = lines
    .map(({ spoken }) => spoken.text)
    .filter((part) => part !== "")
    .join("\n");
  const photos = lines.filter(({ line }) => line.message.attachment !== undefined).length;
  if (text === "") return lonePhoto(on, lines, rows, now);

  const home = homeRoom(on, first);
  const estate = home?.estate;
  const reading = await on.triage.read({
    text,
    alias: first.known.alias,
    ...(home === undefined ? {} : { room: { topic: home.topic, ...placeOf(home) } }),
    photos,
    recent: [],
    open: await on.openMatters(estate),
  });
  if (reading.kind === "none") return forget(on, lines, rows, now);
  await on.keepPerson(first.known);

  if (reading.joins !== undefined && (await join(on, lines, rows, reading.joins, text, now))) return;
  await file(on, lines, rows, { ...reading, kind: reading.kind }, text, now);
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

  const done = await carryOut(on.office, number, { verb: own ? "supplement" : "support", by: first.actor, text }, now, {
    rows,
    as: (ticket) => ({ as: "filed", ticket }),
    words: text,
  });
  if (done === undefined || "refused" in done.decision) return false;
  on.keepFiles(lines);
  if (!first.known.friend) return true;

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

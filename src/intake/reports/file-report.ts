import type { Instant } from "../../shared/instant.ts";
import type { Place } from "../../shared/place.ts";
import type { Command, Opening } from "../../tickets/command.ts";
import { aliasOf } from "../../tickets/desk.ts";
import { carryOut, fileTogether } from "../../tickets/office.ts";
import { isStaff } from "../../tickets/permit.ts";
import { answer } from "../../tickets/saying/compose.ts";
import { answerTo, type Heard } from "../heard.ts";
import { onSpot } from "../words/finding.ts";
import { homeRoom } from "./home-room.ts";
import type { Readers } from "./readers.ts";
import { isVoiceFor } from "./voices.ts";

/** A reading that becomes a ticket, with the words that it is about. */
export type Filed = { readonly reading: Opening["reading"]; readonly text: string };

/**
 * Makes a report a ticket: a question that is answered at once, a find that is already put right, or a matter that somebody must deal with.
 * A message that told of two things is two tickets; the message itself belongs to the first.
 */
export async function file(
  on: Readers,
  lines: readonly Heard[],
  rows: readonly number[],
  parts: readonly Filed[],
  now: Instant,
): Promise<void> {
  const [first] = lines;
  if (first === undefined) return;
  const { actor, room } = first;
  const reports = parts.map(({ reading, text }) => ({
    opening: {
      ...startOf(on, first, reading, text),
      reporter: { id: actor.id, alias: actor.alias },
      concerns: on.office.desk.community.people
        .filter(({ name }) => text.includes(name) || name === actor.name)
        .map(({ name }) => name),
      home: on.homeOf(actor.alias, homeRoom(on, first)),
      ...(room?.kind !== "residents" ? {} : { room: room.topic }),
    },
    words: text,
  }));
  const filed = (await fileTogether(on.office, reports, rows, now)) ?? [];
  const [matter] = filed;
  if (matter === undefined) return;
  for (const one of filed) on.openMatters.add(one);
  on.evidence.commanded(actor.id, matter.ticket.number, now);
  on.keepFiles(lines);
}

/** Files what one message told of several matters; what is about an open matter goes there. The message itself belongs to the first that is new, else to the last. */
export async function fileSeveral(
  on: Readers,
  lines: readonly Heard[],
  rows: readonly number[],
  parts: readonly Filed[],
  now: Instant,
): Promise<void> {
  const [first] = lines;
  if (first === undefined) return;
  const fresh: Filed[] = [];
  for (const part of parts) {
    const { joins } = part.reading;
    const own = part === parts.at(-1) && fresh.length === 0 ? rows : [];
    const isVoice = joins !== undefined && (await isVoiceFor(on, first.actor, part.reading, joins));
    if (joins === undefined || !isVoice || !(await join(on, lines, own, joins, part.text, now))) fresh.push(part);
  }
  if (fresh.length > 0) await file(on, lines, rows, fresh, now);
}

/** Where it begins: what staff find they are sure of; a question that the community's own guide answers needs nobody (A2, D14). */
function startOf(
  { answerOf }: Readers,
  { actor, room, spoken }: Heard,
  reading: Opening["reading"],
  text: string,
): Pick<Opening, "reading" | "answered" | "onSpot" | "result" | "source"> {
  const result = isStaff(actor) ? onSpot(text) : undefined;
  if (result !== undefined) return { reading: { ...reading, sure: true }, onSpot: true, result };
  if (isStaff(actor)) return { reading: { ...reading, sure: true } };
  const asked = reading.kind === "inquiry" && (reading.sure || room === undefined || spoken.addressed);
  const known = asked ? answerOf(text) : undefined;
  return known === undefined ? { reading } : { reading, answered: true, result: known.text, source: known.source };
}

/** Gives somebody's lines to a ticket, as an order about it. False: it does not take them. */
export async function addWords(
  on: Readers,
  lines: readonly Heard[],
  rows: readonly number[],
  number: number,
  command: Command & { readonly text: string },
  now: Instant,
  summary?: string,
): Promise<boolean> {
  for (const { known } of lines.slice(0, 1)) await on.keepPerson(known);
  const done = await carryOut(on.office, number, command, now, {
    rows,
    as: (ticket) => ({ as: "filed", ticket }),
    words: command.text,
    ...(summary === undefined ? {} : { summary }),
  });
  if (done === undefined || "refused" in done.decision) return false;
  on.keepFiles(lines);
  return true;
}

/** Where a matter is, put right by whoever raised it, and the matter in few words with it. */
export type PutRight = { readonly summary: string; readonly place: Place };

/** The same matter again: from the one who raised it an addition, from a neighbour a voice more. False: that ticket does not take it. */
export async function join(
  on: Readers,
  lines: readonly Heard[],
  rows: readonly number[],
  number: number,
  text: string,
  now: Instant,
  right?: PutRight,
): Promise<boolean> {
  const [first] = lines;
  const matter = await on.office.register.matter(number);
  if (first === undefined || matter === undefined) return false;

  // Only what was raised in the open, in this very group, takes a neighbour's voice.
  const isHere = first.room !== undefined && matter.ticket.room === first.room.topic;
  const { reporters, supporters } = matter.ticket;
  const own = [...reporters, ...supporters].some(({ id }) => id === first.actor.id);
  if (!own && !isHere) return false;

  const place = right === undefined ? {} : { place: right.place };
  const command = { verb: own ? ("supplement" as const) : ("support" as const), by: first.actor, text, ...place };
  if (!(await addWords(on, lines, rows, number, command, now, right?.summary))) return false;
  // Whoever was never told of a number is not thanked for adding to it.
  const isAsked = matter.ticket.stage === on.office.flowFor(matter.ticket.kind).flow.unsure;
  if (!first.known.friend || isAsked) return true;

  const { ticket } = (await on.office.register.matter(number)) ?? matter;
  const sentence = answer(
    on.office.wordings,
    `joined:${rows[0]}`,
    answerTo(first),
    own ? "supplementKept" : "joined",
    { number, what: matter.summary, handler: aliasOf(on.office.desk, ticket.handler) },
    now,
    matter.ticket,
  );
  await on.office.register.transact((transaction) => transaction.say([sentence]));
  return true;
}

import { HOUR, type Instant } from "../shared/instant.ts";
import { carryOut } from "../tickets/office.ts";
import { isStaff } from "../tickets/permit.ts";
import { staffRef, staffRoom } from "../tickets/saying/address.ts";
import { answer } from "../tickets/saying/compose.ts";
import { askCouncil, type CouncilEar } from "./ask-council.ts";
import { answerTo, type Heard } from "./heard.ts";
import type { Recorded } from "./journal.ts";
import { readText } from "./read-text.ts";
import type { FreeWords } from "./replies/free-words.ts";
import { numbersIn } from "./replies/guess/parts.ts";
import { hearReply } from "./replies/hear-reply.ts";
import type { Greeting } from "./replies/small-talk.ts";
import type { Bursts } from "./reports/bursts.ts";
import { dangerAmongStaff } from "./reports/danger-among-staff.ts";
import { readReport } from "./reports/read-report.ts";
import type { Readers } from "./reports/readers.ts";
import type { Recognised, RollCall } from "./roll-call.ts";
import { isFinding } from "./words/finding.ts";

export type Listening = Readers &
  Greeting &
  FreeWords & {
    readonly bursts: Bursts;
    readonly rollCall: RollCall;
    readonly presentRooms: () => Promise<readonly string[]>;
    readonly council: CouncilEar;
  };

const WORDS = new Set(["text", "image", "file", "video", "location"]);

/** Deals with one recorded line: a reply, part of a report, something taken back, or nothing. Called for the lines of one chat in turn. */
export async function listen(on: Listening, line: Recorded, now: Instant): Promise<void> {
  const met = line.message.kind === "join" ? undefined : await meet(on, line);
  if (met === undefined) return on.journal.settle([line.row], "dropped");

  const { heard, recognised } = met;
  const { actor, room, spoken } = heard;
  await askWho(on, heard, recognised, now);
  if (line.message.kind === "recall") return takeBack(on, heard, now);
  if (line.message.kind === "audio") return askToType(on, heard, now);
  if (await askCouncil(on.council, heard, now)) return on.rollCall.keep(heard.known);
  if (!WORDS.has(line.message.kind)) return on.journal.settle([line.row], "dropped");
  if (await hearReply(on, heard, now)) return;

  // Reports come from residents' groups and private chats; elsewhere people talk shop, unless they speak to the bot.
  const isReport = spoken.addressed || (isStaff(actor) && isFinding(spoken.text));
  const isShopTalk =
    room === undefined
      ? isStaff(actor) && (await numberFirst(on, heard)) !== undefined
      : isStaff(actor) || room.kind !== "residents";
  const danger = isShopTalk && !isReport ? await dangerAmongStaff(on, heard, now) : undefined;
  if (danger === "kept") return;
  if (isShopTalk && !isReport && danger !== "new") return staffTalk(on, heard, now);
  on.bursts.add(burstKey(heard), line, now);
}

/** Reads one report whose quiet time is over. */
export async function readBurst(on: Listening, lines: readonly Recorded[], now: Instant): Promise<void> {
  const heard: Heard[] = [];
  for (const line of lines) {
    const met = await meet(on, line);
    if (met !== undefined) heard.push(met.heard);
  }
  await readReport(on, heard, now);
}

/** Who said it, where, and what was meant; undefined for a group that is not ours. */
async function meet(
  on: Listening,
  line: Recorded,
): Promise<{ readonly heard: Heard; readonly recognised: Recognised } | undefined> {
  const { message } = line;
  const room = message.room === undefined ? undefined : await on.rollCall.where(message.room, on.presentRooms);
  if (message.room !== undefined && room === undefined) return undefined;

  const recognised = await on.rollCall.who(message.speaker, room);
  const written = message.kind === "text" || message.kind === "location" ? message.text : "";
  const spoken = readText(written, [on.office.desk.community.bot], message.mentionsBot);
  const { known, actor } = recognised;
  return { heard: { line, actor, known, spoken, ...(room === undefined ? {} : { room }) }, recognised };
}

function burstKey({ room, known }: Heard): string {
  return `${room?.topic ?? ""}\n${known.id}`;
}

/** A voice message cannot be read: whoever sends one in private is asked, now and then, to type. In a group it was not for us. */
async function askToType({ office, memory, journal }: Listening, heard: Heard, now: Instant): Promise<void> {
  const { line, actor, room } = heard;
  const key = `voice:${actor.id}`;
  if (room !== undefined || (await memory.get(key)) !== undefined) return journal.settle([line.row], "dropped");

  await memory.set(key, true, HOUR);
  const sentence = answer(office.wordings, `voice:${line.row}`, answerTo(heard), "typePlease", {}, now);
  await office.register.transact((transaction) => transaction.say([sentence]));
  return journal.settle([line.row], "answered");
}

/** `1 已报修`, `#3号 明天清`, `2那个物业在弄`: words that begin with a ticket's number are about it; `1号会议室`, `3号楼`, `2点` are not. Of the speaker's own tickets `1没人在家` is, too. */
async function numberFirst({ office }: Listening, { spoken, actor }: Heard): Promise<number | undefined> {
  const text = spoken.text.trim();
  const [number] = numbersIn(text);
  if (number === undefined || !new RegExp(`^[#＃]?${number}(?!\\d)`).test(text)) return undefined;
  if (new RegExp(`^[#＃]?${number}(?:号|[那这][个件条]|[\\s，,：:、])`).test(text)) return number;
  return (await office.register.matter(number))?.ticket.handler === actor.name ? number : undefined;
}

/** What staff say in a quote of a ticket, or behind its number, is a note on it; their photos are evidence; the rest of their talk is theirs. */
async function staffTalk(on: Listening, heard: Heard, now: Instant): Promise<void> {
  const { office, journal, evidence } = on;
  const { line, actor, spoken } = heard;
  if (line.message.attachment !== undefined) {
    const ticket = evidence.ticketOf(actor.id, now);
    if (ticket === undefined) return evidence.photo(actor.id, line.row, now);
    await office.register.transact((transaction) => transaction.settle([line.row], { as: "filed", ticket }));
    return on.keepFiles([heard]);
  }
  const number = spoken.text === "" ? undefined : (spoken.quotedNumber ?? (await numberFirst(on, heard)));
  if (number !== undefined) {
    const done = await carryOut(office, number, { verb: "note", by: actor, text: spoken.text }, now, {
      rows: [line.row],
      as: () => ({ as: "answered" }),
    });
    if (done !== undefined && !("refused" in done.decision)) return;
  }
  const { room } = heard;
  if (room !== undefined) on.recent.note({ key: `staff\n${actor.id}`, room: room.topic }, [line.message.id], "", now);
  await journal.settle([line.row], "dropped");
}

/** A recall withdraws what has not been read yet, and hides what has (CHANNEL: Recalls). */
async function takeBack(on: Listening, { line, actor }: Heard, now: Instant): Promise<void> {
  const id = line.message.recalls ?? "";
  on.bursts.remove(id);
  on.recent.remove(id);
  const gone = await on.journal.withdraw(id);
  // A ticket whose other lines still stand goes on.
  if (gone?.ticket !== undefined && gone.only) {
    await carryOut(on.office, gone.ticket, { verb: "recall", by: actor }, now, {
      rows: [line.row],
      as: () => ({ as: "answered" }),
      hide: true,
    });
  }
  await on.journal.settle([line.row], "dropped");
}

/** Somebody carries a staff name without having shown who they are: ask them in private, once; or tell the staff whom the new ids belong to. */
async function askWho(on: Listening, heard: Heard, { claims, rebound }: Recognised, now: Instant): Promise<void> {
  const { office } = on;
  const { community } = office.desk;
  const person = community.people.find(({ name }) => name === (claims ?? rebound));
  if (person === undefined) return;

  await on.rollCall.keep(heard.known);
  const room = staffRoom(community.rooms, undefined);
  const me = staffRef(office.desk, person.name);
  const to =
    rebound === undefined || room === undefined
      ? heard.known.friend
        ? { person: heard.actor }
        : answerTo(heard)
      : { room: room.topic, mention: me };
  const key = `who:${heard.known.id}:${heard.known.login}:${person.name}`;
  const sentence = answer(office.wordings, key, to, rebound === undefined ? "whoAreYou" : "rebound", { name: person.alias }, now);
  await office.register.transact((transaction) => transaction.say([sentence]));
}

import { dutyUnit } from "../../shared/community.ts";
import type { Instant } from "../../shared/instant.ts";
import type { Office } from "../../tickets/keep.ts";
import { carryOut } from "../../tickets/office.ts";
import { isStaff, mayDo, maySee } from "../../tickets/permit.ts";
import type { Matter } from "../../tickets/register.ts";
import { answer, listed, promiseOf } from "../../tickets/saying/compose.ts";
import { type Fill, fill } from "../../tickets/saying/wording.ts";
import { takeBackLast } from "../../tickets/take-back.ts";
import { answerAbout, type Heard, seenBy } from "../heard.ts";
import { type Aiming, aim, isDanger, isVerb } from "./aim.ts";
import type { Evidence } from "./evidence.ts";
import { type Ordering, orderOf } from "./order.ts";
import type { Reply } from "./reply.ts";
import { gapsOf, howItStands } from "./track-words.ts";

/** Words of those who asked that belong to the matter: why it is not done, too. */
const KEPT: readonly Reply["verb"][] = ["supplement", "support", "reopen"];

/** What a reply came to: dealt with, or talk after all. */
export type Answered = "answered" | "talk";

export type Answering = Aiming &
  Omit<Ordering, "desk"> & {
    readonly evidence: Evidence;
    /** The address at which one of those who asked sees their own matter; absent where nobody outside reaches the board. */
    readonly trackLink?: (ticket: number, person: string) => Promise<string>;
  };

/**
 * Carries out one reply about a ticket, or answers a question about one.
 * `isFirst`: of several replies in one line, the first one settles the line.
 * "talk": it only read like a reply (nothing waits for this word from this person), and goes on as an ordinary line.
 */
export async function answerReply(on: Answering, heard: Heard, reply: Reply, now: Instant, isFirst = true): Promise<Answered> {
  const { office, evidence } = on;
  const found = await aim(on, heard, reply, now);
  if ("choices" in found) return unclear(on, heard, reply, found.choices, now);
  if (reply.verb === "track") return track(on, heard, found.number, now);
  if (!isVerb(reply.verb)) return "talk";

  const aimed = await office.register.matter(found.number);
  // A voice joins in the group where the matter was raised and nowhere else: a number alone must not open what a neighbour said in private.
  // 没解决，602还是倒水: a door, and no ticket.
  if (aimed === undefined && heard.room !== undefined && heard.actor.roles.length === 0) return "talk";
  const isElsewhere = reply.verb === "support" && (heard.room === undefined || aimed?.ticket.room !== heard.room.topic);
  if (aimed === undefined || isElsewhere) return say(office, heard, "notFound", { number: found.number }, now);
  if (isBareCall(on, heard, reply, now)) return unclear(on, heard, reply, [aimed], now);

  const photos = reply.verb === "finish" || reply.verb === "note" ? evidence.takePhotos(heard.actor.id, now) : [];
  const order = orderOf({ ...on, desk: office.desk }, heard.actor, asMeant(office, heard, reply, aimed), photos.length, now);
  // `我家也是` tells of another home: whoever goes there reads all of it.
  const whole = reply.verb === "support" ? heard.spoken.text : reply.text;
  const command = reply.verb === "support" ? { ...order, text: whole } : order;
  const keepsWords = KEPT.includes(reply.verb) || (reply.verb === "rate" && reply.text !== "") || photos.length > 0;
  const done = await carryOut(office, found.number, command, now, {
    rows: isFirst ? [heard.line.row, ...photos] : photos,
    as: (ticket) => (keepsWords ? { as: "filed", ticket } : { as: "answered" }),
    words: whole,
  });
  if (done === undefined) return "answered";
  if ("refused" in done.decision) return refuse(office, heard, reply, done.matter, done.decision.refused, now);

  if (isStaff(heard.actor)) evidence.commanded(heard.actor.id, found.number, now);
  await thank(office, heard, reply, done.matter, now);
  return "answered";
}

/** `1 还没修好，缺灯头` of whoever works on it is news: only what is over can be taken up again. */
function asMeant({ desk }: Office, { actor }: Heard, reply: Reply, aimed: Matter | undefined): Reply {
  const isOpen = aimed?.ticket.state === "open" && !mayDo(desk, "reopen", actor, aimed.ticket);
  const isNews = reply.verb === "reopen" && !reply.bare && actor.roles.length > 0 && isOpen;
  return isNews ? { ...reply, verb: "note" } : reply;
}

/** Takes back the speaker's last order: of the ticket that they name, else of the one they ordered something about just now. */
export async function undo({ office, evidence }: Answering, heard: Heard, reply: Reply, now: Instant): Promise<Answered> {
  const number = reply.number ?? heard.spoken.quotedNumber ?? evidence.ticketOf(heard.actor.id, now);
  if (number === undefined) return reply.plain ? say(office, heard, "undoLate", {}, now) : "talk";
  const done = await takeBackLast(office, number, heard.actor, [heard.line.row], now);
  if (done === undefined) return say(office, heard, "notFound", { number }, now);
  return "refused" in done.decision ? refuse(office, heard, reply, done.matter, done.decision.refused, now) : "answered";
}

/** Nothing or too much to choose from. Silence in a group when nothing waits for this word; else one question. */
function unclear(
  on: Answering,
  heard: Heard,
  reply: Reply,
  choices: readonly Matter[],
  now: Instant,
): Promise<Answered> | Answered {
  const { office } = on;
  const isPrivate = heard.room === undefined;
  const [first] = choices;
  if (choices.length === 0) return isPrivate && reply.plain ? say(office, heard, "noneWaits", {}, now) : "talk";

  const items = listed(
    office.wordings,
    choices.map((matter) => seenBy(heard.actor, matter)),
    "whichItem",
  );
  const isCall = first !== undefined && isBareCall(on, heard, reply, now);
  const example = isCall ? exampleOf(office, "whistle", first) : `${heard.spoken.text.slice(0, 12)} ${first?.ticket.number}`;
  const besides = choices.find(({ ticket }) => ticket.kind === "dispute") ?? choices.find(({ ticket }) => isDanger(ticket));
  return say(office, heard, isCall ? "whistleFor" : "which", { items, example }, now, undefined, besides);
}

/** `吹哨 住建局`: for which matter and what for is not said, and a unit is not to be called by guessing. */
function isBareCall(on: Answering, { actor, spoken }: Heard, reply: Reply, now: Instant): boolean {
  if (reply.number !== undefined || spoken.quotedNumber !== undefined || !isVerb(reply.verb)) return false;
  const { verb, text } = orderOf({ ...on, desk: on.office.desk }, actor, reply, 0, now);
  return verb === "whistle" && text === undefined;
}

/** How an order about this ticket is written. */
function exampleOf({ desk: { community }, wordings }: Office, verb: Reply["verb"], { ticket }: Matter): string {
  return fill(wordings.get(`example.${verb}`)?.text ?? "", {
    number: ticket.number,
    name: community.people[0]?.name,
    unit: (dutyUnit(community, ticket.category) ?? community.units[0])?.name,
  });
}

async function track({ office, trackLink }: Answering, heard: Heard, number: number, now: Instant): Promise<Answered> {
  const matter = await office.register.matter(number);
  if (matter === undefined || !maySee(office.desk, heard.actor, matter.ticket))
    return say(office, heard, "notFound", { number }, now);
  const sentence = howItStands(office, heard, matter, now);
  await office.register.transact(async (transaction) => {
    await transaction.say([sentence]);
    await transaction.settle([heard.line.row], { as: "answered" });
  });
  if (trackLink !== undefined && mayFollow(heard, matter))
    await say(office, heard, "trackLink", { number, link: await trackLink(number, heard.actor.id) }, now);
  return "answered";
}

/** Residents get a page of their own for what they asked for, in private; of a quarrel there is none that could be passed on. */
function mayFollow({ room, actor }: Heard, { ticket }: Matter): boolean {
  const isAsker = [...ticket.reporters, ...ticket.supporters].some(({ id }) => id === actor.id);
  return room === undefined && isAsker && actor.roles.length === 0 && ticket.kind !== "dispute";
}

/** A refusal is answered where it was said; a resident's chatter that only looked like an order is left alone. */
async function refuse(office: Office, heard: Heard, reply: Reply, matter: Matter, why: string, now: Instant): Promise<Answered> {
  const seen = maySee(office.desk, heard.actor, matter.ticket);
  const inGroup = heard.room !== undefined && heard.room.kind !== "staff";
  if (inGroup && !isStaff(heard.actor) && (why === "notYours" || reply.verb === "support")) return "talk";
  if (!seen) return say(office, heard, "notFound", { number: matter.ticket.number }, now);

  const example = exampleOf(office, reply.verb, matter);
  const state = office.flowFor(matter.ticket.kind).flow.states[matter.ticket.stage];
  const isOwn = why === "notYours" && matter.ticket.handler === heard.actor.name;
  const told = isOwn ? "secretaryOnly" : why === "notNow" && state?.final === true ? "archived" : why;
  return say(office, heard, `refused.${told}`, { ...gapsOf(office, matter), example }, now, matter);
}

/** A word back to a resident whose order changes nothing that the flow tells them of. */
async function thank(office: Office, heard: Heard, reply: Reply, matter: Matter, now: Instant): Promise<void> {
  if (reply.verb === "supplement") await say(office, heard, "supplementKept", gapsOf(office, matter), now, matter);
  if (reply.verb === "withdraw") await say(office, heard, "withdrawnToYou", gapsOf(office, matter), now, matter);
  // Thirty households that say +1 must not become thirty sentences in the group: only in private.
  const isAsked = matter.ticket.stage === office.flowFor(matter.ticket.kind).flow.unsure;
  if (reply.verb === "support" && heard.known.friend && !isAsked)
    await say(office, heard, "joined", gapsOf(office, matter), now, matter);
}

async function say(
  office: Office,
  heard: Heard,
  wording: string,
  values: Fill,
  now: Instant,
  matter?: Matter,
  /** What else it tells of. */
  besides = matter,
): Promise<Answered> {
  const promise = matter === undefined ? undefined : promiseOf(office.flowFor(matter.ticket.kind).flow, matter.ticket);
  const isPressing = isStaff(heard.actor) && besides !== undefined && isDanger(besides.ticket);
  const told = answer(
    office.wordings,
    `reply:${heard.line.row}:${wording}:${values["number"] ?? ""}`,
    answerAbout(heard, besides?.ticket),
    wording,
    values,
    now,
    matter?.ticket,
    promise,
  );
  await office.register.transact(async (transaction) => {
    await transaction.say([{ ...told, urgent: isPressing }]);
    await transaction.settle([heard.line.row], { as: "answered" });
  });
  return "answered";
}

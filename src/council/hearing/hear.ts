import { HOUR, type Instant } from "../../shared/instant.ts";
import { isStaff } from "../../tickets/permit.ts";
import type { Fill } from "../../tickets/saying/wording.ts";
import type { Actor } from "../../tickets/ticket.ts";
import { AFFAIR_KINDS, type Affair, type AffairKind } from "../affair.ts";
import { type AffairOrder, type Chamber, toSpeaker } from "../chamber.ts";
import { isMoving } from "../meeting/move.ts";
import { orderWithin, prepare } from "../order-affair.ts";
import type { CouncilTransaction } from "../shelf.ts";
import { readAnswer } from "./answers.ts";
import { tellReport } from "./ask-report.ts";
import { begin } from "./begin.ts";
import { affairNamed, kindAskedAbout, markOf, quotedAffair, readOrder, type WrittenOrder } from "./read-order.ts";
import type { Council, Said } from "./said.ts";

/** How long a draft is what a bare 确认 means: among others only just after it was shown. */
const FRESH = { private: 24 * HOUR, group: HOUR / 2 };

/** Takes a line that is about a notice, a meeting or a vote. False: it is not, and goes on as an ordinary line. */
export async function takeSaid(on: Council, said: Said, now: Instant): Promise<boolean> {
  if (!mayConcern(said)) return false;
  const order = readOrder(said.text, said.quoted);
  if (order?.number !== undefined && order.kind !== undefined) {
    const affair = await on.shelf.affair(order.kind, order.number);
    if (affair !== undefined && (await carryOut(on, said, affair, order, now))) return true;
    if (affair === undefined && isStaff(said.actor) && isForStaff(said))
      return on.shelf.transact((transaction) =>
        refuse(
          on,
          transaction,
          said,
          "council.noSuch",
          { mark: markOf({ kind: order.kind ?? "notice", number: order.number ?? 0 }) },
          now,
        ),
      );
  }
  if (isStaff(said.actor) && isForStaff(said)) {
    const kind = kindAskedAbout(said.text);
    const [latest] = kind === undefined ? [] : await on.shelf.latest([kind], 1);
    if (latest !== undefined && (await carryOut(on, said, latest, { verb: "show", text: "" }, now))) return true;
    const named = affairNamed(said.text);
    const isNamed = named !== undefined && (await on.shelf.affair(named.kind, named.number)) !== undefined;
    if ((await tellReport(on, said, now)) || (!isNamed && (await begin(on, said, now)))) return true;
    const bare = order ?? (AGREES.test(said.text) ? { verb: "confirm", text: "" } : undefined);
    const meant = bare === undefined || order?.number !== undefined ? undefined : await lastShown(on, said, bare, now);
    if (bare !== undefined && meant !== undefined && (await carryOut(on, said, meant, bare, now))) return true;
  }
  const answer = await readAnswer(on, said);
  if (answer === undefined && CHANGES.test(said.text) && isStaff(said.actor) && said.room === undefined) {
    const shown = await lastShown(on, said, { verb: "confirm" }, now);
    if (shown !== undefined)
      return on.shelf.transact((transaction) => refuse(on, transaction, said, "council.unknown", { mark: markOf(shown) }, now));
  }
  if (answer !== undefined) {
    const taken = await carryOut(on, said, answer.affair, answer.order, now, answer.tellsMore !== true);
    return taken && answer.tellsMore !== true;
  }
  return notUnderstood(on, said, now);
}

const LISTED = /接龙|group\s*note|\n\s*[(（【]?[0-9０-９①一][.、．)）\s]/iu;
const NAMES_ONE = /(?:议事|征集|表决|会议?|问卷|项目|通知|公告|巡查)\s*[#＃]?[0-9０-９]/u;
const ANSWERS =
  /报|参[加与]|出席|签到|到[了会场位]|[去来到](?:不了)?$|[去来到]不了|不[去来]|[去来到].{1,2}[个人]|请.?假|取消|退出|算[我上]|同意|赞[成同]|反对|弃权|支持|异议|没意见|[选投]|方案|^\s*[A-Ha-h1-9１-９一二两三][^\d]{0,3}$|[+＋]\s?\d|\d[-—–]\d/u;
/** Nobody answers a posting at length. */
const SHORT = 60;

/** A glance at what a group says all day: most of it is for nobody here, and costs nothing more. */
function mayConcern({ text, quoted, isChain, addressed, room, actor }: Said): boolean {
  if (room === undefined || room.kind !== "residents" || isChain || addressed || quoted !== undefined || isStaff(actor))
    return true;
  return LISTED.test(text) || NAMES_ONE.test(text) || (text.length <= SHORT && ANSWERS.test(text));
}

/** Orders are given in private or among staff; in a residents' group only to the bot by name, and answered in private. */
function isForStaff({ room, addressed, quoted }: Said): boolean {
  return room === undefined || room.kind === "staff" || addressed || quotedAffair(quoted) !== undefined;
}

/** How people agree with what they are shown. */
const AGREES = /^(?:好的?|好嘞|行|可以|ok|没问题|对|是的?|嗯+|同意|批准|通过)[吧呀啊。.!！~]*$/i;
/** Somebody wants a draft otherwise: what nobody understands must not be followed by an unchanged posting. */
const CHANGES = /^(?:不对|不是|错了|写错|等等|等一下|先别|再?改|把|将|换|加上|删|去掉|漏了)/;
const FOR_DRAFTS = ["confirm", "drop", "correct", "topic"];
/** What can be said of the affair that was spoken of last, also when nothing of it waits for 确认. */
const FOR_THE_LAST = ["correct", "topic", "resend", "entitled", "came", "minute", "resolve", "end"];

/** What a bare order means: the affair that this person was told of last, here; a 确认 only while something of it waits to be let out. */
async function lastShown(
  on: Council,
  { actor, room }: Said,
  { verb, isLast = false }: Pick<WrittenOrder, "verb" | "isLast">,
  now: Instant,
): Promise<Affair | undefined> {
  const isForLast = room === undefined && (FOR_THE_LAST.includes(verb) || (isLast && verb === "cancel"));
  if (!isForLast && !FOR_DRAFTS.includes(verb)) return undefined;
  const affair = await toldOf(on, await on.shelf.lastTold(actor.id, room?.topic));
  const since = now - (room === undefined ? FRESH.private : FRESH.group);
  if (affair === undefined || lastOf(affair) <= since) return undefined;
  return isForLast || isWaiting(affair, actor) ? affair : undefined;
}

/** The affair that a sentence was about, by its wording or by the mark it carried. */
async function toldOf({ shelf }: Council, last: Awaited<ReturnType<Council["shelf"]["lastTold"]>>): Promise<Affair | undefined> {
  const kind = AFFAIR_KINDS.find((one) => last?.wording.startsWith(`${one}.`));
  if (last !== undefined && kind !== undefined) return shelf.affair(kind, Number(last.fill["number"]));
  const marked = quotedAffair(String(last?.fill["mark"] ?? ""));
  return marked === undefined ? undefined : shelf.affair(marked.kind, marked.number);
}

function lastOf({ history, openedAt }: Affair): Instant {
  return history.at(-1)?.at ?? openedAt;
}

function isWaiting(affair: Affair, { name, roles }: Actor): boolean {
  const isMine = affair.by === name || roles.includes("secretary");
  const waits =
    affair.stage === "draft" ||
    (affair.kind === "notice" && affair.correction !== undefined) ||
    (affair.kind === "survey" && affair.stage === "counted") ||
    (affair.kind === "vote" && affair.pending !== undefined) ||
    (affair.kind === "meeting" && (isMoving(affair) || affair.history.at(-1)?.type === "ended"));
  return isMine && waits;
}

async function carryOut(
  on: Council,
  said: Said,
  about: Affair,
  { verb, text, chain }: Pick<AffairOrder, "verb" | "text" | "chain">,
  now: Instant,
  settles = true,
): Promise<boolean> {
  const { kind, number } = about;
  const place = said.room === undefined ? {} : { room: said.room.topic };
  const order: AffairOrder = {
    verb,
    text: masked(on, said, kind, verb, text),
    by: said.actor,
    to: said.to,
    row: said.row,
    ...place,
    ...(chain === undefined ? {} : { chain }),
  };
  const prepared = await prepare(on, about, order, now);
  return on.shelf.transact(async (transaction) => {
    if ((await transaction.unsettled([said.row])).length === 0) return true;
    const done = await orderWithin(on, transaction, { kind, number }, order, prepared, "said", now);
    const isOurs = isStaff(said.actor);
    if (done === "unknown") return false;
    if (done === "notYours")
      return isOurs && refuse(on, transaction, said, notTheirs(about, said.actor), { mark: markOf(about) }, now);
    if ("refused" in done) {
      // What a resident says in the group and cannot be done is left alone: nobody is corrected before everybody.
      if (said.room !== undefined && !isOurs && !isToldAlone(said, done.refused)) return false;
      return refuse(on, transaction, said, done.refused, { number, mark: markOf(about), ...done.fill }, now);
    }
    if (settles) await transaction.settle([said.row], { as: "answered" });
    return true;
  });
}

/** What is said of a matter is read by others: no phone number or ID number stays in it. A notice says what its sender wrote. */
function masked(on: Council, { actor }: Said, kind: AffairKind, verb: string, text: string): string {
  if (!isStaff(actor)) return on.mask(text, actor.alias);
  return kind === "project" || verb === "resolve" || verb === "minute" ? on.maskNumbers(text) : text;
}

/** Whoever tried to vote hears in private how. */
function isToldAlone({ to }: Said, refused: string): boolean {
  return refused === "vote.how" && "person" in to;
}

/** What staff say in private of something they name, and nobody understands, is said to be so. */
async function notUnderstood(on: Council, said: Said, now: Instant): Promise<boolean> {
  const named = said.room === undefined && isStaff(said.actor) ? affairNamed(said.text) : undefined;
  const affair = named === undefined ? undefined : await on.shelf.affair(named.kind, named.number);
  if (affair === undefined) return false;
  return on.shelf.transact((transaction) => refuse(on, transaction, said, "council.unknown", { mark: markOf(affair) }, now));
}

function notTheirs({ by }: Affair, { name }: Actor): string {
  return by === name ? "council.secretaryDecides" : "council.notYours";
}

async function refuse(
  on: Chamber,
  transaction: CouncilTransaction,
  said: Said,
  why: string,
  fill: Fill,
  now: Instant,
): Promise<true> {
  await transaction.say([toSpeaker(on, said, why, fill, now)]);
  await transaction.settle([said.row], { as: "answered" });
  return true;
}

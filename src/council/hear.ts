import type { Room } from "../shared/community.ts";
import type { Instant } from "../shared/instant.ts";
import type { Address } from "../tickets/saying/sentence.ts";
import type { Fill } from "../tickets/saying/wording.ts";
import type { Office } from "../tickets/keep.ts";
import { isStaff } from "../tickets/permit.ts";
import type { Triage } from "../tickets/reading.ts";
import type { Actor } from "../tickets/ticket.ts";
import type { Affair } from "./affair.ts";
import { readAnswer } from "./answers.ts";
import { begin } from "./begin.ts";
import { type AffairOrder, type Chamber, toSpeaker } from "./chamber.ts";
import { commission, readResolution } from "./meeting/commission.ts";
import { decideAffair } from "./decide.ts";
import { keepDecided } from "./keep.ts";
import { mayOrder } from "./permit.ts";
import { quotedAffair, readOrder, type WrittenOrder } from "./read-order.ts";
import type { CouncilTransaction, Shelf } from "./shelf.ts";

/** A line that somebody said, as far as the council needs to know it. */
export type Said = {
  readonly text: string;
  readonly quoted?: string;
  /** The bot was spoken to by name. */
  readonly addressed: boolean;
  readonly actor: Actor;
  /** Undefined in a private chat. */
  readonly room?: Room;
  /** Where an answer goes. */
  readonly to: Address;
  readonly row: number;
  /** A 接龙 that WeChat itself sent as such. */
  readonly isChain: boolean;
};

export type Council = Chamber & {
  readonly shelf: Shelf;
  readonly office: Office;
  /** Sorts the words of a resolution as it sorts reports. */
  readonly triage: Triage;
};

/** How long a draft is what a bare 确认 means. */
const FRESH = 30 * 60 * 1000;

/** Takes a line that is about a notice, a meeting or a vote. False: it is not, and goes on as an ordinary line. */
export async function takeSaid(on: Council, said: Said, now: Instant): Promise<boolean> {
  if (isStaff(said.actor) && isForStaff(said)) {
    const begun = await begin(on, said, now);
    if (begun) return true;
  }
  const order = readOrder(said.text, said.quoted);
  const affair = order === undefined ? undefined : await aimed(on, said, order, now);
  if (order !== undefined && affair !== undefined && (isStaff(said.actor) || order.number !== undefined)) {
    const taken = await carryOut(on, said, affair, order, now);
    if (taken) return true;
  }
  const answer = await readAnswer(on, said, now);
  return answer === undefined ? false : carryOut(on, said, answer.affair, answer.order, now);
}

/** Orders are given in private or among staff; in a residents' group only to the bot by name, and answered in private. */
function isForStaff({ room, addressed, quoted }: Said): boolean {
  return room === undefined || room.kind === "staff" || addressed || quotedAffair(quoted) !== undefined;
}

/** The affair that an order means: by its number, by the quote, or the draft that this person has just been shown. */
async function aimed(on: Council, said: Said, order: WrittenOrder, now: Instant): Promise<Affair | undefined> {
  if (order.number !== undefined) {
    const found = await on.shelf.affair(order.number);
    return found?.kind === order.kind ? found : undefined;
  }
  if (!["confirm", "drop", "correct"].includes(order.verb) || !isForStaff(said)) return undefined;
  const open = await on.shelf.open();
  return open.find((affair) => isWaiting(affair, said.actor, now));
}

function isWaiting(affair: Affair, { name, roles }: Actor, now: Instant): boolean {
  const isMine = affair.by === name || roles.includes("secretary");
  const last = affair.history.at(-1)?.at ?? affair.openedAt;
  const waits = affair.stage === "draft" || (affair.kind === "notice" && affair.correction !== undefined) || (affair.kind === "meeting" && affair.history.at(-1)?.type === "ended");
  return isMine && waits && now - last < FRESH;
}

async function carryOut(
  on: Council,
  said: Said,
  { number }: Affair,
  written: Pick<WrittenOrder, "verb" | "text">,
  now: Instant,
): Promise<boolean> {
  const order: AffairOrder = { ...written, by: said.actor, to: said.to, row: said.row };
  const reading = order.verb === "resolve" ? await readResolution(on, order.text, now) : undefined;
  return on.shelf.transact(async (transaction) => {
    if ((await transaction.unsettled([said.row])).length === 0) return true;
    const affair = await transaction.affair(number);
    if (affair === undefined) return false;
    const isOurs = isStaff(said.actor);
    if (!mayOrder(said.actor, order.verb, affair)) return isOurs && refuse(on, transaction, said, "council.notYours", { number }, now);

    const decided = await decideAffair(on, transaction, affair, order, now);
    if ("refused" in decided) {
      // What a resident says in the group and cannot be done is left alone: nobody is corrected before everybody.
      if (said.room !== undefined && !isOurs) return false;
      return refuse(on, transaction, said, decided.refused, { number, ...decided.fill }, now);
    }
    await keepDecided(transaction, reading === undefined ? decided : await commission(on, transaction, decided, reading, order, now), now);
    await transaction.settle([said.row], { as: "answered" });
    return true;
  });
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

import type { Office } from "../../../tickets/keep.ts";
import { optionsOf } from "../../../tickets/options.ts";
import { isHelper, isStaff, maySee } from "../../../tickets/permit.ts";
import type { Matter } from "../../../tickets/register.ts";
import type { Actor } from "../../../tickets/ticket.ts";
import { isStillToCome, onlyAsks } from "../../words/at-work.ts";
import { isShopTalk, mayBeResultOf } from "../../words/shop-talk.ts";
import { daysIn, kindIn, withoutDays } from "../grammar/fields.ts";
import { parseReply } from "../grammar/parse-reply.ts";
import type { Reply } from "../reply.ts";
import type { Guesser } from "./guesser.ts";
import { KEYWORDS, meaningOf, ORDER_CLASSES, type OrderClass } from "./order-classes.ts";
import { handedOverBy, takenOnBy } from "./taken-on.ts";

/** What free words to the bot may mean: an order to carry out, or one to ask about. `matter`: the ticket, when it is about one. */
export type Guess = { readonly reply: Reply; readonly matter?: Matter; readonly sure: boolean };

/** From which share on the words are taken for an order, and from which on it is worth asking. */
const ACT = 0.8;
const ASK = 0.45;
/** What ends a matter or cannot be unsaid needs more. */
const WEIGHTY: readonly OrderClass[] = [
  ...(["finish", "reject", "explain", "refer", "dismiss", "merge"] as const),
  ...(["decline", "fail", "agree", "police", "withdraw", "release"] as const),
];
export const ACT_WEIGHTY = 0.85;
const ACT_AWAITED = 0.7;
/** What a resident must say with the ticket's number or a quote. */
const NAMED_ONLY: readonly OrderClass[] = ["supplement", "withdraw"];
export function guess(
  office: Office,
  guesser: Guesser,
  actor: Actor,
  matter: Matter,
  words: string,
  isNamed: boolean,
): Guess | undefined {
  const { ticket } = matter;
  if (!maySee(office.desk, actor, ticket)) return undefined;
  const isStaffs = actor.roles.length > 0;
  const about = `${matter.summary} ${ticket.category}`;
  if (isStaffs && (onlyAsks(words) || (!isNamed && isShopTalk(words, about)))) return undefined;
  // What a resident tells without naming a ticket may be a new matter: it is never just added to an old one.
  const isFree = isNamed || actor.roles.length > 0;
  const classes = classesFor(office, actor, matter).filter((one) => isFree || !NAMED_ONLY.includes(one));
  const [first] = guesser(words.replace(/^(?:全?都|也|这?[两三四五几][件个](?:都)?)/, "").replace(/[那这]个/, ""), classes);
  const handed = isStaffs ? handedOverBy(office, actor, matter, words) : undefined;
  if (handed !== undefined) return { reply: handed, matter, sure: true };
  const work = isStaffs ? takenOnBy(office, actor, matter, words) : undefined;
  const taken = work === undefined ? undefined : { reply: work, matter, sure: true };
  if (work?.verb === "secure") return taken;
  if (first === undefined || first.means === "note" || first.share < ASK) return taken;
  if (isStaffs && first.means === "finish" && isStillToCome(words)) return taken;
  const reply = replyOf(first.means, words);
  if (reply === undefined) return taken;
  // Who was asked whether they are content and says so, need not name the ticket.
  const isAwaited = reply.verb === "rate" && office.flowFor(ticket.kind).flow.states[ticket.stage]?.waitsFor === "reporter";
  const isWeighty = WEIGHTY.includes(first.means) || !isNamed;
  // The very word of the order stands in it, and the rest sounds like it too.
  const isSaid = KEYWORDS.some(([means, word]) => means === first.means && word.test(words));
  const least = isSaid ? ASK : isAwaited ? ACT_AWAITED : isWeighty ? ACT_WEIGHTY : ACT;
  const isOthers = isStaffs && !isNamed && first.means === "finish" && !mayBeResultOf(words, about);
  const sure = first.share >= least && !isOthers;
  return sure || taken === undefined ? { reply: { ...reply, number: ticket.number }, matter, sure } : taken;
}

/** A part of a message that is a plain reply by itself, but for an `也` in front: `#34也办结，垃圾清走了`; in a list everyday words for what is done are, too. */
export function ruled(office: Office, actor: Actor, matter: Matter, words: string, isTold = false): Guess | undefined {
  const { number } = matter.ticket;
  const reply = parseReply(`#${number} ${words.replace(/^[也都]/, "")}`);
  const options: readonly string[] = optionsOf(office.flowFor(matter.ticket.kind), actor, matter.ticket);
  const isPlain = reply?.plain === true || (isTold && reply?.verb === "finish" && !isStillToCome(words));
  return reply === undefined || !isPlain || !options.includes(reply.verb)
    ? undefined
    : { reply: { ...reply, number }, matter, sure: true };
}

/** What is left in front of a reason when the days are taken out: `再给两天，灯头没货`. */
const ASKS_FOR_DAYS = /^(?:再给|再等|再要|还要|还得|得|宽限|推迟|延期|延)(?:我们?|咱们?|一下)?[\s，,]+/u;

export function replyOf(means: OrderClass, words: string): Reply | undefined {
  const meaning = meaningOf(means);
  if (meaning === undefined) return undefined;
  const days = daysIn(words);
  const told = words.replace(/^(?:[那这][个件条]|也)+/, "");
  const text = meaning.verb === "extend" ? withoutDays(told).replace(ASKS_FOR_DAYS, "") : told;
  const kind = meaning.verb === "reclassify" ? kindIn(words) : undefined;
  return {
    ...meaning,
    text,
    ...(kind === undefined ? {} : { kind }),
    ...(days === undefined ? {} : { days }),
    plain: false,
    bare: false,
  };
}

/** What may be meant: orders that work now, questions that anybody may ask, a note, or nothing at all. */
function classesFor(office: Office, actor: Actor, { ticket }: Matter): readonly OrderClass[] {
  const options: readonly string[] = optionsOf(office.flowFor(ticket.kind), actor, ticket);
  const marks = options.includes("rate") ? ["rate5", "rate3", "rate1"] : [];
  const asking = isStaff(actor) || isHelper(actor) ? ["undo"] : ["track"];
  const others = actor.roles.length > 0 ? ["note", "talk"] : ["note", "talk", "matter"];
  const possible = [...options, ...marks, ...asking, ...others];
  return ORDER_CLASSES.filter((one) => possible.includes(one));
}

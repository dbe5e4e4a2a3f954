import type { Office } from "../../../tickets/keep.ts";
import { optionsOf } from "../../../tickets/options.ts";
import { isHelper, isStaff, maySee } from "../../../tickets/permit.ts";
import type { Matter } from "../../../tickets/register.ts";
import type { Actor } from "../../../tickets/ticket.ts";
import type { Heard } from "../../heard.ts";
import { mattersOf } from "../aim.ts";
import { daysIn, kindIn, withoutDays } from "../grammar/fields.ts";
import { parseReply } from "../grammar/parse-reply.ts";
import type { Reply } from "../reply.ts";
import type { Guesser } from "./guesser.ts";
import { KEYWORDS, meaningOf, ORDER_CLASSES, type OrderClass } from "./order-classes.ts";
import { numbersIn, type Part, partsOf } from "./parts.ts";

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
const ACT_WEIGHTY = 0.85;
const ACT_AWAITED = 0.7;
/** What a resident must say with the ticket's number or a quote. */
const NAMED_ONLY: readonly OrderClass[] = ["supplement", "withdraw"];
const LONGEST = 100;
/** Two orders in one message are two tickets' at most so many times. */
const MOST = 5;

/**
 * How far words are read. `named`: about tickets that were quoted or named, alone. `bot`: what is asked of the bot itself, alone.
 * `all`: these, and in private what may be about the only ticket the speaker has to do with.
 */
export type Reach = "named" | "bot" | "all";

/**
 * Reads orders in words that no rule knows (`再给两天呗，配件还没到`). Only what this person may do to a ticket now comes into question.
 * `justOrdered`: they ordered something a moment ago. Nothing: it is talk, a note, or a new matter.
 */
export async function guessReplies(
  office: Office,
  guesser: () => Guesser,
  heard: Heard,
  reach: Reach,
  justOrdered: boolean,
): Promise<readonly Guess[]> {
  const { spoken, room, actor } = heard;
  const text = spoken.text.trim();
  if (text === "" || text.length > LONGEST) return [];
  if (reach === "bot") return present([asked(guesser(), actor, text)]);

  if (spoken.quotedNumber !== undefined) {
    const matter = await office.register.matter(spoken.quotedNumber);
    return present([matter === undefined ? undefined : guess(office, guesser(), actor, matter, text, true)]);
  }
  const named = await namedIn(office, heard);
  if (named.size > 0) return aboutNamed(office, guesser(), actor, named, text);
  if (reach === "named") return [];
  if (room !== undefined) {
    const offered = room.kind === "units" ? asked(guesser(), actor, text) : undefined;
    return offered?.reply.verb === "offer" ? [offered] : tookBack(guesser, text, justOrdered);
  }

  const open = (await mattersOf(office, actor)).filter(({ ticket }) => ticket.state === "open" || actor.roles.length === 0);
  const [only] = open;
  const about = only === undefined || open.length > 1 ? undefined : guess(office, guesser(), actor, only, text, false);
  return present([about?.sure === true ? about : (asked(guesser(), actor, text) ?? about)]).filter(
    ({ sure }) => sure || actor.roles.length > 0,
  );
}

function aboutNamed(
  office: Office,
  guesser: Guesser,
  actor: Actor,
  named: ReadonlyMap<number, Matter>,
  text: string,
): readonly Guess[] {
  const parts = partsOf(text, (number) => named.has(number)).slice(0, MOST);
  const guesses = parts.flatMap(({ numbers, words }: Part) =>
    numbers.map((number) => {
      const matter = named.get(number);
      if (matter === undefined) return undefined;
      return ruled(office, actor, matter, words) ?? guess(office, guesser, actor, matter, words, true);
    }),
  );
  const known = present(guesses);
  // Of several orders in one message all are plain, or none is carried out and the first is asked about.
  const isPlain = guesses.every((one) => one?.sure === true);
  return isPlain ? known : known.slice(0, 1).map((one) => ({ ...one, sure: guesses.length === 1 && one.sure }));
}

/** Among colleagues, just after an order of theirs: `手滑了，刚才那条不算`. */
function tookBack(guesser: () => Guesser, text: string, justOrdered: boolean): readonly Guess[] {
  const [first] = justOrdered ? guesser()(text, ["undo", "note", "talk"]) : [];
  const reply =
    first === undefined || first.means !== "undo" || first.share < ACT_WEIGHTY ? undefined : replyOf(first.means, text);
  return reply === undefined ? [] : [{ reply, sure: true }];
}

/** The tickets that a text names. Staff name any that they may know of; others those they have to do with. */
async function namedIn(office: Office, { spoken, actor }: Heard): Promise<ReadonlyMap<number, Matter>> {
  const numbers = numbersIn(spoken.text).slice(0, MOST);
  if (numbers.length === 0) return new Map();
  const found =
    isStaff(actor) || isHelper(actor)
      ? await Promise.all(numbers.map((number) => office.register.matter(number)))
      : (await mattersOf(office, actor)).filter(({ ticket }) => numbers.includes(ticket.number));
  return new Map(
    found.flatMap((matter) =>
      matter !== undefined && maySee(office.desk, actor, matter.ticket) ? [[matter.ticket.number, matter] as const] : [],
    ),
  );
}

/** A part of a message that is a plain reply by itself, but for an `也` in front: `#34也办结，垃圾清走了`. */
function ruled(office: Office, actor: Actor, matter: Matter, words: string): Guess | undefined {
  const { number } = matter.ticket;
  const reply = parseReply(`#${number} ${words.replace(/^[也都]/, "")}`);
  const options: readonly string[] = optionsOf(office.flowFor(matter.ticket.kind), actor, matter.ticket);
  return reply?.plain !== true || !options.includes(reply.verb) ? undefined : { reply: { ...reply, number }, matter, sure: true };
}

function guess(
  office: Office,
  guesser: Guesser,
  actor: Actor,
  matter: Matter,
  words: string,
  isNamed: boolean,
): Guess | undefined {
  const { ticket } = matter;
  if (!maySee(office.desk, actor, ticket)) return undefined;
  // What a resident tells without naming a ticket may be a new matter: it is never just added to an old one.
  const isFree = isNamed || actor.roles.length > 0;
  const classes = classesFor(office, actor, matter).filter((one) => isFree || !NAMED_ONLY.includes(one));
  const [first] = guesser(words.replace(/^(?:全?都|也|这?[两三几]件)/, ""), classes);
  if (first === undefined || first.means === "note" || first.share < ASK) return undefined;
  const reply = replyOf(first.means, words);
  if (reply === undefined) return undefined;
  // Who was asked whether they are content and says so, need not name the ticket.
  const isAwaited = reply.verb === "rate" && office.flowFor(ticket.kind).flow.states[ticket.stage]?.waitsFor === "reporter";
  const isWeighty = WEIGHTY.includes(first.means) || !isNamed;
  // The very word of the order stands in it, and the rest sounds like it too.
  const isSaid = KEYWORDS.some(([means, word]) => means === first.means && word.test(words));
  const least = isSaid ? ASK : isAwaited ? ACT_AWAITED : isWeighty ? ACT_WEIGHTY : ACT;
  return { reply: { ...reply, number: ticket.number }, matter, sure: first.share >= least };
}

const ASKING: readonly OrderClass[] = ["mine", "help", "private", "talk", "matter"];
const ACT_ASKING = 0.95;

/** Something asked of the bot itself, in private: `我都报过啥来着`. */
function asked(guesser: Guesser, actor: Actor, text: string): Guess | undefined {
  const [first] = guesser(text, actor.unit === undefined ? ASKING : [...ASKING, "offer"]);
  const reply = first === undefined ? undefined : replyOf(first.means, text);
  return first === undefined || reply === undefined || first.share < ACT_ASKING ? undefined : { reply, sure: true };
}

function replyOf(means: OrderClass, words: string): Reply | undefined {
  const meaning = meaningOf(means);
  if (meaning === undefined) return undefined;
  const days = daysIn(words);
  const text = meaning.verb === "extend" ? withoutDays(words) : words;
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

function present(guesses: readonly (Guess | undefined)[]): readonly Guess[] {
  return guesses.filter((one) => one !== undefined);
}

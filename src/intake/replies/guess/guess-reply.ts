import type { Office } from "../../../tickets/keep.ts";
import { isHelper, isStaff, maySee } from "../../../tickets/permit.ts";
import type { Matter } from "../../../tickets/register.ts";
import type { Actor } from "../../../tickets/ticket.ts";
import type { Heard } from "../../heard.ts";
import { isShopTalk, mayBeResultOf } from "../../words/shop-talk.ts";
import { isDanger, mattersOf } from "../aim.ts";
import type { Called } from "../called.ts";
import { HOUSE, meantByWords } from "../meant-by-words.ts";
import type { Reply } from "../reply.ts";
import { aboutNamed, MOST } from "./about-named.ts";
import { ACT_WEIGHTY, type Guess, guess, replyOf } from "./guess-one.ts";
import type { Guesser } from "./guesser.ts";
import type { OrderClass } from "./order-classes.ts";
import { numbersIn } from "./parts.ts";

export type { Guess } from "./guess-one.ts";

const LONGEST = 100;

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
  called: readonly Called[],
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
  const told = await toldInWords(office, guesser, heard, text);
  if (told !== undefined) return [told];
  if (room !== undefined) {
    const offered = room.kind === "units" ? asked(guesser(), actor, text) : undefined;
    if (offered?.reply.verb === "offer") return [offered];
    const answered = answerToCall(office, guesser, actor, called, text);
    return answered === undefined ? tookBack(guesser, text, justOrdered) : [answered];
  }

  const open = (await mattersOf(office, actor)).filter(({ ticket }) => ticket.state === "open" || actor.roles.length === 0);
  const [only] = open;
  const about = only === undefined || open.length > 1 ? undefined : guess(office, guesser(), actor, only, text, false);
  return present([about?.sure === true ? about : (asked(guesser(), actor, text) ?? about)]).filter(
    ({ sure }) => sure || actor.roles.length > 0,
  );
}

/** What whoever works on several matters tells of the one that their words name: `门禁那个修好了`. */
async function toldInWords(office: Office, guesser: () => Guesser, { actor }: Heard, text: string): Promise<Guess | undefined> {
  if (!isStaff(actor) && actor.unit === undefined) return undefined;
  const own = (await mattersOf(office, actor)).filter(({ ticket }) => ticket.state === "open");
  // A unit that was called for one thing says no more than that it comes, or that it is done.
  const only = actor.unit !== undefined && own.length === 1 && mayBeResultOf(text, own[0]?.summary ?? "") ? own[0] : undefined;
  const meant = meantByWords(text, own) ?? only;
  const about = meant === undefined ? undefined : guess(office, guesser(), actor, meant, text.replace(HOUSE, ""), true);
  if (meant === undefined || about?.sure !== true || !TELLING.includes(about.reply.verb)) return undefined;
  const whole = about.reply.verb === "finish" ? { text } : {};
  return isShopTalk(text, meant.summary) ? undefined : { ...about, reply: { ...about.reply, ...whole } };
}

/** What is told of a matter in passing, by its name. */
const TELLING: readonly Reply["verb"][] = ["finish", "arrive", "start", "extend", "secure", "accept"];

/** What somebody says among colleagues after they were called, when it is plain: of the danger that they were called for first. Of several it is asked which. */
function answerToCall(
  office: Office,
  guesser: () => Guesser,
  actor: Actor,
  called: readonly Called[],
  text: string,
): Guess | undefined {
  const fits = called.slice(0, MOST).flatMap(({ matter, isJust }) => {
    const about = guess(office, guesser(), actor, matter, text, false);
    const isPlain = about?.sure === true && about.reply.verb !== "track" && (isJust || !TAKING.includes(about.reply.verb));
    return isPlain ? [{ about, isUrgent: isJust && isDanger(matter.ticket) }] : [];
  });
  const urgent = fits.filter(({ isUrgent }) => isUrgent);
  const [first, another] = urgent.length > 0 ? urgent : fits;
  if (first === undefined || another === undefined) return first?.about;
  const { number: _number, ...reply } = first.about.reply;
  return { ...first.about, reply };
}

/** `收到`, `马上到`: said of many things, and of what one was called for only just after it. */
const TAKING: readonly Reply["verb"][] = ["confirm", "arrive", "start"];

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

const ASKING: readonly OrderClass[] = ["mine", "help", "private", "talk", "matter"];
const ACT_ASKING = 0.95;

/** Something asked of the bot itself, in private: `我都报过啥来着`. */
function asked(guesser: Guesser, actor: Actor, text: string): Guess | undefined {
  const [first] = guesser(text, actor.unit === undefined ? ASKING : [...ASKING, "offer"]);
  const reply = first === undefined ? undefined : replyOf(first.means, text);
  return first === undefined || reply === undefined || first.share < ACT_ASKING ? undefined : { reply, sure: true };
}

function present(guesses: readonly (Guess | undefined)[]): readonly Guess[] {
  return guesses.filter((one) => one !== undefined);
}

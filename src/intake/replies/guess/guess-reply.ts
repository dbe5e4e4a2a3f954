import type { Room } from "../../../shared/community.ts";
import type { Office } from "../../../tickets/keep.ts";
import { optionsOf } from "../../../tickets/options.ts";
import { isHelper, isStaff, maySee } from "../../../tickets/permit.ts";
import type { Matter } from "../../../tickets/register.ts";
import type { Actor } from "../../../tickets/ticket.ts";
import type { Heard } from "../../heard.ts";
import { mattersOf } from "../aim.ts";
import { daysIn, withoutDays } from "../fields.ts";
import type { Reply } from "../reply.ts";
import type { Guesser } from "./guesser.ts";
import { meaningOf, ORDER_CLASSES, type OrderClass } from "./order-classes.ts";

/** What free words to the bot may mean: an order to carry out, or one to ask about. */
export type Guess = { readonly reply: Reply; readonly matter: Matter; readonly sure: boolean };

/** From which share on the words are taken for an order, and from which on it is worth asking. */
const ACT = 0.75;
const ASK = 0.35;
/** What ends a matter or cannot be unsaid needs more. */
const WEIGHTY: readonly OrderClass[] = [
  "finish",
  "reject",
  "explain",
  "refer",
  "decline",
  "fail",
  "withdraw",
  "merge",
  "police",
  "dismiss",
  "release",
  "agree",
];
const ACT_WEIGHTY = 0.85;
const LONGEST = 100;

/**
 * Reads an order in words that no rule knows (`再给两天呗，配件还没到`), about the ticket that was quoted, named, or is the only one
 * the speaker has to do with in private. Only what this person may do to that ticket now comes into question; undefined: it is talk, or a note.
 */
export async function guessReply(office: Office, guesser: () => Guesser, heard: Heard): Promise<Guess | undefined> {
  const { spoken, room, actor } = heard;
  const text = spoken.text.trim();
  if (text === "" || text.length > LONGEST || !isPlace(room, actor, spoken.quotedNumber)) return undefined;

  const matter = await matterMeant(office, heard);
  if (matter === undefined || !maySee(office.desk, actor, matter.ticket)) return undefined;
  const isNamed = spoken.quotedNumber !== undefined || numbersIn(text).includes(matter.ticket.number);
  const all = classesFor(office, actor, matter);
  // What a resident tells without naming a ticket may be a new matter: it is never just added to an old one.
  const classes = isNamed || actor.roles.length > 0 ? all : all.filter((one) => one !== "supplement");
  const [first] = guesser()(text, classes);
  const meaning = first === undefined ? undefined : meaningOf(first.means);
  if (first === undefined || meaning === undefined || first.means === "note" || first.share < ASK) return undefined;

  const days = daysIn(text);
  const reply: Reply = {
    ...meaning,
    number: matter.ticket.number,
    text: withoutNumber(meaning.verb === "extend" ? withoutDays(text) : text, matter.ticket.number),
    ...(days === undefined ? {} : { days }),
    plain: false,
    bare: false,
  };
  const isWeighty = WEIGHTY.includes(first.means) || !isNamed;
  return { reply, matter, sure: first.share >= (isWeighty ? ACT_WEIGHTY : ACT) };
}

/** In a residents' group only a quote of the bot is meant for it. */
function isPlace(room: Room | undefined, actor: Actor, quoted: number | undefined): boolean {
  if (quoted !== undefined || room === undefined) return true;
  return room.kind !== "residents" && (isStaff(actor) || isHelper(actor));
}

async function matterMeant(office: Office, { spoken, room, actor }: Heard): Promise<Matter | undefined> {
  if (spoken.quotedNumber !== undefined) return office.register.matter(spoken.quotedNumber);
  const named = numbersIn(spoken.text);
  const own = await mattersOf(office, actor);
  const mine = own.filter(({ ticket }) => named.includes(ticket.number));
  if (mine.length > 0) return mine.length === 1 ? mine[0] : undefined;
  if (isStaff(actor) || isHelper(actor)) {
    const found = (await Promise.all(named.slice(0, 3).map((number) => office.register.matter(number)))).filter(
      (one) => one !== undefined,
    );
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  const open = own.filter(({ ticket }) => ticket.state === "open" || actor.roles.length === 0);
  return room === undefined && named.length === 0 && open.length === 1 ? open[0] : undefined;
}

/** Numbers that may be tickets': no days, hours, houses or sums. */
function numbersIn(text: string): readonly number[] {
  const plain = text.replace(/[０-９]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  const found = plain.matchAll(
    /(?<![\d.:月周-])[#＃]?(\d{1,6})(?![\d.:：%]|\s*(?:点|月|日|天|楼|栋|幢|单元|室|元|块|个|米|人|户|分|小时|号(?:楼|院|门|线|路|上午|下午|早|晚|前|之前)))/g,
  );
  return [...new Set([...found].map(([, digits]) => Number(digits)))];
}

/** What may be meant: orders that work now, questions that anybody may ask, a note, or nothing at all. */
function classesFor(office: Office, actor: Actor, { ticket }: Matter): readonly OrderClass[] {
  const options: readonly string[] = optionsOf(office.flowFor(ticket.kind), actor, ticket);
  const marks = options.includes("rate") ? ["rate5", "rate3", "rate1"] : [];
  const asking = isStaff(actor) || isHelper(actor) ? ["undo"] : ["track"];
  const possible = [...options, ...marks, ...asking, "note", "talk"];
  return ORDER_CLASSES.filter((one) => possible.includes(one));
}

function withoutNumber(text: string, number: number): string {
  return text.replace(new RegExp(`^[#＃]?${number}\\s*(?:号工单|号)?[，,：:、\\s]*`), "").trim();
}

import type { Instant } from "../../shared/instant.ts";
import { VERBS } from "../../tickets/command.ts";
import { isStaff } from "../../tickets/permit.ts";
import type { Heard } from "../heard.ts";
import type { Readers } from "../reports/readers.ts";
import { isStillToCome, onlyAsks } from "../words/at-work.ts";
import { isFinding } from "../words/finding.ts";
import { itemsOf } from "../words/items.ts";
import { hidesMatter } from "../words/read-words.ts";
import { isVerb } from "./aim.ts";
import { answerReply, undo } from "./answer-reply.ts";
import { type FreeWords, readFreeWords } from "./free-words.ts";
import { parseReplies } from "./grammar/replies.ts";
import type { Reply } from "./reply.ts";
import { answerAsking } from "./small-talk.ts";
import { takesReply } from "./takes-reply.ts";
import { askWhichAreDone } from "./told-of-all.ts";

export type HearingReplies = FreeWords & Pick<Readers, "triage">;

/** No longer than an order with its number. */
const SHORT = 10;

/** From this mark on nothing is left to complain of. */
const PRAISE = 4;

/** Words behind which the same trouble is told again, as opposed to those that only agree. */
const COMPLAINS: readonly Reply["verb"][] = ["reopen", "supplement", "note"];

/** Carries out what a line orders or answers about tickets, or asks the bot. True: dealt with; false: it goes on as talk or as a report. */
export async function hearReply(on: HearingReplies, heard: Heard, now: Instant): Promise<boolean> {
  const { spoken, actor } = heard;
  if (await askWhichAreDone(on, heard, now)) return true;
  if (await takesBack(on, heard, now)) return true;
  const replies = parseReplies(withoutOwnName(heard)).filter((one) => takesReply(heard, one) && isMeant(heard, one));
  // A danger behind `满意，` or `我家也是，` is a danger.
  const report = { text: spoken.text, alias: heard.known.alias, photos: 0, recent: [], open: [] };
  const isAgreement = !replies.some(({ verb }) => COMPLAINS.includes(verb));
  // Whoever adds to a ticket by its number means that ticket.
  const isAimed = replies.every(({ verb, number }) => verb === "supplement" && number !== undefined);
  if (await praisesAndGoesOn(on, heard, now)) return false;
  if (!isAimed && actor.roles.length === 0 && (await hidesMatter(on.triage, report, isAgreement))) return false;

  // Everyday words within a longer sentence are better read as a whole: 这边解决不了，麻烦升级一下 explains nothing.
  const isEveryday = replies.length === 1 && replies[0]?.plain === false && spoken.text.length > SHORT;
  if (isEveryday && actor.roles.length > 0 && (await readFreeWords(on, heard, now, "named"))) return true;
  let taken = false;
  for (const one of replies) {
    await on.rollCall.keep(heard.known);
    if (one.verb === "undo") {
      taken = (await undo(on, heard, one, now)) === "answered" || taken;
    } else if (isVerb(one.verb) || one.verb === "track") {
      taken = (await answerReply(on, heard, one, now, !taken)) === "answered" || taken;
    } else {
      await answerAsking(on, heard, one, now);
      taken = true;
    }
  }
  // What a resident says without a quote is first looked at as a report (read-report.ts): a new matter must not be lost in an old one.
  const isResident = heard.actor.roles.length === 0;
  const isTalk = !isResident && heard.room?.kind === "residents";
  // Whoever never raised anything cannot mean a ticket of theirs: most of what a group says costs nothing here.
  if (isResident && heard.spoken.quotedNumber === undefined && !on.rollCall.knows(heard.known)) return taken;
  // What was found on a round is a matter of its own, whatever waits for its finder.
  if (isStaff(actor) && isFinding(spoken.text)) return taken;
  return taken || readFreeWords(on, heard, now, isResident || isTalk ? "named" : "all");
}

/** `不对，发错了，是6号楼的`, just after an order: it is taken back, whatever it should have been. */
const MISTAKEN =
  /^(?:[哦噢啊诶哎]|等等|等一?下|不好意思)*[，, ]*(?:不对(?!劲)|不是(?=[，,！!])|错了|我?[发说写打回看搞弄记]错了?)/;

async function takesBack(on: HearingReplies, heard: Heard, now: Instant): Promise<boolean> {
  const { actor, spoken } = heard;
  const isNow = isStaff(actor) && spoken.quotedNumber === undefined && on.evidence.ticketOf(actor.id, now) !== undefined;
  if (!isNow || !MISTAKEN.test(spoken.text)) return false;
  await on.rollCall.keep(heard.known);
  return (await undo(on, heard, { verb: "undo", text: "", plain: false, bare: true }, now)) === "answered";
}

/** Staff who only ask order nothing, and what is still to come closes nothing, unless it is said in the very word. */
function isMeant({ actor, spoken: { text } }: Heard, { verb, plain, mark }: Reply): boolean {
  if (actor.roles.length === 0 || mark !== undefined || !(VERBS as readonly string[]).includes(verb)) return true;
  return !onlyAsks(text) && (verb !== "finish" || plain || !isStillToCome(text));
}

/** `满意，谢谢！还有垃圾没人收`: a good mark, and then another thing, which is read as a report of its own. */
async function praisesAndGoesOn(on: HearingReplies, heard: Heard, now: Instant): Promise<boolean> {
  const [head, next] = itemsOf(heard.spoken.text);
  if (head === undefined || next?.isLed !== true || head.isLed || heard.actor.roles.length > 0) return false;
  const mark = parseReplies(head.text).find(({ verb, mark: given = 0 }) => verb === "rate" && given >= PRAISE);
  return mark !== undefined && takesReply(heard, mark) && (await answerReply(on, heard, mark, now, false)) === "answered";
}

/** `县住建局报到`: a unit that names itself first says the same without. */
function withoutOwnName({ actor, spoken }: Heard): string {
  const name = actor.unit ?? "";
  const short = name.replace(/^[县市区]/, "");
  const said = [name, short].find((own) => own.length > 1 && spoken.text.startsWith(own));
  return said === undefined ? spoken.text : spoken.text.slice(said.length).replace(/^[，,：:、\s]+/, "");
}

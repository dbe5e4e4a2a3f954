import type { Instant } from "../../shared/instant.ts";
import { carryOut } from "../../tickets/office.ts";
import { answer } from "../../tickets/saying/compose.ts";
import { answerAbout, type Heard } from "../heard.ts";
import type { RollCall } from "../roll-call.ts";
import { isVerb } from "./aim.ts";
import { type Answering, answerReply, undo } from "./answer-reply.ts";
import { calledAbout } from "./called.ts";
import { type Guess, guessReplies, type Reach } from "./guess/guess-reply.ts";
import type { Guesser } from "./guess/guesser.ts";
import { answerAsking, type Greeting } from "./small-talk.ts";

export type FreeWords = Answering &
  Greeting & {
    readonly rollCall: RollCall;
    /** Learns, when it is first needed, what free words mean. */
    readonly guesser: () => Guesser;
  };

/** Words that no rule knows, to the bot: orders when it is plain which, and a question back to staff when it is likely but not plain. True: dealt with. */
export async function readFreeWords(on: FreeWords, heard: Heard, now: Instant, reach: Reach): Promise<boolean> {
  const guesses = await guessReplies(
    on.office,
    on.guesser,
    heard,
    reach,
    on.evidence.ticketOf(heard.actor.id, now) !== undefined,
    reach === "all" ? await calledAbout(on, heard, now) : [],
  );
  let taken = false;
  for (const guess of guesses) {
    const done: boolean = guess.sure ? await carry(on, heard, guess, now, !taken) : await askBack(on, heard, guess, now);
    taken = done || taken;
  }
  return taken;
}

async function carry(on: FreeWords, heard: Heard, { reply }: Guess, now: Instant, isFirst: boolean): Promise<boolean> {
  await on.rollCall.keep(heard.known);
  if (reply.verb === "undo") return (await undo(on, heard, reply, now)) === "answered";
  if (isVerb(reply.verb) || reply.verb === "track") return (await answerReply(on, heard, reply, now, isFirst)) === "answered";
  await answerAsking(on, heard, reply, now);
  return true;
}

/** Nothing that staff say of a ticket is lost meanwhile: it is kept as a note, without a word. */
async function askBack({ office }: FreeWords, heard: Heard, { reply, matter }: Guess, now: Instant): Promise<boolean> {
  const can = office.wordings.get(`can.${reply.verb}`)?.text;
  if (heard.actor.roles.length === 0 || can === undefined || matter === undefined) return false;
  const { number } = matter.ticket;
  const note = { verb: "note", by: heard.actor, text: heard.spoken.text } as const;
  const rows = [heard.line.row];
  await carryOut(office, number, note, now, { rows, as: () => ({ as: "answered" }), quiet: true });
  const sentence = answer(
    office.wordings,
    `guess:${rows[0]}`,
    answerAbout(heard, matter.ticket),
    "didYouMean",
    { number, text: can },
    now,
    matter.ticket,
  );
  await office.register.transact(async (transaction) => {
    await transaction.say([sentence]);
    await transaction.settle(rows, { as: "answered" });
  });
  return true;
}

import { DAY, type Instant } from "../../shared/instant.ts";
import { answer } from "../../tickets/saying/compose.ts";
import { answerTo, type Heard } from "../heard.ts";
import { askHowItIs } from "./not-done.ts";
import type { Readers } from "./readers.ts";

/** A photo without words belongs to what its sender reported just now, or to nothing. */
export async function lonePhoto(on: Readers, lines: readonly Heard[], rows: readonly number[], now: Instant): Promise<void> {
  const ticket = on.evidence.ticketOf(lines[0]?.actor.id ?? "", now);
  if (ticket === undefined) return on.journal.settle(rows, "dropped");
  await on.office.register.transact((transaction) => transaction.settle(rows, { as: "filed", ticket }));
  on.keepFiles(lines);
}

/** One clause of thanks or agreement. */
const THANKS =
  /^[^，,。！!]{0,12}(?:谢|辛苦)[^，,。！!]{0,12}$|^(?:好[的嘞啊呀吧]*|[嗯哦噢喔]+|行|中|ok|收到|知道|明白|清楚|👌|👍)[的了啦哈啊]*$/iu;

/** Whoever thanks or agrees, and says nothing else, wants no answer. */
function isThanks(text: string): boolean {
  const clauses = text.split(/[，,。！!~～；;\s]+/).filter((clause) => clause !== "");
  return clauses.length > 0 && clauses.every((clause) => THANKS.test(clause));
}

/** Chatter is forgotten at once. Whoever spoke to the bot and was not understood hears, at most once a day, how it works. */
export async function forget(on: Readers, lines: readonly Heard[], rows: readonly number[], now: Instant): Promise<void> {
  const [first] = lines;
  const thanks = lines.every(({ spoken }) => isThanks(spoken.text));
  const spokenTo = first !== undefined && !thanks && (first.room === undefined || lines.some(({ spoken }) => spoken.addressed));
  if (first === undefined || !spokenTo) return on.journal.settle(rows, "dropped");

  await on.keepPerson(first.known);
  const said = lines.map(({ spoken }) => spoken.text).join("\n");
  if (await askHowItIs(on, first, rows, said, now)) return;
  const key = `help:${first.actor.id}`;
  if ((await on.memory.get(key)) === undefined) {
    await on.memory.set(key, true, DAY);
    const wording = first.actor.roles.length > 0 ? "helpStaff" : "help";
    const sentence = answer(on.office.wordings, `help:${rows[0]}`, answerTo(first), wording, {}, now);
    await on.office.register.transact((transaction) => transaction.say([sentence]));
  }
  await on.journal.settle(rows, "answered");
}

import { DAY, HOUR, type Instant } from "../../shared/instant.ts";
import type { Reading } from "../../tickets/reading.ts";
import type { Matter } from "../../tickets/register.ts";
import { answer } from "../../tickets/saying/compose.ts";
import { answerTo, type Heard } from "../heard.ts";
import { meantByWords } from "../replies/meant-by-words.ts";
import { deniesInPassing, saysOfDone } from "../words/after-done.ts";
import type { Readers } from "./readers.ts";

/** So long after somebody was told that it is done, they may say that it is not, without a quote or a number; in few words in the group only for a day. */
const MAY_SAY = 7 * DAY;
const IN_PASSING = DAY;

/** The matters of one's own that were said to be done lately, the last first. */
async function doneLately({ office }: Pick<Readers, "office">, { actor }: Heard, now: Instant): Promise<readonly Matter[]> {
  if (actor.roles.length > 0) return [];
  return (await office.register.askedBy(actor.id)).filter(
    ({ ticket }) =>
      ticket.state === "closed" &&
      (ticket.outcome === "resolved" || ticket.outcome === "explained") &&
      ticket.kind !== "dispute" &&
      now - ticket.closedAt <= MAY_SAY,
  );
}

/** The matter of one's own that was said to be done, and of which somebody now says that it is not. */
export async function notDoneYet(
  on: Readers,
  heard: Heard,
  { kind, category, sure }: Reading,
  text: string,
  now: Instant,
): Promise<number | undefined> {
  const isOther = (kind === "hazard" && sure) || kind === "dispute" || kind === "wish";
  const isQuestion = kind === "inquiry" && !deniesInPassing(text);
  if (isOther || isQuestion || saysOfDone(text) !== "notDone") return undefined;
  const done = await doneLately(on, heard, now);
  const named = done.length > 1 ? meantByWords(text, done) : undefined;
  if (named !== undefined) return named.ticket.number;
  const same = kind === "none" ? undefined : done.find(({ ticket }) => ticket.category === category);
  if (same !== undefined) return same.ticket.number;

  const [last] = done;
  const { room } = heard;
  const since = last?.ticket.state === "closed" ? now - last.ticket.closedAt : Number.POSITIVE_INFINITY;
  const isHere = room === undefined || (last?.ticket.room === room.topic && since <= IN_PASSING);
  // Where the words name another matter for certain they are about that; a group is full of other talk.
  const isAbout = deniesInPassing(text) || (room === undefined && (kind === "none" || !sure));
  return isHere && isAbout ? last?.ticket.number : undefined;
}

/** In private, whoever was asked whether they are content and said something else is told how to answer. False: they were not asked. */
export async function askHowItIs(
  on: Readers,
  heard: Heard,
  rows: readonly number[],
  text: string,
  now: Instant,
): Promise<boolean> {
  const { office } = on;
  const [last] = heard.room === undefined ? await doneLately(on, heard, now) : [];
  const waits = last === undefined ? undefined : office.flowFor(last.ticket.kind).flow.states[last.ticket.stage]?.waitsFor;
  const isOther = last?.ticket.state !== "closed" || last.ticket.outcome !== "resolved" || last.ticket.kind === "inquiry";
  if (last === undefined || isOther || waits !== "reporter" || last.ticket.ratings?.[heard.actor.id] !== undefined) return false;

  const key = `how:${heard.actor.id}:${last.ticket.number}`;
  if ((await on.memory.get(key)) !== undefined) return false;
  await on.memory.set(key, true, HOUR);
  const wording = saysOfDone(text) === "done" ? "gladToHear" : "howIsIt";
  const gaps = { number: last.ticket.number, what: last.summary };
  const sentence = answer(office.wordings, `how:${rows[0]}`, answerTo(heard), wording, gaps, now, last.ticket);
  await office.register.transact(async (transaction) => {
    await transaction.say([sentence]);
    await transaction.settle(rows, { as: "answered" });
  });
  return true;
}

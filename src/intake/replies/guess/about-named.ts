import type { Office } from "../../../tickets/keep.ts";
import type { Matter } from "../../../tickets/register.ts";
import type { Actor } from "../../../tickets/ticket.ts";
import { isStillToCome, onlyAsks } from "../../words/at-work.ts";
import { type Guess, guess, ruled } from "./guess-one.ts";
import type { Guesser } from "./guesser.ts";
import { isTold, partsOf } from "./parts.ts";

/** Two orders in one message are two tickets' at most so many times. */
export const MOST = 5;

/** `书记，1好了`: who is spoken to. */
const ADDRESSED = /^(?:@\S+\s*|[\p{Script=Han}]{1,4}[，,：:]\s*)(?=[#＃]?\d)/u;

/** What a text says of the tickets that it names by number. */
export function aboutNamed(
  office: Office,
  guesser: Guesser,
  actor: Actor,
  named: ReadonlyMap<number, Matter>,
  text: string,
): readonly Guess[] {
  const counts = (number: number): boolean => named.has(number);
  const parts = partsOf(text.replace(ADDRESSED, ""), counts)
    .slice(0, MOST)
    .flatMap(({ numbers, words }) => numbers.map((number) => ({ matter: named.get(number) as Matter, words })));
  const isStaffs = actor.roles.length > 0;
  const isList = isStaffs && parts.length > 1 && isTold(text, counts);
  const meanings = parts.map(({ matter, words }) =>
    isStaffs && onlyAsks(words)
      ? undefined
      : (ruled(office, actor, matter, words, isList) ?? guess(office, guesser, actor, matter, words, true)),
  );
  // In a list each part is about its own ticket, and what is no order there is a note.
  if (isList) {
    return parts.map(({ matter, words }, index) => {
      const meant = meanings[index];
      return meant === undefined || (!meant.sure && isStillToCome(words)) ? noted(matter, words) : meant;
    });
  }
  const known = meanings.filter((one) => one !== undefined);
  // Else all of several orders are plain, or none is carried out and the first is asked about.
  const isPlain = meanings.every((one) => one?.sure === true);
  return isPlain ? known : known.slice(0, 1).map((one) => ({ ...one, sure: meanings.length === 1 && one.sure }));
}

function noted(matter: Matter, text: string): Guess {
  const { number } = matter.ticket;
  return { reply: { verb: "note", number, text, plain: false, bare: false }, matter, sure: true };
}

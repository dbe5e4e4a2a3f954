import type { Office } from "../../../tickets/keep.ts";
import { optionsOf } from "../../../tickets/options.ts";
import type { Matter } from "../../../tickets/register.ts";
import type { Actor } from "../../../tickets/ticket.ts";
import { takenOn } from "../../words/at-work.ts";
import type { Guess } from "./guess-one.ts";

/** Whoever is asked about a matter that nobody has answered yet, and tells what they are doing about it, has taken it on. */
export function takenOnBy(office: Office, actor: Actor, matter: Matter, words: string): Guess | undefined {
  const { ticket } = matter;
  const desked = office.flowFor(ticket.kind);
  const verb = ticket.stage === desked.flow.initial ? takenOn(words) : undefined;
  const options: readonly string[] = verb === undefined ? [] : optionsOf(desked, actor, ticket);
  if (verb === undefined || !options.includes(verb)) return undefined;
  return { reply: { verb, number: ticket.number, text: words, plain: false, bare: false }, matter, sure: true };
}

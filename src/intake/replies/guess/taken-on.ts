import type { Office } from "../../../tickets/keep.ts";
import { optionsOf } from "../../../tickets/options.ts";
import type { Matter } from "../../../tickets/register.ts";
import type { Actor } from "../../../tickets/ticket.ts";
import { takenOn } from "../../words/at-work.ts";
import type { Reply } from "../reply.ts";

/**
 * Whoever is asked about a matter that nobody has answered yet, and tells what they are doing about it, has taken it on; of a danger they
 * tell later that they are there, and that it is over.
 */
export function takenOnBy(office: Office, actor: Actor, { ticket }: Matter, words: string): Reply | undefined {
  const verb = takenOn(words);
  const desked = office.flowFor(ticket.kind);
  const { initial, unsure, states } = desked.flow;
  if (verb === undefined || ticket.stage === unsure) return undefined;

  const moves = states[ticket.stage]?.on[verb]?.some(({ to }) => to !== undefined && to !== ticket.stage) === true;
  const options: readonly string[] = moves ? optionsOf(desked, actor, ticket) : [];
  const isNow = verb === "confirm" ? ticket.stage === initial : ticket.stage === initial || ticket.kind === "hazard";
  if (!isNow || !options.includes(verb)) return undefined;
  return { verb, number: ticket.number, text: words, plain: false, bare: false };
}

/** `我在县里，宋琳你去`: whoever was called sends a colleague, who has it then. */
export function handedOverBy(office: Office, actor: Actor, { ticket }: Matter, words: string): Reply | undefined {
  const sent = office.desk.community.people.find(({ name, unit }) => {
    const asks = new RegExp(`${name}[，, ]*(?:你|帮我|帮忙|替我)?(?:先|赶紧|快|马上)?(?:去|来|过去|跑一趟|接一下)(?!了|过)`);
    return unit === undefined && name !== actor.name && words.includes(name) && asks.test(words);
  });
  if (sent === undefined || !optionsOf(office.flowFor(ticket.kind), actor, ticket).includes("transfer")) return undefined;
  return { verb: "transfer", number: ticket.number, text: sent.name, plain: false, bare: false };
}

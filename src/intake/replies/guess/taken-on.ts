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

/** Why somebody cannot go themselves. */
const CANNOT = /我[^，。]{0,6}(?:去不了|来不了|走不开|不在|没空|忙不过来|赶不[过到上]|过不[去来])/;

/** `我在县里，宋琳你去`: whoever was called sends a colleague, who has it then. `郭敏去开会了` sends nobody. */
export function handedOverBy(office: Office, actor: Actor, { ticket }: Matter, words: string): Reply | undefined {
  const sent = office.desk.community.people.find(({ name, unit }) => {
    if (unit !== undefined || name === actor.name || !words.includes(name)) return false;
    const goes = "(?:先|赶紧|快|马上)?(?:去|来|过去|跑一趟|接一下)(?!了|过|开会|吃|接孩子|办公室)";
    const asks = new RegExp(`${name}[，, ]*(?:你|帮我|帮忙|替我)${goes}`).test(words);
    return asks || (CANNOT.test(words) && new RegExp(`${name}[，, ]*${goes}`).test(words));
  });
  if (sent === undefined || !optionsOf(office.flowFor(ticket.kind), actor, ticket).includes("transfer")) return undefined;
  return { verb: "transfer", number: ticket.number, text: sent.name, plain: false, bare: false };
}

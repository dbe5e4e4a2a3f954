import { parseReply } from "../intake/replies/grammar/replies.ts";
import { orderOf } from "../intake/replies/order.ts";
import { createRollCall } from "../intake/roll-call.ts";
import { type House, loadHouse } from "../load-house.ts";
import { ConfigError } from "../shared/errors.ts";
import type { Instant } from "../shared/instant.ts";
import type { Database } from "../store/database/open.ts";
import { createDirectory } from "../store/directory.ts";
import { createRegister } from "../store/register.ts";
import { VERBS, type Verb } from "../tickets/command.ts";
import { carryOut } from "../tickets/office.ts";
import { whenReader } from "../triage/when/when.ts";
import type { XiaogeCommand } from "./command.ts";
import { actorOf, personNamed } from "./person-named.ts";
import { withDatabase } from "./with-database.ts";

/**
 * `act NUMBER WORDS --as NAME`: an order about a ticket in the words of a reply, by a person of community.yaml, for when the chat is away.
 * Roles are checked as in chat; what it says to people is queued and said by the service.
 */
export const actCommand: XiaogeCommand = {
  run: async ({ arguments: args, config, write }) => {
    const [digits = "", words = "", option, name] = args;
    const number = /^#?\d{1,9}$/.test(digits) ? Number(digits.replace("#", "")) : undefined;
    if (number === undefined || option !== "--as" || name === undefined || args.length > 4)
      throw new ConfigError("act", 'is written: act 12 "办结 已修好" --as 郭敏');
    const house = loadHouse({ community: config.COMMUNITY_FILE, calendar: config.CALENDAR_FILE });
    return withDatabase(config, async (database) => {
      write(await orderAs({ house, database, now: Date.now() }, number, words, name));
      return 0;
    });
  },
};

/** Carries out an order in words about a ticket, by a person of the community; gives one line on what was done. Throws ConfigError for whatever the caller can mend. */
export async function orderAs(
  { house, database, now }: { readonly house: House; readonly database: Database; readonly now: Instant },
  number: number,
  words: string,
  name: string,
): Promise<string> {
  const person = personNamed(house.desk.community, name);
  const reply = parseReply(words);
  if (reply === undefined || !(VERBS as readonly string[]).includes(reply.verb))
    throw new ConfigError("act", `"${words}" is no order; write it as a reply, such as "办结 已修好"`);
  if (reply.number !== undefined && reply.number !== number)
    throw new ConfigError("act", `names #${number} and #${reply.number}; write one of them`);

  const rollCall = createRollCall(createDirectory(database), house.desk.community);
  await rollCall.load();
  const actor = actorOf(person);
  const ordering = { desk: house.desk, readTime: whenReader(house.desk.calendar.zone), personNamed: rollCall.named };
  const command = orderOf(ordering, actor, { ...reply, verb: reply.verb as Verb }, 0, now);
  const office = { ...house, register: createRegister(database), reachable: rollCall.reachable };
  const done = await carryOut(office, number, command, now);
  if (done === undefined) throw new ConfigError(`#${number}`, "is not a ticket");
  if ("refused" in done.decision)
    throw new ConfigError(
      `#${number}`,
      `was not changed: ${person.name} may not, or it does not fit now (${done.decision.refused})`,
    );
  return `#${number} ${done.decision.events.map(({ type }) => type).join(", ")}: ${done.matter.ticket.step}\n`;
}

import { isHelper, isStaff } from "../../tickets/permit.ts";
import type { Heard } from "../heard.ts";
import type { Reply } from "./reply.ts";

const RESIDENTS: readonly Reply["verb"][] = [
  "track",
  "mine",
  "help",
  "bind",
  "private",
  "supplement",
  "withdraw",
  "rate",
  "reopen",
  "support",
  "thank",
];

/** What people ask when they want to work with us and are not known yet; and what volunteers may become by saying it. */
const ANYBODY_IN_PRIVATE: readonly Reply["verb"][] = [...RESIDENTS, "code", "claim", "release", "decline"];

/** What anybody may happen to say in a group: it is for us only with a quote, a number, a mention, or in private. */
const CHATTY: readonly Reply["verb"][] = ["track", "mine", "help", "bind", "code", "private"];

/** The rooms where the words of those who work are orders by themselves. */
const WORKING: readonly string[] = ["staff", "units", "volunteers"];

/**
 * Whether a line that reads like a reply is one, said to us by somebody whose word it is.
 * In a residents' group nearly everything is chatter, and chatter is never answered.
 */
export function takesReply(heard: Heard, reply: Reply): boolean {
  const { room, spoken, actor } = heard;
  const isPrivate = room === undefined;
  const named = spoken.quotedNumber !== undefined || reply.number !== undefined;
  const pointed = isPrivate || spoken.addressed || named;
  if (isStaff(actor)) return pointed || (room?.kind === "staff" && isOrder(reply));
  const answersCall = actor.unit !== undefined && room?.kind === "units" && reply.verb === "confirm";
  if (isHelper(actor))
    return pointed || answersCall || (WORKING.includes(room?.kind ?? "") && isOrder(reply)) || takenFromResident(reply);
  // Nobody's report in private may be lost because it begins like an order of the staff's: 已报警.
  if (isPrivate)
    return ANYBODY_IN_PRIVATE.includes(reply.verb) || (reply.verb !== "undo" && (named || (reply.plain && reply.bare)));
  if (reply.verb === "bind" || !RESIDENTS.includes(reply.verb)) return false;
  return pointed || takenFromResident(reply);
}

function isOrder({ plain, verb }: Reply): boolean {
  return plain && !CHATTY.includes(verb);
}

/** What a resident says in their group without naming a ticket. */
function takenFromResident({ plain, verb }: Reply): boolean {
  return plain && RESIDENTS.includes(verb) && (verb === "mine" || !CHATTY.includes(verb));
}

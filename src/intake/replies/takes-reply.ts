import { isStaff } from "../../tickets/permit.ts";
import type { Heard } from "../heard.ts";
import type { Reply } from "./reply.ts";

const RESIDENTS: readonly Reply["verb"][] = [
  "track",
  "mine",
  "help",
  "bind",
  "supplement",
  "withdraw",
  "rate",
  "reopen",
  "support",
];

/** What anybody may happen to say in a group: it is for us only with a quote, a number, a mention, or in private. */
const CHATTY: readonly Reply["verb"][] = ["track", "mine", "help", "bind", "code"];

/**
 * Whether a line that reads like a reply is one, said to us by somebody whose word it is.
 * In a residents' group nearly everything is chatter, and chatter is never answered.
 */
export function takesReply(heard: Heard, reply: Reply): boolean {
  const { room, spoken, actor } = heard;
  const isPrivate = room === undefined;
  const pointed = isPrivate || spoken.addressed || spoken.quotedNumber !== undefined || reply.number !== undefined;
  if (isStaff(actor)) return pointed || (room?.kind === "staff" && reply.plain && !CHATTY.includes(reply.verb));
  if (isPrivate) return true;
  if (!RESIDENTS.includes(reply.verb)) return false;
  if (reply.verb === "bind") return false;
  if (reply.verb === "mine" && reply.plain) return true;
  return pointed || (reply.plain && !CHATTY.includes(reply.verb));
}

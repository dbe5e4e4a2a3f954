import { FileBox } from "file-box";
import type { Wechaty } from "wechaty";
import { ChannelError } from "../shared/errors.ts";
import type { Destination, Picture } from "./channel.ts";
import { AFTER_MENTION } from "./hearing/mentions.ts";
import { type Later, within } from "./settings.ts";

/** gRPC: the connection is gone, or never was (github.com/grpc/grpc, statuscodes). */
export const UNAVAILABLE = 14;

/** gRPC codes of a call that the other side refused to begin: permission denied, unimplemented, unauthenticated. */
const REFUSED = new Set([7, 12, 16]);

/** What grpc-js says when the call never left this machine. */
const NEVER_LEFT = /No connection established|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|not logged in|NO CLIENT|no grpc manager/i;

/**
 * Says one text and tells the id of the sentence where the puppet gives one. The puppet is spoken to directly: `room.say()` puts
 * a plain space behind
 * a mention, and fetches every sentence back. Throws ChannelError; `delivery` is "not-said" only when that is certain.
 */
export async function sayText(
  bot: Wechaty,
  to: Destination,
  text: string,
  later: Later,
  limit: number,
): Promise<string | undefined> {
  const id = await reachable(bot, to, later, limit);
  const mention = "room" in to ? to.mention : undefined;
  const sentence = sayable(mention === undefined ? text : `@${mention.alias}${AFTER_MENTION}${text}`);
  return confirmed(bot.puppet.messageSendText(id, sentence, mention === undefined ? undefined : [mention.id]), later, limit);
}

/** Shows one picture; otherwise as `sayText`. */
export async function sayPicture(
  bot: Wechaty,
  to: Destination,
  { name, bytes }: Picture,
  later: Later,
  limit: number,
): Promise<string | undefined> {
  const id = await reachable(bot, to, later, limit);
  // The mock puppet refuses a box made from a buffer (CHANNEL).
  const box = FileBox.fromBase64(Buffer.from(bytes).toString("base64"), name);
  return confirmed(bot.puppet.messageSendFile(id, box), later, limit);
}

async function reachable(bot: Wechaty, to: Destination, later: Later, limit: number): Promise<string> {
  if (!bot.isLoggedIn) throw new ChannelError("the bot is not logged in; wait until the channel is online", "not-said");
  const id = "room" in to ? to.room : to.contact;
  const known: Promise<object | undefined> = "room" in to ? bot.Room.find({ id }) : bot.Contact.find({ id });
  const found = await within(later, limit, "looking up took too long", known).catch((error: unknown) => {
    throw new ChannelError("the chat could not be looked up; it is tried again later", "not-said", { cause: error });
  });
  if (found === undefined)
    throw new ChannelError(`the channel knows no chat ${id}; look the room up again by its topic`, "not-said");
  return id;
}

/** The mock's own type knows of no answer, real puppets tell the sentence's id. */
async function confirmed(sent: Promise<unknown>, later: Later, limit: number): Promise<string | undefined> {
  try {
    const id = await within(later, limit, "the sentence was not confirmed in time", sent);
    return typeof id === "string" && id !== "" ? id : undefined;
  } catch (error) {
    throw new ChannelError("the sentence was not sent; see the cause", deliveryAfter(error), { cause: error });
  }
}

/** wechat4u cuts a text at an ASCII colon before a line's end (CHANNEL). */
function sayable(text: string): string {
  return text.replace(/:(?=\r?\n)/g, "：");
}

function deliveryAfter(error: unknown): "not-said" | "unknown" {
  if (!(error instanceof Error)) return "unknown";
  if ("code" in error && typeof error.code === "number" && REFUSED.has(error.code)) return "not-said";
  return NEVER_LEFT.test(error.message) ? "not-said" : "unknown";
}

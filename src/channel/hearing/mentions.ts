import type { Message } from "wechaty";
import type { Reading } from "./reading.ts";

/** What stands behind a mention in the text: U+2005 from phones (and from us), a space from PCs. */
export const AFTER_MENTION = "\u2005";

/**
 * Whether the bot is mentioned: by the list that the puppet gives, by `@name` in the text (mentions typed by hand are in no
 * list), or by
 * Wechaty's own search where there is no list. Answers at once for a text without `@`.
 */
export function mentionsBot(message: Message, { aliases, bounded }: Reading): boolean | Promise<boolean> {
  const room = message.room();
  const { payload, wechaty } = message;
  if (room === undefined || payload === undefined) return false;
  const listed = "mentionIdList" in payload ? payload.mentionIdList : undefined;
  if (listed?.includes(wechaty.puppet.currentUserId)) return true;
  const text = message.text();
  if (!text.includes("@")) return false;

  const self = wechaty.currentUser;
  const isNamed = (alias: string) => alias !== "" && text.includes(`@${alias}`);
  const alias = aliases.known(room, self);
  if (isNamed(self.name()) || (alias !== undefined && isNamed(alias))) return true;
  if (alias !== undefined && listed !== undefined) return false;
  return bounded(Promise.all([alias ?? aliases.ask(room, self), listed === undefined && message.mentionSelf()])).then(
    ([asked, isListed]) => isListed || isNamed(asked),
    () => false,
  );
}

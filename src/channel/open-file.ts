import type { Wechaty } from "wechaty";
import { types } from "wechaty-puppet";
import { ChannelError } from "../shared/errors.ts";

type File = { readonly name: string; readonly bytes: Uint8Array };

/**
 * The bytes of a photo or file. Reads at most `limit` bytes and stops there: a larger one is refused without being held. Throws
 * ChannelError.
 */
export async function openFile(bot: Wechaty, messageId: string, limit: number): Promise<File> {
  try {
    return await read(bot, messageId, limit);
  } catch (error) {
    if (error instanceof ChannelError) throw error;
    throw new ChannelError(`the file of message ${messageId} cannot be fetched; ask for it again`, "not-said", { cause: error });
  }
}

async function read(bot: Wechaty, messageId: string, limit: number): Promise<File> {
  const { puppet } = bot;
  const { type } = await puppet.messagePayload(messageId);
  const box =
    type === types.Message.Image
      ? await puppet.messageImage(messageId, types.Image.Artwork).catch(() => puppet.messageFile(messageId))
      : await puppet.messageFile(messageId);
  if (box.size > limit) throw tooLarge(messageId, limit);

  const stream = await box.toStream();
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > limit) throw tooLarge(messageId, limit);
    parts.push(bytes);
  }
  return { name: box.name, bytes: Buffer.concat(parts, size) };
}

function tooLarge(messageId: string, limit: number): ChannelError {
  return new ChannelError(`the file of message ${messageId} is larger than ${limit} bytes; ask for a smaller one`);
}

import type { Wechaty } from "wechaty";
import { ChannelError } from "../shared/errors.ts";
import type { ChannelRoom } from "./channel.ts";

/** The bots whose rooms were asked for anew: puppet-service keeps room payloads on disk, from before the last login. */
const refreshed = new WeakSet<Wechaty>();

/** The rooms the account is in now, those first that can be read. Throws ChannelError. */
export async function listRooms(bot: Wechaty): Promise<readonly ChannelRoom[]> {
  try {
    const ids = await bot.puppet.roomList();
    if (!refreshed.has(bot)) await Promise.all(ids.map((id) => bot.puppet.roomPayloadDirty(id)));
    refreshed.add(bot);
    const rooms = await Promise.all(ids.map((id) => readRoom(bot, id)));
    return rooms.filter((room) => room !== undefined);
  } catch (error) {
    throw new ChannelError("the rooms cannot be listed; try again when the channel is online", "not-said", { cause: error });
  }
}

/** A room that cannot be read (left, dissolved) is no reason to miss the others. */
async function readRoom({ puppet }: Wechaty, id: string): Promise<ChannelRoom | undefined> {
  try {
    const [{ topic }, members] = await Promise.all([puppet.roomPayload(id), puppet.roomMemberList(id)]);
    return { id, topic, members };
  } catch {
    return undefined;
  }
}

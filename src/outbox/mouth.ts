import type { Channel, Picture } from "../channel/channel.ts";
import type { PersonRef } from "../tickets/ticket.ts";
import type { Mouth } from "./outbox.ts";

/** Where our own ids are in the channel now. */
export type Whereabouts = {
  readonly contactOf: (person: PersonRef) => string | undefined;
  readonly reachable: (person: PersonRef) => boolean;
  readonly roomIdOf: (topic: string) => string | undefined;
};

/** Says a text to an address of ours through the channel. */
export function createMouth(channel: Channel, where: Whereabouts, openPicture: (path: string) => Promise<Picture>): Mouth {
  return {
    ready: () => channel.status().state === "online",
    since: () => {
      const status = channel.status();
      return status.state === "online" ? status.since : 0;
    },
    isFar: (to) => "person" in to && !where.reachable(to.person),
    obstacle: (to) => {
      if ("room" in to)
        return where.roomIdOf(to.room) === undefined ? `the account is not in the group "${to.room}"; invite it` : undefined;
      return where.contactOf(to.person) === undefined
        ? `${to.person.id} has no known account; ask them to write to the bot once`
        : undefined;
    },
    show: async (to, path) => {
      const picture = await openPicture(path);
      if ("person" in to) return channel.sayPicture({ contact: where.contactOf(to.person) ?? "" }, picture);
      return channel.sayPicture({ room: where.roomIdOf(to.room) ?? "" }, picture);
    },
    say: (to, text) => {
      if ("person" in to) return channel.say({ contact: where.contactOf(to.person) ?? "" }, text);

      const room = where.roomIdOf(to.room) ?? "";
      if (to.mention === undefined) return channel.say({ room }, text);
      const contact = where.contactOf(to.mention);
      // Someone whose account is not known yet is still named, only not notified.
      if (contact === undefined) return channel.say({ room }, `@${to.mention.alias} ${text}`);
      return channel.say({ room, mention: { id: contact, alias: to.mention.alias } }, text);
    },
  };
}

import type { Contact, Room, Wechaty, Message as WechatyMessage } from "wechaty";
import type { Message } from "../../intake/message.ts";
import { type ChannelSettings, within } from "../settings.ts";
import { type Aliases, createAliases } from "./aliases.ts";
import { createArrivals } from "./arrivals.ts";
import { instantOf, readMessage } from "./read-message.ts";
import type { Reading } from "./reading.ts";
import { createTurns } from "./turns.ts";

/** A message that the puppet announced but cannot give yet is asked for again so often. */
const TRIES = 5;

export type Hearing = {
  readonly aliases: Aliases;
  announced(messageId: string): void;
  arrived(message: WechatyMessage): void;
  unreadable(messageId: string): void;
  joined(room: Room, newcomers: readonly Contact[], at: Date): void;
  /** The connection is gone, and with it what was announced and not read yet. */
  interrupted(): void;
  /** After a login: what was announced before and could not be read is asked for once more. */
  catchUp(): void;
  /** Resolves when everything that arrived was heard; what could not be read yet is given up. */
  finish(): Promise<void>;
};

/**
 * Turns what Wechaty emits into our messages and hands them over in the order in which each room emitted them. The next message
 * of a room is handed
 * over without waiting for the listener to finish the one before: intake takes turns, and may write several at once.
 */
export function createHearing(
  settings: ChannelSettings,
  bot: () => Wechaty | undefined,
  hear: (message: Message) => Promise<void>,
): Hearing {
  const { log, clock, later, readTimeout } = settings;
  const aliases = createAliases(clock, settings.aliasLife);
  const reading: Reading = { aliases, clock, bounded: (work) => within(later, readTimeout, "a detail took too long", work) };
  const turns = createTurns((error) => log.error({ err: error }, "message cannot be read"));
  const underWay = new Set<Promise<void>>();
  const unread = new Map<string, number>();
  let cancelRetry = () => {};
  const arrivals = createArrivals<WechatyMessage>(take, miss, later, readTimeout);

  function take(message: WechatyMessage): void {
    if (message.self()) return;
    turns.take(message.payload?.roomId || message.payload?.talkerId || message.id, () => {
      const read = readMessage(message, reading);
      return read instanceof Promise ? read.then(handOver) : handOver(read);
    });
  }

  function handOver(message: Message): void {
    const hearing = hear(message)
      .catch((error: unknown) => log.error({ err: error, message: message.id }, "message not heard"))
      .then(() => void underWay.delete(hearing));
    underWay.add(hearing);
  }

  function miss(id: string): void {
    unread.set(id, (unread.get(id) ?? 0) + 1);
    cancelRetry();
    cancelRetry = later(readTimeout, catchUp);
  }

  function catchUp(): void {
    const now = bot();
    if (now === undefined || !now.isLoggedIn) return;
    for (const [id, tries] of unread) {
      if (tries > TRIES) log.error({ message: id }, "message lost, the channel cannot give it");
      if (tries > TRIES) unread.delete(id);
      else
        now.Message.find({ id }).then(
          (message) => (message === undefined ? miss(id) : found(id, message)),
          () => miss(id),
        );
    }
  }

  function found(id: string, message: WechatyMessage): void {
    if (unread.delete(id)) take(message);
  }

  return {
    aliases,
    announced: (id) => arrivals.announce(id),
    arrived(message) {
      unread.delete(message.id);
      arrivals.arrive(message.id, message);
    },
    unreadable: (id) => arrivals.fail(id),
    joined(room, newcomers, date) {
      const at = instantOf(date.getTime(), clock);
      for (const newcomer of newcomers.filter((contact) => !contact.self())) {
        turns.take(room.id, () => joinMessage(room, newcomer, at, reading).then(handOver));
      }
    },
    interrupted() {
      for (const id of arrivals.giveUp()) unread.set(id, unread.get(id) ?? 1);
    },
    catchUp,
    async finish() {
      cancelRetry();
      arrivals.giveUp();
      await turns.idle();
      await Promise.all(underWay);
    },
  };
}

async function joinMessage(room: Room, newcomer: Contact, sentAt: number, { aliases, bounded }: Reading): Promise<Message> {
  const alias = await bounded(aliases.ask(room, newcomer)).catch(() => newcomer.name());
  return {
    id: `join:${room.id}:${newcomer.id}:${sentAt}`,
    sentAt,
    room: { id: room.id, topic: room.payload?.topic ?? "" },
    speaker: { id: newcomer.id, alias, name: newcomer.name(), friend: newcomer.friend() === true },
    kind: "join",
    text: "",
    mentionsBot: false,
  };
}

import type { Instant } from "../shared/instant.ts";

/** Who spoke, as the channel knows them now. Ids may change at every login (CHANNEL): never keep one as a person's identity. */
export type Speaker = {
  readonly id: string;
  /** The name in this room, else the contact's own name. */
  readonly alias: string;
  readonly name: string;
  /** The bot can write to them in private. */
  readonly friend: boolean;
};

export type MessageKind =
  | "text"
  | "image"
  | "file"
  | "audio"
  | "video"
  | "location"
  | "groupNote"
  | "link"
  | "recall"
  | "join"
  | "other";

/** One thing that happened in a chat, as plain data. The channel makes it; nobody downstream sees Wechaty. */
export type Message = {
  /** The channel's message id: the same id is the same message, however often it is delivered. */
  readonly id: string;
  /** When it was sent, as the channel says. */
  readonly sentAt: Instant;
  /** Undefined in a private chat. */
  readonly room?: { readonly id: string; readonly topic: string };
  readonly speaker: Speaker;
  readonly kind: MessageKind;
  /** What was written; for a location its name and address, for a 接龙 the whole list, for a link its title; "" for a photo. */
  readonly text: string;
  /** The channel believes that the bot itself was mentioned; false negatives and, for @all, false positives happen (CHANNEL). */
  readonly mentionsBot: boolean;
  /** A photo or a file that `Channel.open(id)` can fetch. */
  readonly attachment?: { readonly name: string };
  /** For a recall: the id of the message taken back. */
  readonly recalls?: string;
};

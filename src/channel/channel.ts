import type { Message } from "../intake/message.ts";
import type { Instant } from "../shared/instant.ts";

/** How the channel is. The board and the log show it; nobody else acts on it. */
export type ChannelStatus =
  | { readonly state: "starting" }
  | { readonly state: "scan"; readonly qr: string }
  | { readonly state: "online"; readonly self: { readonly id: string; readonly name: string }; readonly since: Instant }
  | { readonly state: "offline"; readonly since: Instant; readonly reason: string };

/** Where a sentence goes, in the channel's own ids. */
export type Destination =
  | { readonly room: string; readonly mention?: { readonly id: string; readonly alias: string } }
  | { readonly contact: string };

/** A picture to show; the name is only its ending and a label. */
export type Picture = { readonly name: string; readonly bytes: Uint8Array };

export type ChannelRoom = { readonly id: string; readonly topic: string; readonly members: readonly string[] };

export type Listener = {
  /** Resolves when the message is safe on disk; a rejection is logged and the message counts as not heard. */
  readonly hear: (message: Message) => Promise<void>;
  readonly status: (status: ChannelStatus) => void;
};

/** The port between us and a chat (CHANNEL: "so the channel is a port"). */
export type Channel = {
  /** Connects and stays connected: a watchdog restarts it, with backoff. Resolves once listening, which may be before login. */
  start(listener: Listener): Promise<void>;
  stop(): Promise<void>;
  status(): ChannelStatus;
  /** Says one text. Returns the channel's id of the sentence, or undefined where it tells none. Throws ChannelError, with `delivery`. */
  say(to: Destination, text: string): Promise<string | undefined>;
  /** Shows one picture. Returns and throws as `say`. */
  sayPicture(to: Destination, picture: Picture): Promise<string | undefined>;
  /** The bytes of a photo or file, at most `limit` bytes. Throws ChannelError when it is gone or larger. */
  open(messageId: string, limit: number): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** The rooms the account is in now. */
  rooms(): Promise<readonly ChannelRoom[]>;
};

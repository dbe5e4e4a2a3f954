import type { Instant } from "../shared/instant.ts";
import type { Open311Parts } from "./open311/open311.ts";

/** One line of a sandbox chat. `chat` is a room's topic, or `dm:<alias>` for a private chat with the bot. */
export type ChatLine = {
  readonly id: string;
  readonly at: Instant;
  readonly chat: string;
  readonly who: string;
  readonly isBot: boolean;
  readonly text: string;
  /** The photo's name. */
  readonly photo?: string;
  readonly recalled?: boolean;
};

/** A ticket as the page shows it: nothing that only some may see. */
export type TicketRow = {
  readonly number: number;
  readonly kind: string;
  readonly category: string;
  readonly summary: string;
  readonly place: string;
  /** One of the seven steps (D6). */
  readonly step: string;
  readonly state: "open" | "closed";
  readonly outcome?: string;
  readonly handler: string;
  readonly reporter: string;
  readonly due?: Instant;
  readonly rating?: number;
};

/** The made-up community at whose tables a newcomer may sit. */
export type SandboxDesk = {
  readonly rooms: () => readonly { readonly topic: string; readonly kind: string; readonly members: readonly string[] }[];
  /** Staff first, then sample residents (role `居民`). */
  readonly people: () => readonly { readonly alias: string; readonly role: string }[];
  readonly lines: (chat: string) => readonly ChatLine[];
  /** A picture (PNG) that the bot showed, by its name. */
  readonly picture: (name: string) => Uint8Array | undefined;
  /** `quotes` is a line's id. Resolves when the bot has heard it. */
  readonly speak: (line: Utterance) => Promise<void>;
  readonly recall: (id: string) => Promise<void>;
  /** Tells when a chat or a ticket may have changed; gives what ends the telling. */
  readonly onChange: (listener: () => void) => () => void;
};

export type Utterance = {
  readonly who: string;
  readonly chat: string;
  readonly text: string;
  readonly quotes?: string;
  readonly photo?: { readonly name: string; readonly bytes: Uint8Array };
};

/** How the channel is; the board may not know the channel itself, so the shape is told again. */
export type ChannelStatus =
  | { readonly state: "starting" }
  | { readonly state: "scan"; readonly qr: string }
  | { readonly state: "online"; readonly self: { readonly id: string; readonly name: string }; readonly since: Instant }
  | { readonly state: "offline"; readonly since: Instant; readonly reason: string };

/** What the board needs of the rest. */
export type BoardParts = {
  readonly community: string;
  readonly bot: string;
  readonly iso: (at: Instant) => string;
  readonly sayTime: (at: Instant) => string;
  readonly status: () => ChannelStatus;
  /** Open ones first, then lately closed ones; disputes left out. */
  readonly tickets: () => Promise<readonly TicketRow[]>;
  /** Names by which the board may be called besides this computer's own, with or without a port. */
  readonly hosts: readonly string[];
  readonly sandbox?: SandboxDesk;
  /** For programs of the city. */
  readonly open311?: Open311Parts;
};

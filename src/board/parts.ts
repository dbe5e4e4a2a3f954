import type { Person } from "../shared/community.ts";
import type { Instant } from "../shared/instant.ts";
import type { Command } from "../tickets/command.ts";
import type { Desked } from "../tickets/deciding/decide.ts";
import type { Desk } from "../tickets/desk.ts";
import type { Done } from "../tickets/office.ts";
import type { Kind } from "../tickets/reading.ts";
import type { PersonRef } from "../tickets/ticket.ts";
import type { Halls } from "./halls/halls.ts";
import type { Open311Parts } from "./open311/open311.ts";
import type { OverviewReads } from "./overview/overview-port.ts";
import type { Ahead } from "./sandbox/ahead.ts";
import type { Memory } from "./sign-in/memory.ts";
import type { Finder } from "./tickets/finder.ts";
import type { TrackLinks } from "./track/track-links.ts";

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
  /** What its clock shows; `wakes`: it is night, and until then the bot speaks to nobody. */
  readonly time: () => SandboxTime;
  /** Lets time pass until then; false when that was too much for one go, and it waits somewhere on the way. */
  readonly travel: (until: Instant) => Promise<boolean>;
  /** What the bot will do by itself, the soonest first; nothing of disputes. */
  readonly ahead: () => Promise<readonly Ahead[]>;
  /** Tells when a chat or a ticket may have changed; gives what ends the telling. */
  readonly onChange: (listener: () => void) => () => void;
};

export type SandboxTime = { readonly now: Instant; readonly text: string; readonly wakes?: Instant; readonly wakesText?: string };

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
  /** Others than this computer may reach the page: then what nobody need sign in for tells nothing. */
  readonly isPublic: boolean;
  readonly sandbox?: SandboxDesk;
  /** For programs of the city. */
  readonly open311?: Open311Parts;
  readonly clock: () => Instant;
  readonly desk: Desk;
  readonly flowFor: (kind: Kind) => Desked;
  readonly door: Door;
  /** Where sessions are kept, and by which clock they end, where it is not the house's: nobody is signed out because time travels. */
  readonly stays?: Pick<Door, "memory"> & { readonly clock: () => Instant };
  readonly finder: Finder;
  /** What the pages besides tickets take. */
  readonly halls: Halls;
  readonly overview: OverviewReads;
  readonly trackLinks: TrackLinks;
  /** A file of a report, by the path that the finder gave; undefined when it is gone. */
  readonly openFile: (path: string) => Promise<Uint8Array | undefined>;
  /** The one way to change anything: roles are checked there again. */
  readonly act: (number: number, command: Command) => Promise<Done | undefined>;
  /** Somebody known by that name in a group. */
  readonly personNamed: (text: string) => PersonRef | undefined;
  /** What matters can be about, for the filter. */
  readonly categories: readonly string[];
  /** Told why a page could not be made. */
  readonly failed: (why: string) => void;
  /** Grows with everything that happens. */
  readonly head: () => Promise<number>;
};

/** What signing in takes. */
export type Door = {
  readonly memory: Memory;
  /** 32 random bytes as text (base64url). */
  readonly newToken: () => string;
  /** The community's people as its file names them now. */
  readonly people: () => readonly Person[];
  readonly roleName: (role: string) => string;
  /** The page is reached by https. */
  readonly isSecure: boolean;
};

import type { Room } from "../../shared/community.ts";
import type { Instant } from "../../shared/instant.ts";
import type { Office } from "../../tickets/keep.ts";
import type { Triage } from "../../tickets/reading.ts";
import type { Address, Sentence } from "../../tickets/saying/sentence.ts";
import type { Actor } from "../../tickets/ticket.ts";
import type { Chamber } from "../chamber.ts";
import type { Shown } from "../consent/picture.ts";
import type { Reach } from "../decide.ts";
import type { Shelf } from "../shelf.ts";
import type { Homes } from "../vote/homes.ts";

/** A line that somebody said, as far as the council needs to know it. */
export type Said = {
  readonly text: string;
  readonly quoted?: string;
  /** The bot was spoken to by name. */
  readonly addressed: boolean;
  readonly actor: Actor;
  /** Undefined in a private chat. */
  readonly room?: Room;
  /** Where an answer goes. */
  readonly to: Address;
  readonly row: number;
  /** A 接龙 that WeChat itself sent as such. */
  readonly isChain: boolean;
};

/** A report up to now, as sentences for whoever asked; only the secretary in private reads what disputes come to. */
export type Reporter = {
  readonly report: (
    period: "week" | "month" | "year",
    reader: "staff" | "secretary",
    key: string,
    to: Address,
    now: Instant,
  ) => Promise<readonly Sentence[]>;
};

/** Paints a picture and keeps it; gives where it is, under the data folder. */
export type Painter = { readonly paint: (shown: Shown) => Promise<string> };

export type Council = Chamber &
  Reach &
  Homes &
  Reporter &
  Painter & {
    readonly shelf: Shelf;
    readonly office: Office;
    /** Sorts the words of a resolution as it sorts reports. */
    readonly triage: Triage;
  };

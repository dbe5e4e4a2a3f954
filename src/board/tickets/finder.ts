import type { Instant } from "../../shared/instant.ts";
import type { Matter } from "../../tickets/register.ts";
import type { TicketEvent } from "../../tickets/ticket.ts";

/** What a list is narrowed to; whatever is absent does not matter. */
export type Wanted = {
  readonly state?: "open" | "closed";
  readonly kind?: string;
  readonly noDisputes?: true;
  /** Filed since then, and not only asked about. */
  readonly openedSince?: Instant;
  readonly closedSince?: Instant;
  readonly category?: string;
  readonly urgency?: string;
  readonly grid?: string;
  readonly estate?: string;
  /** `?`: nobody told which. */
  readonly building?: string;
  readonly handler?: string;
  readonly outcome?: string;
  /** Open, and what was promised has passed. */
  readonly overdueAt?: Instant;
  /** Words of the summary, two letters at least. */
  readonly words?: string;
};

/** `new` and `old` by number, `due` by what is promised first (open ones alone). */
export type Order = "new" | "old" | "due";

/** Where a page begins: behind this row of the one before. */
export type After = { readonly number: number; readonly due?: Instant };

/** Which tickets a visitor may find at all; each that is found is checked once more by `maySee`. */
export type Reach =
  | "all"
  /** All but disputes, besides those that are in their own hands. */
  | { readonly staff: string }
  /** What their unit was called to, what they claimed, and published wishes. */
  | { readonly helper: string; readonly unit?: string };

/** One line of what was said about a ticket. */
export type Said = {
  readonly id: number;
  readonly at: Instant;
  readonly alias: string;
  readonly text: string;
  readonly file?: string;
};

/** The port to where tickets are looked up. */
export type Finder = {
  readonly find: (
    reach: Reach,
    wanted: Wanted,
    order: Order,
    after: After | undefined,
    most: number,
  ) => Promise<readonly Matter[]>;
  /** The same with how many there are in all, counted no further than `counted`. */
  readonly page: (
    reach: Reach,
    wanted: Wanted,
    order: Order,
    after: After | undefined,
    most: number,
    counted: number,
  ) => Promise<{ readonly matters: readonly Matter[]; readonly count: number }>;
  readonly matter: (number: number) => Promise<Matter | undefined>;
  readonly history: (number: number) => Promise<readonly TicketEvent[]>;
  /** What residents said that became this ticket, the oldest first; what was taken back is not among it. */
  readonly said: (number: number) => Promise<readonly Said[]>;
};

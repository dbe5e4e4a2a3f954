import type { Instant } from "../../shared/instant.ts";
import type { Matter } from "../../tickets/register.ts";

/** What a unit offers. */
export type Offer = { readonly unit: string; readonly text: string; readonly at: Instant };

/** The port to the three lists (三清单); disputes are on none. */
export type ListsDesk = {
  /** Demands and wishes that wait for a unit. */
  readonly needs: (most: number) => Promise<readonly Matter[]>;
  readonly offers: (most: number) => Promise<readonly Offer[]>;
  /** What a unit has taken on, the latest first. */
  readonly projects: (most: number) => Promise<readonly Matter[]>;
};

import { house } from "../../testing/house.ts";
import { aheadReader } from "../../triage/when/when.ts";
import type { Halls } from "./halls.ts";

/** Pages of a community in which nothing has happened yet. */
export const emptyHalls: Halls = {
  outbox: {
    queue: { listed: async () => [], count: async () => 0, tended: async () => [], handle: async () => [] },
    byHand: undefined,
    words: () => "",
    waking: (now) => now,
    openPicture: async () => ({ name: "", bytes: new Uint8Array() }),
  },
  council: {
    chamber: { ...house, readAhead: aheadReader(house.desk.calendar) },
    latest: async () => [],
    affair: async () => undefined,
    receipts: async () => [],
    order: async () => undefined,
    begin: async () => ({ text: "" }),
  },
  calendar: { preview: () => [] },
  wishes: { latest: async () => [], counts: async () => ({ open: 0, claimed: 0, done: 0 }) },
  lists: { needs: async () => [], offers: async () => [], projects: async () => [] },
  people: { bound: () => new Set(), groups: async () => new Set(), newCode: async () => "" },
};

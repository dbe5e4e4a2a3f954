import type { Instant } from "../shared/instant.ts";
import type { Message } from "./message.ts";

export type Entry = { readonly message: Message; readonly heardAt: Instant };

/** A message that is safe on disk, by our own row number. */
export type Recorded = Entry & { readonly row: number };

/** The port to where every message is written before anything looks at it. */
export type Journal = {
  /** Writes all or none. For each entry its row, or undefined when that message was heard before. */
  readonly record: (entries: readonly Entry[]) => Promise<readonly (number | undefined)[]>;
  /** Heard but not dealt with when the last process ended, in the order of hearing. */
  readonly unsettled: () => Promise<readonly Recorded[]>;
  /** Forgets the words of chatter and of answered questions; a hash of the id stays, against repeats. */
  readonly settle: (rows: readonly number[], as: "dropped" | "answered") => Promise<void>;
  /** What became of a message that is now being taken back; its words are forgotten. */
  readonly withdraw: (
    channelId: string,
  ) => Promise<{ readonly row: number; readonly ticket?: number; readonly only: boolean } | undefined>;
  /** Filed messages since then whose photo or file has not been fetched yet. */
  readonly missingFiles: (since: Instant) => Promise<readonly Recorded[]>;
  /** Where the photo or file of a message was put. */
  readonly keepFile: (row: number, path: string) => Promise<void>;
};

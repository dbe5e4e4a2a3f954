import type { Instant } from "../shared/instant.ts";
import type { Recorded } from "./journal.ts";

/** How long a person may pause between lines of one report, and how long one report may grow. Milliseconds. */
export type QuietTime = { readonly quiet: number; readonly most: number };

/** The lines of one person in one chat that belong to one report. */
export type Burst = { readonly key: string; readonly lines: readonly Recorded[]; readonly due: Instant };

/** Lines waiting for the person to finish (CHANNEL: one person often needs three messages). They are on disk already. */
export type Bursts = {
  readonly add: (key: string, line: Recorded, now: Instant) => void;
  /** Takes every report whose quiet time is over. */
  readonly takeDue: (now: Instant) => readonly Burst[];
  /** Takes one person's report at once: they have given an order, or the line they took back is in it. */
  readonly take: (key: string) => Burst | undefined;
  /** Removes a line that was taken back; true when it was here. */
  readonly remove: (channelId: string) => boolean;
  readonly next: () => Instant | undefined;
};

export function createBursts({ quiet, most }: QuietTime): Bursts {
  const open = new Map<string, Burst>();
  return {
    add: (key, line, now) => {
      const lines = [...(open.get(key)?.lines ?? []), line];
      const first = lines[0]?.heardAt ?? now;
      open.set(key, { key, lines, due: Math.min(now + quiet, first + most) });
    },
    takeDue: (now) => {
      const due = [...open.values()].filter((burst) => burst.due <= now);
      for (const { key } of due) open.delete(key);
      return due;
    },
    take: (key) => {
      const burst = open.get(key);
      open.delete(key);
      return burst;
    },
    remove: (channelId) => {
      for (const burst of open.values()) {
        const lines = burst.lines.filter(({ message }) => message.id !== channelId);
        if (lines.length === burst.lines.length) continue;
        if (lines.length === 0) open.delete(burst.key);
        else open.set(burst.key, { ...burst, lines });
        return true;
      }
      return false;
    },
    next: () => {
      let next: Instant | undefined;
      for (const { due } of open.values()) if (next === undefined || due < next) next = due;
      return next;
    },
  };
}

import type { Instant } from "../../shared/instant.ts";
import type { Recorded } from "../journal.ts";

/** How long a person may pause between lines of one report, and how long one report may grow. Milliseconds. */
export type QuietTime = { readonly quiet: number; readonly most: number };

/** The lines of one person in one chat that belong to one report. */
export type Burst = { readonly key: string; readonly lines: readonly Recorded[]; readonly due: Instant };

/** Lines waiting for the person to finish (CHANNEL: one person often needs three messages). They are on disk already. */
export type Bursts = {
  readonly add: (key: string, line: Recorded, now: Instant) => void;
  /** Takes every report whose quiet time is over. */
  readonly takeDue: (now: Instant) => readonly Burst[];
  /** Removes a line that was taken back; true when it was here. */
  readonly remove: (channelId: string) => boolean;
  readonly next: () => Instant | undefined;
};

/** Some channels tell whole seconds only. */
const ROUNDING = 2_000;

export function createBursts({ quiet, most }: QuietTime): Bursts {
  const open = new Map<string, Burst>();
  let finished: Burst[] = [];
  return {
    add: (key, line, now) => {
      const before = open.get(key);
      // After a time away lines arrive at once that were said hours apart: when they were sent decides, not when they came.
      const isLater = before !== undefined && line.message.sentAt - (before.lines.at(-1)?.message.sentAt ?? 0) > quiet + ROUNDING;
      if (before !== undefined && isLater) finished.push({ ...before, due: now });
      const lines = [...(isLater ? [] : (before?.lines ?? [])), line];
      const first = lines[0]?.heardAt ?? now;
      open.set(key, { key, lines, due: Math.min(now + quiet, first + most) });
    },
    takeDue: (now) => {
      const due = [...open.values()].filter((burst) => burst.due <= now);
      for (const { key } of due) open.delete(key);
      const all = [...finished, ...due];
      finished = [];
      return all;
    },
    remove: (channelId) => {
      finished = finished
        .map((burst) => ({ ...burst, lines: burst.lines.filter(({ message }) => message.id !== channelId) }))
        .filter(({ lines }) => lines.length > 0);
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
      let next: Instant | undefined = finished[0]?.due;
      for (const { due } of open.values()) if (next === undefined || due < next) next = due;
      return next;
    },
  };
}

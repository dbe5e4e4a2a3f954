import { type Instant, MINUTE } from "../../shared/instant.ts";

/** How long a person's last lines are remembered, and how many. */
const REMEMBERED = 2 * MINUTE;
const MOST = 3;

type Said = { readonly ids: readonly string[]; readonly text: string; readonly at: Instant };

/**
 * The last lines of each person that were taken for chatter: people who type slowly say the place in one line and the trouble in the next.
 * In memory only, for two minutes: chatter is never kept (DESIGN: Privacy).
 */
export type Recent = {
  readonly note: (
    who: { readonly key: string; readonly room: string },
    ids: readonly string[],
    text: string,
    now: Instant,
  ) => void;
  /** Oldest first. */
  readonly of: (key: string, now: Instant) => readonly string[];
  /** Whether people have talked of other things in a room since then. */
  readonly talkedSince: (room: string, since: Instant) => boolean;
  /** They became part of a report. */
  readonly used: (key: string) => void;
  /** A line was taken back. */
  readonly remove: (channelId: string) => void;
};

export function createRecent(): Recent {
  const known = new Map<string, readonly Said[]>();
  const lastTalk = new Map<string, Instant>();
  const fresh = (key: string, now: Instant): readonly Said[] =>
    (known.get(key) ?? []).filter(({ at }) => Math.abs(now - at) <= REMEMBERED);
  const forgetOld = (now: Instant): void => {
    for (const key of known.keys()) {
      if (fresh(key, now).length > 0) return;
      known.delete(key);
    }
  };
  return {
    note: ({ key, room }, ids, text, now) => {
      lastTalk.set(room, now);
      forgetOld(now);
      const lines = [...fresh(key, now), { ids, text, at: now }].slice(-MOST);
      known.delete(key);
      known.set(key, lines);
    },
    of: (key, now) => fresh(key, now).map(({ text }) => text),
    talkedSince: (room, since) => (lastTalk.get(room) ?? since) > since,
    used: (key) => void known.delete(key),
    remove: (id) => {
      for (const [key, lines] of known) {
        if (lines.some(({ ids }) => ids.includes(id)))
          known.set(
            key,
            lines.filter(({ ids }) => !ids.includes(id)),
          );
      }
    },
  };
}

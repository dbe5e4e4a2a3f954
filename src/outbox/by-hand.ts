import type { Instant } from "../shared/instant.ts";
import type { WorkCalendar } from "../shared/work-calendar.ts";
import type { Address } from "../tickets/saying/sentence.ts";
import type { Wordings } from "../tickets/saying/wording.ts";
import { addressOf, isMerging, mergeable } from "./merge.ts";
import { maySpeakAt, type Pace } from "./pace.ts";
import type { Queue, Row, Tended } from "./queue.ts";
import { fitting, word } from "./word.ts";

/** One sentence that is due: where it goes and its words as they are now; several of a kind are one. */
export type Draft = { readonly rows: readonly Tended[]; readonly to: Address; readonly text: string };

/** Draft mode: the account may not speak, so people say what is due and tell when they have. */
export type ByHand = {
  /** What is due and may be said now, in the outbox's order and as many as its shares allow; nothing at night but dangers. */
  readonly due: (now: Instant) => Promise<readonly Draft[]>;
  /** Somebody said these; false when somebody else had, or they are no longer true. */
  readonly said: (ids: readonly number[], by: string, now: Instant) => Promise<boolean>;
};

type Hand = {
  readonly queue: Queue;
  readonly wordings: Wordings;
  readonly calendar: WorkCalendar;
  readonly pace: Pace;
};

const LOOK = 200;

export function createByHand({ queue, wordings, calendar, pace }: Hand): ByHand {
  // Between two sentences a person's own hands keep the gap.
  const unhurried: Pace = { ...pace, gap: 0, jitter: 0 };

  const isReady = async (row: Row, now: Instant): Promise<boolean> => {
    if (row.urgent || !isMerging(wordings, row)) return true;
    const last = await queue.lastSaid(row.to, row.wording);
    return last === undefined || last + pace.merge <= now;
  };
  return {
    due: async (now) => {
      const rows = await queue.due(now, LOOK);
      let { inMinute, inDay } = await queue.lately(now);
      const looked = new Set<number>();
      const drafts: { rows: readonly Row[]; to: Address; text: string }[] = [];
      for (const row of rows) {
        if (looked.has(row.id)) continue;
        const same = rows.filter((other) => !looked.has(other.id) && mergeable(wordings, row, other));
        const at = maySpeakAt(unhurried, calendar, { inMinute, inDay }, row.urgent, 0, now);
        const said = at <= now && (await isReady(row, now)) ? fitting(wordings, calendar.zone, same, now) : [];
        for (const { id } of same) looked.add(id);
        if (said.length === 0) continue;
        drafts.push({ rows: said, to: addressOf(said, row.to), text: spoken(addressOf(said, row.to), said, now) });
        inMinute += 1;
        inDay += 1;
      }
      const all = new Map(
        (await queue.tended(drafts.flatMap((one) => one.rows.map(({ id }) => id)))).map((row) => [row.id, row]),
      );
      return drafts.map((draft) => ({ ...draft, rows: draft.rows.flatMap(({ id }) => all.get(id) ?? []) }));
    },
    said: async (ids, by, now) => {
      const rows = (await queue.tended(ids)).filter(({ state }) => state === "waiting");
      const [first] = rows;
      if (first === undefined) return false;
      const text = spoken(addressOf(rows, first.to), rows, now);
      return (await queue.handle(ids, "due", { as: "said", by, at: now, text })).length > 0;
    },
  };

  function spoken(to: Address, rows: readonly Row[], now: Instant): string {
    const words = word(wordings, calendar.zone, rows, now);
    return "room" in to && to.mention !== undefined ? `@${to.mention.alias} ${words}` : words;
  }
}

import { ChannelError } from "../shared/errors.ts";
import type { Instant } from "../shared/instant.ts";
import type { WorkCalendar } from "../shared/work-calendar.ts";
import type { Address } from "../tickets/saying/sentence.ts";
import type { Purpose, Wordings } from "../tickets/saying/wording.ts";
import { createBreaker, retryAfter } from "./breaker.ts";
import { addressOf, isMerging, mergeable } from "./merge.ts";
import { maySpeakAt, type Pace } from "./pace.ts";
import type { Queue, Row } from "./queue.ts";
import { fitting, word } from "./word.ts";

/** Whatever carries a text to an address of ours. Throws ChannelError. */
export type Mouth = {
  /** False while the channel is away: nothing is tried, nothing counts as failed. */
  readonly ready: () => boolean;
  /** When this login began, for its first silence. */
  readonly since: () => Instant;
  readonly say: (to: Address, text: string) => Promise<string | undefined>;
  /** Shows a picture, a file under the data folder. */
  readonly show: (to: Address, path: string) => Promise<string | undefined>;
  /** Somebody who is no friend of the account: that they cannot be told tells nothing of the channel. */
  readonly isFar: (to: Address) => boolean;
  /** Why an address cannot be reached now (no account known, not in the group); undefined: it can. */
  readonly obstacle: (to: Address) => string | undefined;
};

export type Speaking = {
  readonly queue: Queue;
  readonly mouth: Mouth;
  readonly wordings: Wordings;
  readonly calendar: WorkCalendar;
  readonly pace: Pace;
  /** 0 to 1. */
  readonly random: () => number;
  readonly clock: () => Instant;
  readonly log: (event: string, fields: { readonly [key: string]: string | number }) => void;
  /** The account may not speak: what is due waits for a person to say it (`by-hand.ts`). */
  readonly byHand: boolean;
};

export type Outbox = {
  /** Says what is due and may be said now; returns how many sentences were said. */
  readonly speak: () => Promise<number>;
};

const LOOK = 50;
/** What may be said twice rather than never (DESIGN: outbox). */
const SAID_AGAIN: readonly Purpose[] = ["notify", "remind", "announce"];

/** Says each thing once: paced, quiet at night, merged where several of a kind are due for one room. */
export function createOutbox(on: Speaking): Outbox {
  const breaker = createBreaker();
  const { queue, mouth, pace, calendar } = on;
  // One chance for all that wait for the next gap: what was to be said first is said first.
  let chance = on.random();

  /** The first sentence that may be said now, with those that merge with it; the ones before it are put off. */
  const choose = async (rows: readonly Row[], now: Instant): Promise<readonly Row[]> => {
    const lately = await queue.lately(now);
    const rest = Math.max(breaker.closedAt(now), mouth.since() + pace.silence);
    const later = new Map<Instant, number[]>();
    const looked = new Set<number>();
    let chosen: readonly Row[] = [];
    for (const row of rows) {
      if (looked.has(row.id)) continue;
      const at = Math.max(maySpeakAt(pace, calendar, lately, row.urgent, chance, now), row.urgent ? breaker.closedAt(now) : rest);
      const same = rows.filter((other) => mergeable(on.wordings, row, other));
      for (const { id } of same) looked.add(id);
      const last = !row.urgent && isMerging(on.wordings, row) ? await queue.lastSaid(row.to, row.wording) : undefined;
      const ready = last === undefined ? at : Math.max(at, last + pace.merge);
      if (ready <= now) {
        chosen = fitting(on.wordings, calendar.zone, same, now);
        break;
      }
      later.set(ready, [...(later.get(ready) ?? []), ...same.map(({ id }) => id)]);
    }
    for (const [ready, ids] of later) await queue.postpone(ids, ready);
    return chosen;
  };

  const say = async (rows: readonly Row[], now: Instant): Promise<boolean> => {
    const claimed = await queue.claim(
      rows.map(({ id }) => id),
      now,
    );
    const mine = rows.filter(({ id }) => claimed.includes(id));
    const [first] = mine;
    if (first === undefined) return false;

    const to = addressOf(mine, first.to);
    const text = word(on.wordings, calendar.zone, mine, now);
    const obstacle = mouth.obstacle(to);
    // Nothing is wrong with the channel: one unknown account must not silence the bot for everybody.
    if (obstacle !== undefined) {
      await afterFailure(mine, first, new ChannelError(obstacle), now);
      return false;
    }
    try {
      const { picture } = first;
      const channelId = picture === undefined ? await mouth.say(to, text) : await mouth.show(to, picture);
      await queue.said(claimed, on.clock(), text, channelId);
      chance = on.random();
      breaker.succeeded();
      return true;
    } catch (error) {
      if (!mouth.isFar(to)) breaker.failed(now);
      await afterFailure(mine, first, error, now);
      return false;
    }
  };

  const afterFailure = async (rows: readonly Row[], first: Row, error: unknown, now: Instant): Promise<void> => {
    const ids = rows.map(({ id }) => id);
    const why = error instanceof Error ? error.message : String(error);
    const wait = retryAfter(first.attempts);
    const unsure = error instanceof ChannelError && error.delivery === "unknown" && !SAID_AGAIN.includes(first.purpose);
    on.log("not said", { row: first.id, attempts: first.attempts, why });
    if (unsure || wait === undefined) return queue.hold(ids, why);
    await queue.retry(ids, now + wait, why);
  };

  return {
    speak: async () => {
      if (on.byHand) return 0;
      for (let said = 0; ; ) {
        const now = on.clock();
        if (!mouth.ready()) return said;
        const rows = await queue.due(now, LOOK);
        if (rows.length === 0) return said;
        const chosen = await choose(rows, now);
        if (chosen.length === 0) {
          if (rows.length < LOOK) return said;
          continue;
        }
        if (await say(chosen, now)) said++;
      }
    },
  };
}

import type { Instant } from "../../shared/instant.ts";
import { after, minuteOf, nextWaking } from "../../shared/work-calendar.ts";
import { plusDays } from "../../shared/zone.ts";
import { type Clocks, happened } from "../affair.ts";
import { type AffairOrder, type Chamber, type Decided, type Refused, toRooms, toSpeaker } from "../chamber.ts";
import { publish, tellResult } from "./outcome.ts";
import { standing } from "./shown.ts";
import { settled, type Vote } from "./vote.ts";

/** What was shown is let out. */
export function confirm(on: Chamber, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  const { what, until = 0 } = vote.pending ?? {};
  switch (what) {
    case "decision":
      return publish(on, vote, order, now);
    case "result":
      return tellResult(on, vote, order, now);
    case undefined:
      return { refused: "vote.notNow" };
    case "collect":
    case "discuss":
    case "vote":
      return until <= now ? { refused: "vote.past" } : open(on, vote, what, until, order, now);
  }
}

const OPENS = {
  collect: { stage: "collecting", wording: "vote.collect" },
  discuss: { stage: "discussing", wording: "vote.discuss" },
  vote: { stage: "voting", wording: "vote.post" },
} as const;

function open(
  on: Chamber,
  vote: Vote,
  what: keyof typeof OPENS,
  until: Instant,
  order: AffairOrder,
  now: Instant,
): Decided<Vote> {
  const { stage, wording } = OPENS[what];
  const affair: Vote = happened(
    { ...settled(vote), stage, until, clocks: what === "vote" ? votingClocks(on, until, now) : { collected: until } },
    stage,
    order.by.alias,
    now,
  );
  const begins = nextWaking(on.desk.calendar, now);
  const noted = { number: vote.number, count: vote.rooms.length };
  return {
    affair,
    unsay: ["propose"],
    say: [
      ...toRooms(on, affair, what, affair.rooms, wording, standing(on, affair), now, until),
      toSpeaker(on, order, begins > now ? "vote.waits" : "vote.going", noted, now, begins),
    ],
  };
}

/** The close, and one reminder a day before it (in the evening where that would be at night) unless the vote is hardly longer than that. */
export function votingClocks({ desk: { calendar }, rules }: Chamber, until: Instant, now: Instant): Clocks {
  const early = until - after(calendar, 0, rules.deliberation.remind);
  const day = calendar.zone.day(early);
  const evening = minuteOf(calendar, day, rules.notice.evening);
  const before = evening < early ? evening : minuteOf(calendar, plusDays(day, -1), rules.notice.evening);
  const remind = nextWaking(calendar, early) === early ? early : before;
  return { close: until, ...(remind > nextWaking(calendar, now) + (until - remind) / 4 ? { remind } : {}) };
}

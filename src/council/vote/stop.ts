import type { Instant } from "../../shared/instant.ts";
import { happened, without } from "../affair.ts";
import { type AffairOrder, type Chamber, type Decided, type Refused, toRooms, toSpeaker } from "../chamber.ts";
import { votingClocks } from "./confirm.ts";
import { verdictOf } from "./count.ts";
import { dayIn } from "./deadline.ts";
import { collected } from "./ring.ts";
import { countOf, standing } from "./shown.ts";
import { ended, settled, type Vote, WORDS } from "./vote.ts";

/** What was shown is not let out. */
export function drop(on: Chamber, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  if (vote.pending === undefined) return { refused: "vote.notNow" };
  // A count that is not made public yet still waits for it.
  const left = vote.pending.what === "decision" ? vote : settled(vote);
  const affair = vote.stage === "draft" ? ended(vote, "dropped") : left;
  return {
    affair: happened(affair, "dropped", order.by.alias, now),
    say: [toSpeaker(on, order, "vote.dropped", { number: vote.number }, now)],
  };
}

/** It is given up; whoever was asked hears so. */
export function cancel(on: Chamber, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  if (vote.stage === "draft") return drop(on, vote, order, now);
  if (!["collecting", "proposed", "discussing", "voting", "counted"].includes(vote.stage)) return { refused: "vote.notNow" };
  const affair = happened(ended(vote, "cancelled"), "cancelled", order.by.alias, now, order.text);
  const wording = order.text === "" ? "vote.cancelled" : "vote.cancelledWhy";
  const fill = { topic: vote.topic, why: order.text };
  return {
    affair,
    unsay: ["collect", "discuss", "vote", "remind", "moved", "propose", "ask"],
    forget: WORDS,
    say: [
      ...toRooms(on, affair, "cancel", vote.rooms, wording, fill, now),
      toSpeaker(on, order, "vote.cancelNoted", { number: vote.number, count: vote.rooms.length }, now),
    ],
  };
}

/** A later end, told to the same groups; nobody who relied on the day that was said loses by it. A vote that too few took part in goes on. */
export function extend(on: Chamber, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  const isShort = vote.stage === "counted" && verdictOf(on.rules.deliberation, vote, countOf(on, vote)).verdict === "noQuorum";
  if (!isShort && vote.stage !== "collecting" && vote.stage !== "discussing" && vote.stage !== "voting")
    return { refused: "vote.notNow" };
  const until = dayIn(on, order.text, now);
  if (until === undefined || until === "unclear") return { refused: "vote.whichTime" };
  if (until <= now) return { refused: "vote.past" };
  if (until <= vote.until) return { refused: "vote.notEarlier" };
  const isVoting = isShort || vote.stage === "voting";
  const { tally: _counted, ...open } = settled(vote);
  const affair: Vote = happened(
    {
      ...open,
      ...(isVoting ? { stage: "voting" as const } : {}),
      until,
      clocks: isVoting ? votingClocks(on, until, now) : { collected: until },
    },
    "extended",
    order.by.alias,
    now,
  );
  return {
    affair,
    unsay: ["remind", "moved"],
    say: [
      ...toRooms(
        on,
        affair,
        `moved${until}`,
        vote.rooms,
        isVoting ? "vote.movedVote" : "vote.moved",
        standing(on, affair),
        now,
        until,
      ),
      toSpeaker(on, order, "vote.going", { number: vote.number, count: vote.rooms.length }, now),
    ],
  };
}

/** Enough has been said; a vote closes at the time that was told to everybody and not before. */
export function endCollecting(on: Chamber, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  if (vote.stage === "voting") return { refused: "vote.closesLater" };
  if (vote.stage !== "collecting" && vote.stage !== "discussing") return { refused: "vote.notNow" };
  return collected(on, { ...vote, clocks: without(vote.clocks, "collected") }, order.by.alias, now);
}

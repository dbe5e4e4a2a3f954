import type { Instant } from "../../shared/instant.ts";
import { type AffairOrder, type Chamber, type Decided, type Refused, toSpeaker } from "../chamber.ts";
import { isAmongStaff } from "../hearing/among-staff.ts";
import { ballot } from "./ballot.ts";
import { confirm } from "./confirm.ts";
import type { Homes } from "./homes.ts";
import { object, opinion, opinions } from "./opinions.ts";
import { proposeResult } from "./outcome.ts";
import { correct, discuss, entitled, poll, propose, quorum } from "./prepare.ts";
import { standing } from "./shown.ts";
import { cancel, drop, endCollecting, extend } from "./stop.ts";
import type { Vote } from "./vote.ts";

/** One order about a deliberation, by whoever may give it (`permit.ts`). What is for staff is not answered before residents. */
export function decideVote(on: Chamber & Homes, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  switch (order.verb) {
    case "ballot":
      return ballot(on, vote, order, now);
    case "opinion":
      return opinion(on, vote, order, now);
    case "object":
      return object(on, vote, order, now);
    case "which":
      return { refused: "vote.which", fill: { numbers: order.text } };
    default:
      return isAmongStaff(on, order) ? manage(on, vote, order, now) : { refused: "council.elsewhere" };
  }
}

function manage(on: Chamber & Homes, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  switch (order.verb) {
    case "confirm":
      return confirm(on, vote, order, now);
    case "drop":
      return drop(on, vote, order, now);
    case "cancel":
      return cancel(on, vote, order, now);
    case "correct":
      return correct(on, vote, order, now);
    case "extend":
      return extend(on, vote, order, now);
    case "close":
      return endCollecting(on, vote, order, now);
    case "opinions":
      return opinions(on, vote, order, now);
    case "propose":
      return propose(on, vote, order, now);
    case "discuss":
      return discuss(on, vote, order, now);
    case "poll":
      return poll(on, vote, order, now);
    case "quorum":
      return quorum(on, vote, order, now);
    case "entitled":
      return entitled(on, vote, order, now);
    case "tell":
      return proposeResult(on, vote, order, now);
    case "show":
      return { affair: vote, say: [toSpeaker(on, order, statusOf(vote), standing(on, vote), now, vote.until)] };
    default:
      return { refused: "council.unknown" };
  }
}

function statusOf({ stage, tally }: Vote): string {
  if (stage === "voting") return "vote.statusVoting";
  return tally === undefined ? "vote.status" : "vote.statusCounted";
}

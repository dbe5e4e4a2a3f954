import type { Instant } from "../../shared/instant.ts";
import { after, nextWaking } from "../../shared/work-calendar.ts";
import { secretaryOf } from "../../tickets/desk.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { happened, without } from "../affair.ts";
import { type Chamber, type Decided, toKeeper, toRooms } from "../chamber.ts";
import { usualEnd } from "./deadline.ts";
import { closed, resultIn } from "./outcome.ts";
import { standing } from "./shown.ts";
import { ended, type Vote, WORDS } from "./vote.ts";

/** Something of a deliberation is due. `ticket`: what its decision became. */
export function ringVote(on: Chamber, vote: Vote, name: string, ticket: Ticket | undefined, now: Instant): Decided<Vote> {
  const rest: Vote = { ...vote, clocks: without(vote.clocks, name) };
  switch (name) {
    case "forgotten":
      if (vote.stage !== "draft") return { affair: rest, say: [] };
      return tellKeeper(on, happened(ended(rest, "dropped"), "forgotten", "clock", now), name, "vote.forgotten", now);
    case "collected":
      return collected(on, rest, "clock", now);
    case "propose":
      return tellKeeper(on, rest, name, "vote.remindPropose", now);
    case "remind":
      // After a stop, nobody is reminded of what is closed.
      if (now >= rest.until) return { affair: rest, say: [] };
      return { affair: rest, say: toRooms(on, rest, "remind", rest.rooms, "vote.remind", standing(on, rest), now, rest.until) };
    case "close":
      return closed(on, rest, now);
    case "publicOver":
      return publicOver(on, rest, ticket, now);
    case "watch":
      return watch(on, rest, ticket, now);
    case "resultOver":
      return over(on, rest, now);
    default:
      return { affair: rest, say: [] };
  }
}

/** Opinions are in, or enough was discussed: whoever asked for them hears how many, and goes on with a proposal. */
export function collected(on: Chamber, vote: Vote, by: string, now: Instant): Decided<Vote> {
  const propose = usualEnd(on, "propose", now);
  const affair: Vote = happened({ ...vote, stage: "proposed", until: propose, clocks: { propose } }, "collected", by, now);
  return tellKeeper(on, affair, `collected${now}`, vote.stage === "discussing" ? "vote.discussed" : "vote.collected", now);
}

function publicOver(on: Chamber, vote: Vote, ticket: Ticket | undefined, now: Instant): Decided<Vote> {
  if (ticket === undefined) return over(on, vote, now);
  const waiting: Vote = happened({ ...vote, stage: "doing" }, "publicOver", "clock", now);
  const looked = watch(on, waiting, ticket, now);
  return looked.affair.stage === "doing"
    ? { ...looked, say: [...tellKeeper(on, waiting, "publicOver", "vote.publicOver", now, ticket).say, ...looked.say] }
    : looked;
}

/** Every day: once the ticket is done the groups read so; where it ended otherwise the secretary says what came of it. */
function watch(on: Chamber, vote: Vote, ticket: Ticket | undefined, now: Instant): Decided<Vote> {
  if (ticket?.state === "closed") {
    if (ticket.outcome === "resolved") return resultIn(on, vote, "", "clock", now);
    return tellKeeper(on, vote, "notDone", "vote.notDone", now, ticket);
  }
  const { calendar } = on.desk;
  const lasts = on.rules.deliberation.steps.find(({ does }) => does === "carryOut")?.lasts ?? { count: 1, unit: "d" };
  return { affair: { ...vote, clocks: { ...vote.clocks, watch: nextWaking(calendar, after(calendar, now, lasts)) } }, say: [] };
}

function over(on: Chamber, vote: Vote, now: Instant): Decided<Vote> {
  const affair = happened(ended(vote, "done"), "over", "clock", now);
  return { ...tellKeeper(on, affair, "over", "vote.over", now), forget: WORDS };
}

function tellKeeper(on: Chamber, affair: Vote, name: string, wording: string, now: Instant, ticket?: Ticket): Decided<Vote> {
  const fill = { ...standing(on, affair), objections: affair.objections, ticket: ticket?.number };
  return { affair, say: [toKeeper(on, affair, name, keeperOf(on, affair), wording, fill, now)] };
}

/** Whoever began it goes on with it; for a grid worker the secretary does. */
function keeperOf({ desk }: Chamber, { by }: Vote): string {
  const roles = desk.community.people.find(({ name }) => name === by)?.roles ?? [];
  return roles.includes("secretary") || roles.includes("gridLead") ? by : secretaryOf(desk);
}

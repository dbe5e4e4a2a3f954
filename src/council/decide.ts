import type { Instant } from "../shared/instant.ts";
import type { PersonRef, Ticket } from "../tickets/ticket.ts";
import type { Affair, Meeting } from "./affair.ts";
import type { AffairOrder, Chamber, Decided, Refused } from "./chamber.ts";
import { decideProject, ringProject } from "./consent/decide.ts";
import { decideMeeting } from "./meeting/meeting.ts";
import { ringMeeting } from "./meeting/ring.ts";
import { topicOf, writtenTopic } from "./meeting/topics.ts";
import { decideNotice, postKey } from "./notice/notice.ts";
import { ringNotice } from "./notice/ring.ts";
import { decideRound, ringRound } from "./round/round.ts";
import type { CouncilTransaction } from "./shelf.ts";
import { decideSurvey, ringSurvey } from "./survey/survey.ts";
import { decideVote } from "./vote/decide.ts";
import type { Homes } from "./vote/homes.ts";
import { ringVote } from "./vote/ring.ts";
import type { Vote } from "./vote/vote.ts";

/** Residents whom we can write to, of one estate or all. */
export type Reach = { readonly residents: (estate: string | undefined) => readonly PersonRef[] };

/** One order about one affair, by its kind. */
export async function decideAffair(
  on: Chamber & Reach & Homes,
  transaction: CouncilTransaction,
  affair: Affair,
  order: AffairOrder,
  now: Instant,
): Promise<Decided | Refused> {
  switch (affair.kind) {
    case "notice":
      return decideNotice(on, affair, { ...order, receipts: await transaction.receipts(postKey(affair)) }, now);
    case "meeting":
      return order.verb === "topic" ? withTopic(on, transaction, affair, order, now) : decideMeeting(on, affair, order, now);
    case "vote":
      return decideVote(on, affair, order, now);
    case "project":
      return decideProject(on, affair, order, now);
    case "survey":
      return decideSurvey(on, affair, order, on.residents(affair.estate), now);
    case "round":
      return decideRound(on, affair, order, now);
  }
}

async function withTopic(
  on: Chamber,
  transaction: CouncilTransaction,
  meeting: Meeting,
  order: AffairOrder,
  now: Instant,
): Promise<Decided | Refused> {
  const topic = await topicOf(transaction.matter, writtenTopic(order.text));
  if ("refused" in topic) return topic;
  const text = topic.ticket === undefined ? topic.text : `#${topic.ticket} ${topic.text}`;
  return decideMeeting(on, meeting, { ...order, text }, now);
}

/** One clock of one affair rings, by its kind. */
export async function ringAffair(
  on: Chamber,
  transaction: CouncilTransaction,
  affair: Affair,
  clock: string,
  now: Instant,
): Promise<Decided> {
  switch (affair.kind) {
    case "notice":
      return ringNotice(on, affair, clock, await transaction.receipts(postKey(affair)), now);
    case "meeting":
      return ringMeeting(on, affair, clock, now);
    case "vote":
      return ringVote(on, affair, clock, await ticketOf(transaction, affair), now);
    case "project":
      return ringProject(on, affair, clock, now);
    case "survey":
      return ringSurvey(on, affair, clock, now);
    case "round":
      return ringRound(on, affair, clock, now);
  }
}

/** The ticket that a decision became. */
async function ticketOf(transaction: CouncilTransaction, { resolutions }: Vote): Promise<Ticket | undefined> {
  const number = resolutions.at(-1)?.ticket;
  return number === undefined ? undefined : (await transaction.matter(number))?.ticket;
}

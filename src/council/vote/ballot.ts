import type { Instant } from "../../shared/instant.ts";
import type { Sentence } from "../../tickets/saying/sentence.ts";
import { type AffairOrder, type Chamber, type Decided, keyOf, type Refused, toPerson, toSpeaker } from "../chamber.ts";
import { ballotWords, choiceIn } from "./choice.ts";
import { withBallot } from "./count.ts";
import type { Homes } from "./homes.ts";
import { part } from "./shown.ts";
import type { Choice, Vote } from "./vote.ts";
import { voterOf } from "./voter.ts";

/** A household votes, or votes otherwise: the last word before the close counts. Nothing of it is said in a group. */
export function ballot(on: Chamber & Homes, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  if (vote.stage !== "voting" || now >= vote.until) return { refused: "vote.closed" };
  const { community } = on.desk;
  const words = ballotWords(community, order.text);
  const choice = choiceIn(vote.options, words.rest) ?? vote.unclear[order.by.id]?.choice;
  if (choice === undefined) return { refused: "vote.how" };

  const group = community.rooms.find(({ topic, kind }) => topic === order.room && kind === "residents");
  const voter = voterOf(community, vote.estates, words, on.homeOf(order.by.alias, group), group);
  const said = { by: order.by.id, row: order.row, choice };
  if ("doubt" in voter) return ask(on, { ...vote, unclear: { ...vote.unclear, [order.by.id]: said } }, order, voter.doubt, now);

  const { [order.by.id]: _asked, ...unclear } = vote.unclear;
  const affair: Vote = { ...vote, unclear, ballots: withBallot(vote.ballots, voter.household, said) };
  const noted = { number: vote.number, household: voter.household, choice: labelOf(on, vote, choice) };
  return { affair, say: "person" in order.to ? [toSpeaker(on, order, "vote.noted", noted, now, vote.until)] : [] };
}

/** What people read for a choice. */
function labelOf(on: Chamber, { options }: Vote, choice: Choice): string {
  const option = options.find(({ key }) => key === choice);
  return option === undefined ? part(on, `vote.${choice}`) : `${option.key} ${option.text}`;
}

/** Whose household is doubtful is asked: in private where we can write to them, else in the group once, together with the others. */
function ask(on: Chamber & Homes, affair: Vote, order: AffairOrder, doubt: "unknown" | "outside", now: Instant): Decided<Vote> {
  const wording = doubt === "unknown" ? "vote.whichHousehold" : "vote.outside";
  const fill = { number: affair.number, example: exampleOf(on, affair) };
  if ("person" in order.to) return { affair, say: [toSpeaker(on, order, wording, fill, now)] };
  if (on.reachable(order.by)) return { affair, say: [toPerson(on, affair, `ask${order.row}`, order.by, wording, fill, now)] };
  const once: Sentence = {
    key: `${keyOf(affair, "ask")}${order.by.id}`,
    to: { room: order.to.room, mention: order.by },
    wording: "vote.askGroup",
    fill: { ...fill, name: order.by.alias },
    purpose: "ask",
    urgent: false,
    dueAt: now,
  };
  return { affair, say: [once] };
}

/** A number in the form of the estate that is asked. */
function exampleOf({ desk }: Chamber, { estates }: Vote): string {
  const estate = desk.community.estates.find(({ name }) => name === estates[0]);
  const number = estate?.alias === "building-unit-room" ? "3-2-501" : "3-501";
  return estates.length > 1 ? `${estates[0]}${number}` : number;
}

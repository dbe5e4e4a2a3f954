import type { Instant } from "../../shared/instant.ts";
import { secretaryOf } from "../../tickets/desk.ts";
import { staffRef } from "../../tickets/saying/address.ts";
import { type AffairOrder, type Chamber, type Decided, type Refused, toPerson, toSpeaker } from "../chamber.ts";
import type { Homes } from "./homes.ts";
import type { Vote } from "./vote.ts";

const LONGEST = 200;
const ON_A_PAGE = 6;

/** A resident says what they think: kept without a name, masked, only while the affair is open, and never answered in the group. */
export function opinion(on: Chamber & Homes, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  if (vote.stage !== "collecting" && vote.stage !== "discussing") return { refused: "vote.notCollecting" };
  const text = on.mask(order.text, order.by.alias).slice(0, LONGEST);
  const isSaidBefore = vote.opinions.some((one) => one.row === order.row || (one.by === order.by.id && one.text === text));
  const said = { row: order.row, by: order.by.id, text };
  const affair: Vote = isSaidBefore ? vote : { ...vote, opinions: [...vote.opinions, said], heard: vote.heard + 1 };
  return { affair, say: "person" in order.to ? [toSpeaker(on, order, "vote.heard", { number: vote.number }, now)] : [] };
}

/** The opinions, for whoever asks for them, in private. */
export function opinions(on: Chamber, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  if (vote.opinions.length === 0) return { refused: "vote.noOpinions" };
  const pages = Math.ceil(vote.opinions.length / ON_A_PAGE);
  const say = Array.from({ length: pages }, (_, page) => {
    const from = page * ON_A_PAGE;
    const items = vote.opinions.slice(from, from + ON_A_PAGE).map(({ text }, index) => `\n${from + index + 1}. ${text}`);
    const fill = { count: vote.opinions.length, items: items.join("") };
    return toPerson(on, vote, `opinions:${order.row}:${page}`, order.by, "vote.opinions", fill, now);
  });
  return { affair: vote, say };
}

/** Somebody objects while the decision is public: counted, and told to the secretary alone. */
export function object(on: Chamber & Homes, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  if (vote.stage !== "public" && vote.stage !== "result") return { refused: "vote.notPublic" };
  const affair: Vote = { ...vote, objections: vote.objections + 1 };
  const text = on.mask(order.text, order.by.alias).slice(0, LONGEST);
  const secretary = staffRef(on.desk, secretaryOf(on.desk));
  return {
    affair,
    say: [
      toPerson(on, affair, `objection:${order.row}`, secretary, "vote.objection", { text, count: affair.objections }, now),
      ...("person" in order.to ? [toSpeaker(on, order, "vote.objectionNoted", { number: vote.number }, now)] : []),
    ],
  };
}

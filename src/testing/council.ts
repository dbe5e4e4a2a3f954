import type { Affair } from "../council/affair.ts";
import type { AffairOrder, Chamber, Decided, Refused } from "../council/chamber.ts";
import type { Homes } from "../council/vote/homes.ts";
import type { Sentence } from "../tickets/saying/sentence.ts";
import { fill } from "../tickets/saying/wording.ts";
import type { Actor } from "../tickets/ticket.ts";
import { placeReader } from "../triage/place/place.ts";
import { maskNumbers, redactor } from "../triage/redact.ts";
import { aheadReader } from "../triage/when/when.ts";
import { house } from "./house.ts";

const { community, calendar } = house.desk;
const placeOf = placeReader(community);

/** The sample community's council. Only people with an id that begins with `f` can be written to. */
export const chamber: Chamber & Homes = {
  desk: house.desk,
  wordings: house.wordings,
  rules: house.rules,
  readAhead: aheadReader(calendar),
  homeOf: (alias, room) => placeOf({ text: "我家", alias, ...(room === undefined ? {} : { room }) }),
  mask: redactor(community),
  maskNumbers,
  reachable: ({ id }) => id.startsWith("f") || id.startsWith("staff:"),
};

/** A resident of the sample community. */
export function resident(alias: string, id = alias): Actor {
  return { id, alias, roles: [] };
}

/** A line as the council gets it: in private, or in a group. */
export function line(by: Actor, verb: string, text: string, row: number, room?: string): AffairOrder {
  const to = room === undefined ? { person: by } : { room, mention: by };
  return { verb, text, by, to, row, ...(room === undefined ? {} : { room }) };
}

/** What a decision came to; a refusal is a failure of the test. */
export function done<A extends Affair>(decided: Decided<A> | Refused): Decided<A> {
  if ("refused" in decided) throw new Error(`refused: ${decided.refused}`);
  return decided;
}

/** A sentence as somebody reads it, without the time that it promises. */
export function words({ wording, fill: values }: Sentence): string {
  return fill(house.wordings.get(wording)?.text ?? "", values);
}

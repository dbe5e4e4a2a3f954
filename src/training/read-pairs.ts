import { z } from "zod";
import type { Community } from "../shared/community.ts";
import type { Categories } from "../triage/categories.ts";
import { topicReader } from "../triage/classifier/topic.ts";
import { joiningKind } from "../triage/classifier/verdict.ts";
import { categoriesOf, type Weights } from "../triage/classifier/weights.ts";
import { RAISED } from "../triage/join/join.ts";
import type { Side } from "../triage/join/likeness.ts";
import { saidReader } from "../triage/join/said.ts";
import type { Lexicon } from "../triage/lexicon/lexicon.ts";
import { lookerOf } from "../triage/look.ts";
import { normalise } from "../triage/normalise.ts";
import { placeReader } from "../triage/place/place.ts";
import { readLines } from "./read-lines.ts";

/** Two reports, and whether they are of one thing. */
export type Pair = { readonly again: Side; readonly open: Side; readonly same: boolean };

/** Who reads both sides of a pair. */
export type Reader = {
  readonly lexicon: Lexicon;
  readonly categories: Categories;
  readonly community: Community;
  readonly weights: Pick<Weights, "keys" | "kinds" | "networks">;
};

const Line = z.object({ text: z.string(), alias: z.string() });
const PairLine = z.object({ open: Line, again: Line, room: z.string(), same: z.boolean() });

/** Makes the reader of somebody's words in a room, as the joiner sees them. */
export function sideReader({
  lexicon,
  categories,
  community,
  weights,
}: Reader): (line: z.output<typeof Line>, topic: string) => Side {
  const look = lookerOf({ lexicon, categories, weights });
  const saidOf = saidReader(lexicon);
  const topicOf = topicReader(categories, categoriesOf(weights));
  const placeOf = placeReader(community);
  return ({ text, alias }, topic) => {
    const room = community.rooms.find((each) => each.topic === topic);
    const where = { alias, ...(room === undefined ? {} : { room }) };
    const plain = normalise(text);
    const said = saidOf(plain, look(plain));
    return {
      ...said,
      alias,
      kind: joiningKind(said.kinds, lexicon.thresholds),
      category: topicOf(plain, said.topics),
      place: placeOf({ text, ...where }),
      home: placeOf({ text: "我家", ...where }),
    };
  };
}

/** Labelled pairs as the joiner sees them. */
export function readPairs(file: string, reader: Reader): readonly Pair[] {
  const sideOf = sideReader(reader);
  return readLines(file, PairLine).map(({ open, again, room, same }) => {
    // The first of a pair is a ticket already, whatever the classifier would call it.
    const ticket = sideOf(open, room);
    const kind = RAISED.has(ticket.kind) ? ticket.kind : "demand";
    return { open: { ...ticket, kind }, again: sideOf(again, room), same };
  });
}

import type { Room } from "../../shared/community.ts";
import type { Desk } from "../../tickets/desk.ts";
import { answer } from "../../tickets/saying/compose.ts";
import type { Address, Sentence } from "../../tickets/saying/sentence.ts";
import { type Fill, fill, type Wordings } from "../../tickets/saying/wording.ts";
import type { Entry } from "../calendar.ts";
import type { Moment } from "../moments.ts";

/** What the words of an entry are made from. */
export type Saying = { readonly desk: Desk; readonly wordings: Wordings };

/** The groups of an entry that this community has, in the file's order. */
export function roomsOf({ desk }: Saying, where: Entry["rooms"]): readonly Room[] {
  return desk.community.rooms.filter(({ topic, kind }) =>
    where.some((one) => (typeof one === "string" ? one === kind : one.topic === topic)),
  );
}

/** One sentence of an entry; the same entry, room, moment and reader is the same sentence. */
export function sentenceOf(
  on: Saying,
  entry: Entry,
  to: Extract<Address, { readonly room: string }>,
  moment: Moment,
  name: string,
  values: Fill,
): Sentence {
  const reader = to.mention === undefined ? "" : `:${to.mention.id}`;
  return answer(on.wordings, `${entry.name}:${to.room}:${moment.at}${reader}`, to, name, values, moment.at);
}

/** A piece of a sentence from the wording files. */
export function piece({ wordings }: Saying, name: string, values: Fill = {}): string {
  return fill(wordings.get(name)?.text ?? "", values);
}

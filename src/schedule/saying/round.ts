import { allGrids } from "../../shared/community.ts";
import { staffRef, staffRoom } from "../../tickets/saying/address.ts";
import type { Sentence } from "../../tickets/saying/sentence.ts";
import type { EntryOf } from "../calendar.ts";
import type { Moment } from "../moments.ts";
import { roomsOf, type Saying, sentenceOf } from "./words.ts";

/** Reminds the patrol of each grid of its round (E9), each person once, in the staff room of the grid, mentioned. */
export function roundSentences(on: Saying, entry: EntryOf<"round">, moment: Moment): readonly Sentence[] {
  const { community } = on.desk;
  const grids = allGrids(community.grids).filter(({ patrol }) => patrol !== undefined);
  return roomsOf(on, entry.rooms).flatMap(({ topic, kind }) => {
    const here = grids.filter(({ name }) => kind !== "staff" || staffRoom(community.rooms, name)?.topic === topic);
    const byPerson = Map.groupBy(here, ({ patrol = "" }) => patrol);
    return [...byPerson].map(([name, own]) =>
      sentenceOf(on, entry, { room: topic, mention: staffRef(on.desk, name) }, moment, "round.remind", {
        text: entry.text,
        grids: own.map((grid) => grid.name).join("、"),
      }),
    );
  });
}

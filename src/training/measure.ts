import { z } from "zod";
import type { Community } from "../shared/community.ts";
import type { Place } from "../shared/place.ts";
import { KINDS, type Triage } from "../tickets/reading.ts";
import type { JoinWeights } from "../triage/classifier/weights.ts";
import { isLikely, likelihood } from "../triage/join/join.ts";
import { placeReader } from "../triage/place/place.ts";
import { isSettled } from "../triage/triage.ts";
import { filesIn, readLines } from "./read-lines.ts";
import { type Reader, readPairs } from "./read-pairs.ts";
import type { Judged } from "./score.ts";
import type { Utterance } from "./utterances.ts";

/** Our own labelled lists, from the project's root; nothing in them is learned. */
export const LABELLED = "seeds/labelled";

/** Labelled messages as triage reads them, from nobody and nowhere. */
export async function judged(
  triage: Triage,
  labelled: readonly (Pick<Judged, "text" | "gold"> & { readonly group: string })[],
): Promise<readonly Judged[]> {
  return Promise.all(
    labelled.map(async (row) => {
      const reading = await triage.read({ text: row.text, alias: "", photos: 0, recent: [], open: [] });
      return { ...row, kind: reading.kind, sure: reading.sure, isSettled: isSettled(reading) };
    }),
  );
}

/** The share of labelled matters whose category is right. What is read as chatter has none, and counts as wrong. */
export async function categoriesRight(triage: Triage, labelled: readonly Utterance[]): Promise<number> {
  const readings = await Promise.all(
    labelled.map(async ({ text, category }) => {
      const reading = await triage.read({ text, alias: "", photos: 0, recent: [], open: [] });
      return reading.category === category;
    }),
  );
  return readings.filter(Boolean).length / readings.length;
}

const PlaceLine = z.object({
  text: z.string(),
  alias: z.string().default(""),
  room: z.string().optional(),
  place: z.object({
    estate: z.string().optional(),
    building: z.string().optional(),
    unit: z.string().optional(),
    room: z.string().optional(),
    spot: z.string().optional(),
  }),
});

const PARTS = ["estate", "building", "unit", "room", "spot"] as const satisfies readonly (keyof Place)[];

/** The share of labelled places that are read exactly, in every part. */
export function placesExact(community: Community, file: string): number {
  const placeOf = placeReader(community);
  const rows = readLines(file, PlaceLine);
  const right = rows.filter(({ text, alias, room: topic, place }) => {
    const room = community.rooms.find((each) => each.topic === topic);
    const read = placeOf({ text, alias, ...(room === undefined ? {} : { room }) });
    return PARTS.every((part) => read[part] === place[part]);
  });
  return right.length / rows.length;
}

/** F1 of the decision that two reports are of one thing, on labelled pairs. */
export function sameMatterF1(file: string, reader: Reader, weights: JoinWeights): number {
  const pairs = readPairs(file, reader).map(({ again, open, same }) => ({
    same,
    said: isLikely(likelihood(again, open, weights), again.kind),
  }));
  const both = pairs.filter(({ same, said }) => same && said).length;
  const wrong = pairs.filter(({ same, said }) => same !== said).length;
  return (2 * both) / (2 * both + wrong);
}

const MeasuredLine = z.object({ text: z.string(), gold: z.array(z.enum(KINDS)).min(1), group: z.string() });

/** The labelled messages in a folder of JSON lines. */
export function readMeasured(folder: string): readonly z.output<typeof MeasuredLine>[] {
  return filesIn(folder, ".jsonl").flatMap((file) => readLines(file, MeasuredLine));
}

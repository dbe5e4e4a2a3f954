import type { Reading, Triage } from "../tickets/reading.ts";
import type { Model } from "./asking/ask-model.ts";

export type TriageParts = { readonly offline: Triage; readonly model?: Model };

/** From here chatter is not worth a model's time, though not certain: most of what a group says in a day is of this kind. */
const HARDLY_A_MATTER = 0.85;

/** Sorts reports: the offline classifier reads all of them, a model only what it leaves unsettled. Never throws. */
export function createTriage({ offline, model }: TriageParts): Triage {
  if (model === undefined) return offline;

  return {
    read: async (report) => {
      const reading = await offline.read(report);
      return isSettled(reading) ? reading : model.read(report, reading);
    },
  };
}

/** Whether no model need read what this is a reading of. */
export function isSettled({ kind, confidence, sure }: Pick<Reading, "kind" | "confidence" | "sure">): boolean {
  return sure || (kind === "none" && confidence >= HARDLY_A_MATTER);
}

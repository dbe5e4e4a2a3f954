import type { Triage } from "../tickets/reading.ts";
import type { Model } from "./model.ts";

export type TriageParts = { readonly offline: Triage; readonly model?: Model };

/** Sorts reports: the offline classifier reads all of them, a model only what it leaves unsure. Never throws. */
export function createTriage({ offline, model }: TriageParts): Triage {
  if (model === undefined) return offline;

  return {
    read: async (report) => {
      const reading = await offline.read(report);
      return reading.sure ? reading : model.read(report, reading);
    },
  };
}

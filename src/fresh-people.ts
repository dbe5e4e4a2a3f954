import { statSync } from "node:fs";
import { loadCommunity } from "./flows/load-community.ts";
import { fromRoot } from "./load-house.ts";
import type { Person } from "./shared/community.ts";
import { type Instant, SECOND } from "./shared/instant.ts";

/** The file is looked at once in so long. */
const LOOKED = 2 * SECOND;

/**
 * The people as the community's file names them now, so that whoever was taken out of it is out of the board without a restart.
 * While the file cannot be read, those of before count; `failed` is told why.
 */
export function freshPeople(
  file: string,
  before: readonly Person[],
  clock: () => Instant,
  failed: (why: string) => void,
): () => readonly Person[] {
  const path = fromRoot(file);
  let people = before;
  let written = changedAt(path);
  let looked = clock();
  return () => {
    if (clock() - looked < LOOKED) return people;
    looked = clock();
    const now = changedAt(path);
    if (now === written) return people;
    written = now;
    try {
      people = loadCommunity(path).people;
    } catch (error) {
      failed(error instanceof Error ? error.message : String(error));
    }
    return people;
  };
}

function changedAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

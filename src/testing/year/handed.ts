import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HOUR, type Instant } from "../../shared/instant.ts";

/** What the channel was given to say. */
export type Handed = { readonly at: Instant; readonly to: string; readonly text: string };

/** What a process's channel was given, over all its lives. A line that a kill cut off was not said. */
export function handedIn(dataDir: string): readonly Handed[] {
  const file = join(dataDir, "handed");
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .map((line) => JSON.parse(line) as Handed);
}

/** Those that were given again: the same words to the same group within the hour. No entry has two slots so near one another. */
export function givenTwice(handed: readonly Handed[]): readonly Handed[] {
  const last = new Map<string, Instant>();
  return [...handed]
    .sort((one, other) => one.at - other.at)
    .filter(({ at, to, text }) => {
      const key = `${to}\n${text}`;
      const before = last.get(key);
      last.set(key, at);
      return before !== undefined && at - before < HOUR;
    });
}

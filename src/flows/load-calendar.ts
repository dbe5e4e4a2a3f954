import type { Calendar } from "../schedule/calendar.ts";
import type { FigureSettings } from "../schedule/reports/period.ts";
import type { Community } from "../shared/community.ts";
import { ConfigError } from "../shared/errors.ts";
import type { Hours } from "../shared/work-calendar.ts";
import { CalendarFile } from "./calendar-file.ts";
import { checkEntry } from "./check-entry.ts";
import { readEntry } from "./read-entry.ts";
import { readYaml } from "./read-yaml.ts";

/** What `seeds/calendar.yaml` holds: the hours, and the things that repeat. */
export type CalendarSheet = Calendar &
  FigureSettings & {
    readonly work: { readonly hours: readonly Hours[]; readonly waking: Hours };
  };

/**
 * Reads a calendar and checks it against the community whose groups and people it names; `fromRoot` finds the lists it refers to.
 * Throws ConfigError with file and line.
 */
export function loadCalendar(file: string, community: Community, fromRoot: (path: string) => string): CalendarSheet {
  const { value, where } = readYaml(file, CalendarFile);
  const names = new Set<string>();
  const entries = value.entries.map((row, index) => {
    const at = (...part: readonly (string | number)[]): string => where(["entries", index, ...part]);
    if (names.has(row.name)) throw new ConfigError(at("name"), `"${row.name}" is there twice; give each entry its own name`);
    names.add(row.name);
    const entry = readEntry(row, at, fromRoot);
    checkEntry(entry, at, value.work.waking, community);
    return entry;
  });
  const activities = entries.flatMap((entry) =>
    entry.does === "say" && entry.activity && entry.title !== undefined ? [{ ...entry, title: entry.title }] : [],
  );
  return { ...value, entries, activities };
}

import { validate } from "node-cron";
import type { Doing, Entry, Rule, Where } from "../schedule/calendar.ts";
import { EXAMPLE, needsAnchor, readPhrase } from "../schedule/rule/phrase.ts";
import { ConfigError } from "../shared/errors.ts";
import { type EntryRow, TipsFile } from "./calendar-file.ts";
import { readYaml } from "./read-yaml.ts";

/** `calendar.yaml:12` for a part of the entry. */
export type AtLine = (...part: readonly (string | number)[]) => string;

/** An entry of the calendar from its row. Throws ConfigError with file and line. */
export function readEntry(row: EntryRow, at: AtLine, fromRoot: (path: string) => string): Entry {
  return {
    ...readRule(row, at),
    ...readDoing(row, at, fromRoot),
    name: row.name,
    rooms: row.rooms === undefined ? [USUAL_ROOMS[row.does]] : row.rooms.map(readWhere),
    grace: row.grace,
    ...(row.approves === undefined ? {} : { approves: row.approves }),
  };
}

const USUAL_ROOMS: Readonly<Record<Entry["does"], Where>> = {
  say: "residents",
  tips: "residents",
  duty: "staff",
  round: "staff",
  meeting: "staff",
  weeklyAnnouncement: "residents",
  weeklyReview: "staff",
  monthlyAnalysis: "staff",
  yearlyReport: "staff",
};

function readWhere(word: string): Where {
  return word === "residents" || word === "staff" || word === "units" || word === "volunteers" ? word : { topic: word };
}

function readRule({ cron, when, from, holiday }: EntryRow, at: AtLine): Rule {
  if (cron !== undefined && when === undefined) {
    if (!validate(cron))
      throw new ConfigError(at("cron"), `"${cron}" is not a cron pattern; write minute hour day month weekday`);
    return { cron, holiday };
  }
  if (when === undefined || cron !== undefined) {
    throw new ConfigError(at(), "needs either cron or when, and not both");
  }
  if (from === undefined && needsAnchor(when)) {
    throw new ConfigError(at("when"), `"${when}" counts weeks; add from: with a day of the first week, such as 2026-01-07`);
  }
  if (readPhrase(when, from) === undefined) {
    throw new ConfigError(at("when"), `"${when}" is not understood; write it like ${EXAMPLE}`);
  }
  return { when, holiday, ...(from === undefined ? {} : { from }) };
}

function readDoing(row: EntryRow, at: AtLine, fromRoot: (path: string) => string): Doing {
  switch (row.does) {
    case "say": {
      const { does, text, title, activity, ahead } = row;
      if (text === undefined && title === undefined)
        throw new ConfigError(at(), "needs a text to say, or a title to be named by");
      if (activity && title === undefined)
        throw new ConfigError(at("activity"), "needs a title by which next week's activities name it");
      if (text === undefined && !activity) throw new ConfigError(at(), "says nothing; add a text, or activity: true");
      return {
        does,
        activity,
        ...(text === undefined ? {} : { text }),
        ...(title === undefined ? {} : { title }),
        ...(ahead === undefined ? {} : { ahead }),
      };
    }
    case "tips":
      return {
        does: row.does,
        tips: readYaml(fromRoot(row.list), TipsFile).value.map(({ months, ...tip }) =>
          months === undefined ? tip : { ...tip, months },
        ),
      };
    case "duty":
      return { does: row.does, covers: row.covers, stations: row.stations };
    case "round":
      return { does: row.does, text: row.text };
    case "meeting":
      return {
        does: row.does,
        title: row.title,
        ahead: row.ahead,
        agenda: row.agenda,
        invite: (row.invite ?? row.rooms ?? ["staff"]).map(readWhere),
        ...(row.place === undefined ? {} : { place: row.place }),
      };
    case "weeklyAnnouncement":
    case "weeklyReview":
    case "monthlyAnalysis":
    case "yearlyReport":
      return { does: row.does };
  }
}

import { DAY, type Instant } from "../../shared/instant.ts";
import { answer } from "../../tickets/saying/compose.ts";
import type { Address, Sentence } from "../../tickets/saying/sentence.ts";
import { isQuietWeek, weeklyAnnouncement } from "../announce.ts";
import type { Calendar } from "../calendar.ts";
import type { Figures } from "../figures.ts";
import { lifeOf } from "./life.ts";
import { type FigureSettings, neededFrom, type PeriodFigures, periodFigures, type Span } from "./period.ts";
import { acceptPolished, type Polisher } from "./polish.ts";
import { type Poster, periodPoster, weekPoster } from "./poster.ts";
import { linesOf, reportOf } from "./report.ts";
import type { Period, Report } from "./report-shape.ts";
import { calendarSpan, meant, weekSpan } from "./spans.ts";
import type { Reader, Scope } from "./tally.ts";
import { line, type Speech } from "./words.ts";

/** What the calendar can ask to be said. */
export type Told = "weeklyAnnouncement" | "weeklyReview" | "monthlyAnalysis" | "yearlyReport";

export type Reporting = Speech & {
  readonly calendar: Calendar & FigureSettings;
  readonly figures: Figures;
  /** Paints a picture and keeps it; gives where it is, under the data folder. */
  readonly picture: (poster: Poster) => Promise<string>;
  /** Smooths a text; where what it says is not the template's, the template stands. Absent without a key. */
  readonly polish?: Polisher;
  /** What the council adds: for a group, what became of the decisions it was told of; for the staff, rounds and projects. */
  readonly council?: {
    readonly decided: (room: string, from: Instant, to: Instant) => Promise<readonly string[]>;
    readonly review: (from: Instant, to: Instant) => Promise<readonly string[]>;
  };
};

/** A report in every form it can take. */
export type Made = {
  readonly figures: PeriodFigures;
  readonly report: Report;
  readonly poster: Poster;
  /** What is said in the chat: the text, then the picture. Both are said once for a key. */
  readonly sentences: (key: string, to: Address, now: Instant) => Promise<readonly Sentence[]>;
};

export type Reports = {
  /** What an entry of the calendar says in a room for one slot; nothing where it has nothing to say there. */
  readonly say: (does: Told, room: string, from: Instant, slot: Instant) => Promise<readonly Sentence[]>;
  /** The report of the last seven days, or of the month or year that now is in, up to now: what the secretary asks for. */
  readonly reportFor: (period: Period, now: Instant, reader: Reader, scope?: Scope) => Promise<Made>;
  /** The report of a given span. */
  readonly make: (period: Period, span: Span, reader: Reader, scope?: Scope) => Promise<Made>;
};

const PERIOD_OF: Readonly<Record<Exclude<Told, "weeklyAnnouncement">, Period>> = {
  weeklyReview: "week",
  monthlyAnalysis: "month",
  yearlyReport: "year",
};

/** Announcements and reports: figures from the database, words and pictures from the figures. */
export function createReports(on: Reporting): Reports {
  const { desk, calendar } = on;
  const { zone } = desk.calendar;
  const volunteers = desk.community.people.filter(({ roles }) => roles.includes("volunteer")).length;
  const people = volunteers === 0 ? {} : { volunteers };

  const make: Reports["make"] = async (period, span, reader, scope = "community") => {
    const lives = (await on.figures.histories(neededFrom(span, calendar), span.to)).map(lifeOf);
    const figures = periodFigures(lives, { ...span, period, scope, reader, people }, calendar);
    const report = reportOf(on, period, figures, reader, calendar.recurring.days);
    const poster = periodPoster(on, period, figures);
    return {
      figures,
      report,
      poster,
      sentences: async (key, to, now) => {
        const values = { community: report.community, kind: report.title, from: report.from, to: report.to };
        const besides = (await on.council?.review(span.from, span.to)) ?? [];
        const lines = [linesOf(on, report), ...besides].join("\n");
        const text = answer(on.wordings, key, to, "review", { ...values, lines }, now);
        // Staff read lists of figures: there is nothing to smooth; and of nothing there is no picture.
        return isQuiet(figures) ? [text] : [text, await pictureAfter(on, text, poster)];
      },
    };
  };

  const announcement = async (room: string, from: Instant, slot: Instant): Promise<readonly Sentence[]> => {
    const figures = await on.figures.week(room, from, slot);
    const decided = (await on.council?.decided(room, from, slot)) ?? [];
    const text = weeklyAnnouncement(on, { name: "weeklyAnnouncement" }, room, figures, from, slot, decided);
    // A picture of nothing is only noise in a group.
    if (isQuietWeek(figures)) return [text];
    return [await smoothed(on, text), await pictureAfter(on, text, weekPoster(on, room, figures, from, slot))];
  };

  const spanOf = (period: Period, from: Instant, slot: Instant): Span =>
    period === "week" ? weekSpan(from, slot) : calendarSpan(zone, period, meant(period, slot), slot);

  return {
    make,
    say: async (does, room, from, slot) => {
      if (does === "weeklyAnnouncement") return announcement(room, from, slot);
      const period = PERIOD_OF[does];
      const { sentences } = await make(period, spanOf(period, from, slot), "staff");
      return sentences(`${does}:${room}:${slot}`, { room }, slot);
    },
    reportFor: (period, now, reader, scope) =>
      make(period, period === "week" ? weekSpan(now - 7 * DAY, now) : calendarSpan(zone, period, now, now), reader, scope),
  };
}

/** The text as a model says it, where every number and name in it is still the template's; else the template. */
async function smoothed(on: Reporting, text: Sentence): Promise<Sentence> {
  const { polish } = on;
  const lines = String(text.fill["lines"] ?? "");
  const answered = await polish?.ask(lines);
  const accepted =
    answered === undefined ? undefined : acceptPolished(lines, answered, polish?.names ?? [], line(on, "weekly.byModel"));
  return accepted === undefined ? text : { ...text, fill: { ...text.fill, lines: accepted } };
}

/** The picture that is shown when the text has been said. */
async function pictureAfter(on: Reporting, text: Sentence, poster: Poster): Promise<Sentence> {
  const picture = await on.picture(poster);
  const name = picture.split("/").at(-1) ?? picture;
  const shown = answer(on.wordings, `${text.key}:picture`, text.to, "report.picture", { name }, text.dueAt);
  return { ...shown, picture, follows: text.key };
}

function isQuiet({ openAtStart, opened, reopened, openAtEnd }: PeriodFigures): boolean {
  return openAtStart + opened + reopened + openAtEnd === 0;
}

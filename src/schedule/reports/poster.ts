import type { Instant } from "../../shared/instant.ts";
import { openIn } from "../announce.ts";
import type { WeekFigures } from "../figures.ts";
import type { PeriodFigures } from "./period.ts";
import type { Period } from "./report-shape.ts";
import { closedIn, type Share } from "./tally.ts";
import { lastDay, line, openedOf, type Speech, sayDate } from "./words.ts";

/** What a picture shows; how it looks is the painter's. */
export type Poster = {
  readonly title: string;
  readonly subtitle: string;
  readonly headline: readonly { readonly label: string; readonly value: number }[];
  readonly charts: readonly Chart[];
};

/** `isRest`: all that has no bar of its own. */
export type Bar = Share & { readonly isRest?: boolean };

export type Chart =
  | { readonly kind: "bars"; readonly title: string; readonly bars: readonly Bar[]; readonly empty: string }
  | {
      readonly kind: "trend";
      readonly title: string;
      readonly labels: readonly string[];
      readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
    };

/** Categories that fit beside each other on a phone; the rest is one bar. */
const BARS = 6;

/** The picture of a group's week: what it was told in words. */
export function weekPoster(speech: Speech, room: string, figures: WeekFigures, from: Instant, to: Instant): Poster {
  const { desk } = speech;
  const { zone } = desk.calendar;
  return {
    title: line(speech, "weekly.poster", { community: desk.community.name }),
    subtitle: `${sayDate(zone, from)}–${sayDate(zone, to)} · ${room}`,
    headline: [
      { label: line(speech, "table.received"), value: figures.received },
      { label: line(speech, "table.finished"), value: figures.settled },
      { label: line(speech, "table.open"), value: openIn(figures) },
    ],
    charts: [
      {
        kind: "bars",
        title: line(speech, "table.openByCategory"),
        bars: topped(
          speech,
          figures.open.map(({ category, count }) => ({ name: category, count })),
        ),
        empty: line(speech, "table.none"),
      },
    ],
  };
}

/** The picture of a staff report. */
export function periodPoster(speech: Speech, period: Period, figures: PeriodFigures): Poster {
  const { desk } = speech;
  const { zone } = desk.calendar;
  const { overdue, trend } = figures;
  const labelled = (name: string, value: number) => ({ label: line(speech, `table.${name}`), value });
  return {
    title: `${desk.community.name} ${line(speech, `report.${period}`)}`,
    subtitle: `${sayDate(zone, figures.from)}–${lastDay(zone, figures.to)}`,
    headline: [
      labelled("opened", figures.opened),
      labelled("closed", closedIn(figures)),
      labelled("open", figures.openAtEnd),
      labelled("overdue", overdue.open + overdue.closed),
    ],
    charts: [
      {
        kind: "bars",
        title: line(speech, "table.openedByCategory"),
        bars: topped(speech, openedOf(figures.categories)),
        empty: line(speech, "table.nothing"),
      },
      ...(trend.length < 2
        ? []
        : [
            {
              kind: "trend" as const,
              title: line(speech, period === "year" ? "section.months" : "section.trend"),
              labels: trend.map(({ from, to }) => labelOf(speech, period, from, to)),
              series: [
                { name: line(speech, "table.opened"), values: trend.map(({ opened }) => opened) },
                { name: line(speech, "table.closed"), values: trend.map(({ closed }) => closed) },
              ],
            },
          ]),
    ],
  };
}

/** A week is known by its last day, a month by its number. */
function labelOf({ desk }: Speech, period: Period, from: Instant, to: Instant): string {
  const { month, day } = desk.calendar.zone.local(period === "week" ? to - 1 : from);
  return period === "week" ? `${month}-${day}` : `${month}月`;
}

function topped(speech: Speech, rows: readonly Share[]): readonly Bar[] {
  if (rows.length <= BARS + 1) return rows;
  const rest = rows.slice(BARS).reduce((sum, { count }) => sum + count, 0);
  return [...rows.slice(0, BARS), { name: line(speech, "table.others"), count: rest, isRest: true }];
}

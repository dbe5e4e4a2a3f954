import { aliasOf } from "../../tickets/desk.ts";
import type { PeriodFigures } from "./period.ts";
import type { Period, Section, Table } from "./report-shape.ts";
import { closedIn, type Row, type Share } from "./tally.ts";
import { counted, lastDay, line, openedOf, type Speech, sayDate } from "./words.ts";

const HEADS = ["opened", "settled", "open"];

/** How many came, how they ended, and what is left. */
export function flowSection(speech: Speech, figures: PeriodFigures): Section {
  const outcomes = Object.entries(figures.closed)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => ({ name: line(speech, `outcome.${outcome}`), count }));
  const flow = line(speech, "review.flow", {
    openAtStart: figures.openAtStart,
    opened: figures.opened,
    reopened: figures.reopened,
    closed: closedIn(figures),
    openAtEnd: figures.openAtEnd,
  });
  if (outcomes.length === 0) return { name: line(speech, "section.flow"), lines: [flow], tables: [] };

  const table: Table = {
    head: [line(speech, "table.outcome"), line(speech, "table.count")],
    rows: outcomes.map(({ name, count }) => [name, String(count)]),
  };
  return {
    name: line(speech, "section.flow"),
    lines: [flow, line(speech, "review.closed", { outcomes: counted(outcomes, outcomes.length) })],
    tables: [table],
  };
}

/** What it was about, where, and who dealt with it. */
export function aboutSection(speech: Speech, figures: PeriodFigures): Section {
  const kindOf = (name: string): string => line(speech, `kind.${name}`);
  const about = (name: string, rows: readonly Row[], nameOf?: (name: string) => string): readonly string[] => {
    const shares = openedOf(rows, nameOf);
    return shares.length === 0 ? [] : [line(speech, name, { rows: counted(shares) })];
  };
  const tables: readonly (readonly [string, readonly Row[], ((name: string) => string)?])[] = [
    ["kind", figures.kinds, kindOf],
    ["category", figures.categories],
    ["building", figures.buildings],
    ["handler", figures.handlers, (name) => aliasOf(speech.desk, name)],
    ["unit", figures.units],
  ];
  return {
    name: line(speech, "section.about"),
    lines: [
      ...about("review.kinds", figures.kinds, kindOf),
      ...about("review.categories", figures.categories),
      ...about("review.buildings", figures.buildings),
    ],
    tables: tables.filter(([, rows]) => rows.length > 0).map(([of, rows, nameOf]) => rowTable(speech, of, rows, nameOf)),
  };
}

function rowTable(speech: Speech, of: string, rows: readonly Row[], nameOf = (name: string) => name): Table {
  return {
    head: [of, ...HEADS].map((name) => line(speech, `table.${name}`)),
    rows: rows.map(({ name, opened, settled, open }) => [nameOf(name), ...[opened, settled, open].map(String)]),
  };
}

/** The weeks or months before, or the year's months. */
export function trendSection(speech: Speech, period: Period, { trend }: PeriodFigures): Section {
  const { zone } = speech.desk.calendar;
  const values = {
    count: trend.length,
    opened: trend.map(({ opened }) => opened).join("→"),
    closed: trend.map(({ closed }) => closed).join("→"),
  };
  const head = ["period", "opened", "closed"].map((name) => line(speech, `table.${name}`));
  const rows = trend.map(({ from, to, opened, closed }) => [
    `${sayDate(zone, from)}–${lastDay(zone, to)}`,
    String(opened),
    String(closed),
  ]);
  const isYear = period === "year";
  return {
    name: line(speech, isYear ? "section.months" : "section.trend"),
    lines: [line(speech, isYear ? "review.months" : "review.trend", values)],
    tables: [{ head, rows }],
  };
}

/** What was late, and with whom. */
export function overdueSection(speech: Speech, { overdue }: PeriodFigures): Section {
  const { open, closed, people, units } = overdue;
  const by = (name: string, rows: readonly Share[]): readonly string[] =>
    rows.length === 0 ? [] : [line(speech, name, { rows: counted(rows) })];
  const lines =
    open + closed === 0
      ? [line(speech, "review.onTime")]
      : [
          line(speech, "review.overdue", { count: open + closed, open, closed }),
          ...by(
            "review.overduePeople",
            people.map(({ name, count }) => ({ name: aliasOf(speech.desk, name), count })),
          ),
          ...by("review.overdueUnits", units),
        ];
  return { name: line(speech, "section.overdue"), lines, tables: [] };
}

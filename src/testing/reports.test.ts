import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boardFigures } from "../board-figures.ts";
import { paintPoster } from "../ledger/paint.ts";
import { posterSvg } from "../ledger/poster-svg.ts";
import { writeReportDocx } from "../ledger/report-docx.ts";
import { word } from "../outbox/word.ts";
import { weeklyAnnouncement } from "../schedule/announce.ts";
import { createReports, type Reports } from "../schedule/reports/create-reports.ts";
import { lifeOf } from "../schedule/reports/life.ts";
import { weekPoster } from "../schedule/reports/poster.ts";
import { runFigures, runningOf, together } from "../schedule/reports/running.ts";
import { weekSpan } from "../schedule/reports/spans.ts";
import { closedIn, coursesIn, type Reader, type Scope, tallyOf } from "../schedule/reports/tally.ts";
import { DAY, type Instant } from "../shared/instant.ts";
import { createFigures } from "../store/figures.ts";
import { ledgerRows } from "../store/ledger-rows.ts";
import type { LedgerRow } from "../tickets/ledger-row.ts";
import type { Sentence } from "../tickets/saying/sentence.ts";
import { OUTCOMES } from "../tickets/ticket.ts";
import { chanceOf } from "../training/chance.ts";
import { type Fresh, freshSqlite } from "./databases.ts";
import { at, house } from "./house.ts";
import { liveWeeks } from "./random-weeks.ts";
import { unzipText } from "./unzip.ts";

const START = at("2026-09-04T17:00");
const WEEKS = 5;
const ROOMS = ["葵花里小区居民群", "槐荫巷小区居民群"];

/** What the ledger's rows come to. */
function countRows(rows: readonly LedgerRow[], from: Instant) {
  const isNew = ({ wasOpen, filedAt }: LedgerRow) => !wasOpen && filedAt > from;
  const count = (test: (row: LedgerRow) => boolean): number => rows.filter(test).length;
  return {
    openAtStart: count(({ wasOpen }) => wasOpen),
    opened: count(isNew),
    reopened: count((row) => !row.wasOpen && !isNew(row)),
    closed: count(({ closedAt }) => closedAt !== undefined),
    resolved: count(({ outcome }) => outcome === "resolved"),
    withdrawn: count(({ outcome }) => outcome === "withdrawn"),
    openAtEnd: count(({ closedAt }) => closedAt === undefined),
    outcomes: OUTCOMES.map((outcome) => ({ outcome, count: count((row) => row.outcome === outcome) }))
      .filter((one) => one.count > 0)
      .map((one) => `${house.wordings.get(`outcome.${one.outcome}`)?.text} ${one.count}`),
  };
}

function said(sentence: Sentence, now: Instant): string {
  return word(house.wordings, house.desk.calendar.zone, [{ ...sentence, id: 0, attempts: 0 }], now);
}

/** The numbers of a text that a pattern finds. */
function numbersIn(text: string, pattern: RegExp): readonly number[] {
  return (pattern.exec(text) ?? []).slice(1).map((digits) => Number(digits ?? 0));
}

/** Every text of a picture, in order. */
function lettersOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, letters]) => letters ?? "");
}

/** The headline number that stands over a label. */
function headline(svg: string, label: string): number {
  const letters = lettersOf(svg);
  return Number(letters[letters.indexOf(label) - 1]);
}

const FLOW = /期初在办 (\d+) 件，新收 (\d+) 件，重新办理 (\d+) 件，了结 (\d+) 件，期末在办 (\d+) 件/;

describe.each([11, 29])("two times five random weeks (seed %i)", (seed) => {
  let home: Fresh;
  let reports: Reports;
  let disputes: ReadonlySet<number>;
  beforeAll(async () => {
    home = await freshSqlite();
    await liveWeeks(home, seed, START, WEEKS, 400);
    const figures = createFigures(home.database);
    reports = createReports({ ...house, figures, picture: async () => "pictures/x.png" });
    const rows = await home.database.db.selectFrom("tickets").select("number").where("kind", "=", "dispute").execute();
    disputes = new Set(rows.map(({ number }) => number));
  }, 120_000);
  afterAll(() => home.drop());

  it.each(Array.from({ length: WEEKS }, (_, week) => week))(
    "report, document, picture and ledger say the same of week %i",
    async (week) => {
      const from = START + week * 7 * DAY;
      const to = from + 7 * DAY;
      const ledger = countRows(await ledgerRows(home.database, from, to), from);
      expect(ledger.opened).toBeGreaterThan(3);
      const { report, poster, sentences } = await reports.make("week", weekSpan(from, to), "staff");
      const [text] = await sentences("k", { room: "网格工作群" }, to);
      if (text === undefined) throw new Error("a report is said");
      const flow = [ledger.openAtStart, ledger.opened, ledger.reopened, ledger.closed, ledger.openAtEnd];
      expect(numbersIn(said(text, to), FLOW)).toEqual(flow);

      const svg = await posterSvg(poster);
      expect(["新收", "了结", "在办"].map((label) => headline(svg, label))).toEqual([
        ledger.opened,
        ledger.closed,
        ledger.openAtEnd,
      ]);
      const docx = unzipText(await writeReportDocx(report, await paintPoster(poster)), "word/document.xml");
      const written = [...docx.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, letters]) => letters);
      expect(numbersIn(written.join(""), FLOW)).toEqual(flow);
      expect(ledger.outcomes.length).toBeGreaterThan(0);
      expect(written.join(" ")).toContain(["怎么了结的 件数", ...ledger.outcomes].join(" "));
    },
  );

  it("the board's trend and the ledger say the same of every week", async () => {
    const now = START + WEEKS * 7 * DAY - 1;
    const { trend } = (await boardFigures(home.database, house)(now)).staff;
    const shown = trend.slice(-WEEKS).map(({ opened, closed }) => [opened, closed]);
    const counted: number[][] = [];
    for (const { from, to } of trend.slice(-WEEKS)) {
      const ledger = countRows(await ledgerRows(home.database, from, to), from);
      counted.push([ledger.opened, ledger.closed]);
    }
    expect(shown).toEqual(counted);
    expect(shown.some(([opened = 0]) => opened > 3)).toBe(true);
  });

  it("the board, which counts some tickets at a time, and a report of all at once say the same", async () => {
    const now = START + WEEKS * 7 * DAY - 1;
    const shown = await boardFigures(home.database, house)(now);
    const span = { from: now - 28 * DAY, to: now, steps: [...shown.staff.trend.map(({ from }) => from), now] };
    for (const reader of ["residents", "staff"] as const) {
      const { figures } = await reports.make("month", span, reader);
      expect(figures).toMatchObject(shown[reader]);
      expect(figures.categories).toHaveLength(shown[reader].categories.length);
      expect(figures.rates.all.count).toBeGreaterThan(0);

      const asked = { ...span, period: "month", scope: "community", reader, people: {} } as const;
      const lives = (await createFigures(home.database).histories(span.steps[0] ?? span.from, now)).map(lifeOf);
      for (const size of [1, 7, lives.length]) {
        let sum = runningOf([], asked);
        for (let first = 0; first < lives.length; first += size)
          sum = together(sum, runningOf(lives.slice(first, first + size), asked));
        expect(runFigures(sum, house.calendar.rates), `${size} at a time`).toEqual(shown[reader]);
      }
    }
  });

  it.each(Array.from({ length: WEEKS }, (_, week) => week))(
    "the announcement of each group, its picture and the ledger say the same of week %i, and nothing of disputes",
    async (week) => {
      const from = START + week * 7 * DAY;
      const to = from + 7 * DAY;
      const figures = createFigures(home.database);
      const all = (await ledgerRows(home.database, from, to)).filter(
        ({ kind, number }) => kind !== "dispute" && !disputes.has(number),
      );
      const community = countRows(all, from);
      for (const room of ROOMS) {
        const own = all.filter((row) => row.room === room);
        const ledger = countRows(own, from);
        const told = await figures.week(room, from, to);
        const text = said(weeklyAnnouncement(house, { name: "w" }, room, told, from, to), to);
        const numbers = [ledger.opened, ledger.resolved, ledger.openAtEnd];
        expect(numbersIn(text, /本群收到 (\d+) 件，办结 (\d+) 件，(?:还在办 (\d+) 件|没有在办的)/)).toEqual(numbers);
        expect(numbersIn(text, /全社区收到 (\d+) 件，办结 (\d+) 件，在办 (\d+) 件/)).toEqual([
          community.opened,
          community.resolved,
          community.openAtEnd,
        ]);
        expect(Number(/撤回(\d+)件/.exec(text)?.[1] ?? 0)).toBe(ledger.withdrawn);
        expect(text).not.toMatch(/纠纷/);
        const svg = await posterSvg(weekPoster(house, room, told, from, to));
        expect(["收到", "办结", "在办"].map((label) => headline(svg, label))).toEqual(numbers);
        for (const { category, count } of told.open) {
          expect(count).toBe(own.filter((row) => row.closedAt === undefined && row.category === category).length);
          expect(text).toContain(`${category}${count}件`);
        }
      }
    },
  );

  it("what was open and what came is what ended and what is open, for any period, place and reader", async () => {
    const lives = (await createFigures(home.database).histories(START, START + WEEKS * 7 * DAY)).map(lifeOf);
    const random = chanceOf(seed);
    const scopes: readonly Scope[] = ["community", ...ROOMS.map((room) => ({ room })), { estate: "葵花里小区" }];
    const readers: readonly Reader[] = ["residents", "staff"];
    let reopened = 0;
    for (let round = 0; round < 200; round++) {
      const [a, b] = [random(), random()].map((share) => Math.floor(START + share * WEEKS * 7 * DAY)) as [number, number];
      for (const scope of scopes)
        for (const reader of readers) {
          const [from, to] = [Math.min(a, b), Math.max(a, b)];
          const tally = tallyOf(coursesIn(lives, scope, reader, from, to), from, to);
          reopened += tally.reopened;
          expect(tally.openAtStart + tally.opened + tally.reopened).toBe(closedIn(tally) + tally.openAtEnd);
          expect(tally.kinds.reduce((sum, { opened }) => sum + opened, 0)).toBe(tally.opened);
          if (reader === "residents") expect(tally.kinds.map(({ name }) => name)).not.toContain("dispute");
        }
    }
    expect(reopened).toBeGreaterThan(0);
  });

  it("a week begins with what the week before left open", async () => {
    const lives = (await createFigures(home.database).histories(START, START + WEEKS * 7 * DAY)).map(lifeOf);
    const tallies = Array.from({ length: WEEKS }, (_, week) => {
      const from = START + week * 7 * DAY;
      return tallyOf(coursesIn(lives, "community", "staff", from, from + 7 * DAY), from, from + 7 * DAY);
    });
    for (const [week, tally] of tallies.entries()) if (week > 0) expect(tally.openAtStart).toBe(tallies[week - 1]?.openAtEnd);
  });
});

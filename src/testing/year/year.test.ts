import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fromRoot } from "../../load-house.ts";
import { plusDays, weekdayOf } from "../../shared/zone.ts";
import { house } from "../house.ts";
import { simulate, YEAR_LIST } from "./simulate-year.ts";
import { runTwoProcesses } from "./two-processes.ts";
import { differences, runWithKills } from "./year-kills.ts";
import { yearList } from "./year-posts.ts";

const { zone } = house.desk.calendar;
const posts = await simulate(house);

describe("the sample community's year", () => {
  // A person checked the list against the official calendar. After a change: node src/testing/year/write-year.ts, and look at the difference.
  it("is told what docs/year-2026.md says", () => {
    expect(yearList(posts, zone)).toBe(readFileSync(fromRoot(YEAR_LIST), "utf8"));
  });

  it("says nothing before people are awake or after they sleep", () => {
    const [wakes, sleeps] = house.desk.calendar.waking;
    const minutes = posts.map(({ at }) => zone.local(at).hour * 60 + zone.local(at).minute);
    expect(minutes.length).toBeGreaterThan(1_000);
    expect(minutes.filter((minute) => minute < wakes || minute >= sleeps)).toEqual([]);
  });

  it("does not flood residents: two posts a week besides the announcement, three at most before a holiday", () => {
    const residents = house.desk.community.rooms.filter(({ kind }) => kind === "residents").map(({ topic }) => topic);
    for (const room of residents) {
      const own = posts.filter(({ to, key }) => to === room && !key.startsWith("weeklyAnnouncement:"));
      const weeks = Map.groupBy(own, ({ at }) => plusDays(zone.day(at), 1 - weekdayOf(zone.day(at))));
      const counts = [...weeks.values()].map((week) => week.length);
      expect(Math.max(...counts)).toBeLessThanOrEqual(3);
      expect(counts.filter((count) => count === 3).length).toBeLessThanOrEqual(3);
      expect(own.length / 52).toBeLessThan(2);
    }
  });

  it("gives every general tip before one comes again", () => {
    const tips = posts.filter(({ key, to }) => key.startsWith("tips:") && to === "槐荫巷小区居民群").map(({ text }) => text);
    expect(tips.length).toBeGreaterThan(20);
    expect(new Set(tips).size).toBe(tips.length);
  });
});

const SPRING = { from: "2026-02-09", to: "2026-03-03" } as const;

it("is told the same when its process is killed again and again", { timeout: 300_000 }, async () => {
  const { kills, posts: found, twice } = await runWithKills(3, 11, SPRING);
  expect(kills).toBe(3);
  expect(differences(await simulate(house, SPRING), found)).toEqual([]);
  expect(twice.length).toBeLessThanOrEqual(kills);
});

const server = process.env["TEST_DATABASE_URL"];

it.skipIf(server === undefined)(
  "hears everything once from two processes on PostgreSQL, for a month",
  { timeout: 300_000 },
  async () => {
    const month = { from: "2026-09-10", to: "2026-10-10" } as const;
    const { posts: found, twice, handed, shares } = await runTwoProcesses(server ?? "", 5, month);
    expect(twice).toEqual([]);
    expect(handed).toBe(found.length);
    expect(Math.min(...shares)).toBeGreaterThan(0);
    const wanted = await simulate(house, month);
    expect(found.map(({ key }) => key).sort()).toEqual(wanted.map(({ key }) => key).sort());
  },
);

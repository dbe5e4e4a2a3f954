import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fromRoot } from "../load-house.ts";
import { house } from "../testing/house.ts";
import { type CalendarSheet, loadCalendar } from "./load-calendar.ts";

const folder = mkdtempSync(join(tmpdir(), "calendar-"));
const HEAD = 'work:\n  hours: ["8:30-12:00"]\n  waking: "7:30-22:00"\nentries:\n';

function load(...entries: readonly string[]): CalendarSheet {
  const file = join(folder, "calendar.yaml");
  writeFileSync(file, `${HEAD}${entries.map((entry) => `  - { name: a, does: say, text: 早, ${entry} }\n`).join("")}`);
  return loadCalendar(file, house.desk.community, fromRoot);
}

it.each([
  [
    "a phrase that is not understood",
    "when: 有空的时候",
    /calendar\.yaml:5 "有空的时候" is not understood; write it like 每周一/,
  ],
  ["every second week from nowhere", "when: 每两周周三9:00", /:5 "每两周周三9:00" counts weeks; add from:/],
  ["no rule", "grace: 2h", /:5 needs either cron or when/],
  ["two rules", 'cron: "0 9 * * 1", when: 每天9:00', /:5 needs either cron or when/],
  ["a cron pattern that is none", "cron: soon", /:5 "soon" is not a cron pattern/],
  [
    "a time at night",
    "when: 每天8:00、23:00",
    /:5 "a" would be said at 23:00, when people sleep; choose a time from 7:30 to 22:00/,
  ],
  ["words said the night before", "when: 每天9:00, ahead: 10h", /:5 "a" would be said at 23:00/],
  ["a group that is not there", "when: 每天9:00, rooms: [没有这个群]", /:5 there is no group "没有这个群"/],
  ["a gap that is none", 'when: 每天9:00, title: "x", activity: true, rooms: staff, approves: nobody', /approves/],
])("refuses %s, with the line", (_, entry, message) => {
  expect(() => load(entry)).toThrow(message);
});

it("refuses the same name twice, on its own line", () => {
  expect(() => load("when: 每天9:00", "when: 每天10:00")).toThrow(/:6 "a" is there twice/);
});

it("refuses words with a gap that nothing fills", () => {
  const file = join(folder, "gap.yaml");
  writeFileSync(file, `${HEAD}  - name: a\n    does: say\n    when: 每天9:00\n    text: "{somebody}您好"\n`);
  expect(() => loadCalendar(file, house.desk.community, fromRoot)).toThrow(/gap\.yaml:8 \{somebody\} is no gap/);
});

it("names next week's activities from the entries that are activities, once each", () => {
  const titles = house.calendar.activities.map(({ title }) => title);
  expect(titles).toContain("党群服务中心爱心义剪");
  expect(new Set(titles).size).toBe(titles.length);
});

it("has tips as a neighbour would say them, each with where it comes from", () => {
  const tips = house.calendar.entries.flatMap((entry) => (entry.does === "tips" ? entry.tips : []));
  expect(tips.length).toBeGreaterThanOrEqual(30);
  expect(tips.filter(({ text }) => /必须|立即|严重|警告|罚|!!|！！|禁止/.test(text))).toEqual([]);
  expect(new Set(tips.map(({ text }) => text)).size).toBe(tips.length);
});

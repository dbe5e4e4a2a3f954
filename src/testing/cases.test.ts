import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ROOT } from "../load-house.ts";
import { loadCase } from "./replay/case-file.ts";
import { replay } from "./replay/replay.ts";

const Text = z.strictObject({ to: z.string().optional(), has: z.string() });
const Expected = z.strictObject({
  tickets: z.array(z.looseObject({ number: z.number(), events: z.array(z.string()).optional() })).default([]),
  ticketCount: z.number().optional(),
  meetings: z.array(z.looseObject({ number: z.number() })).default([]),
  notices: z.array(z.looseObject({ number: z.number() })).default([]),
  votes: z.array(z.looseObject({ number: z.number() })).default([]),
  projects: z.array(z.looseObject({ number: z.number() })).default([]),
  said: z.array(Text).default([]),
  never: z.array(Text).default([]),
  count: z.record(z.string(), z.number()).default({}),
  silent: z.tuple([z.string(), z.string()]).optional(),
});

const folder = join(ROOT, "seeds/cases");
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

describe("what no group reads, when no resident has added the bot as a friend", () => {
  it.each(files)("%s", async (file) => {
    const { said, tickets } = await replay(join(folder, file), false);
    const quarrels = tickets.filter(({ kind }) => kind === "dispute").map(({ number }) => new RegExp(`#${number}(?!\\d)`));
    // 没查到您的 #1 tells of no ticket: whatever the number is.
    const inGroups = said.filter(({ to, text }) => !to.startsWith("dm:") && !text.includes("没查到您的"));
    expect(inGroups.filter(({ text }) => quarrels.some((quarrel) => quarrel.test(text)))).toEqual([]);
  });
});

describe("conversations", () => {
  it("are there", () => expect(files.length).toBeGreaterThan(10));

  it.each(files)("%s", async (file) => {
    const expected = Expected.parse(loadCase(join(folder, file)).value.expect);
    const { said, tickets, meetings, notices, votes, projects } = await replay(join(folder, file));
    for (const { events, ...facts } of expected.tickets) {
      const ticket = tickets.find(({ number }) => number === facts.number);
      expect(ticket).toMatchObject(facts);
      if (events !== undefined) expect(ticket?.events.map(({ type }) => type)).toEqual(events);
    }
    if (expected.ticketCount !== undefined) expect(tickets).toHaveLength(expected.ticketCount);
    for (const one of expected.meetings) expect(meetings.find(({ number }) => number === one.number)).toMatchObject(one);
    for (const one of expected.notices) expect(notices.find(({ number }) => number === one.number)).toMatchObject(one);
    for (const one of expected.votes) expect(votes.find(({ number }) => number === one.number)).toMatchObject(one);
    for (const one of expected.projects) expect(projects.find(({ number }) => number === one.number)).toMatchObject(one);
    const matching = ({ to, has }: z.output<typeof Text>) =>
      said.filter((one) => (to === undefined || one.to === to) && one.text.includes(has));
    for (const one of expected.said) expect(matching(one), one.has).not.toEqual([]);
    for (const one of expected.never) expect(matching(one), one.has).toEqual([]);
    for (const [room, count] of Object.entries(expected.count))
      expect(
        said.filter(({ to }) => to === room),
        room,
      ).toHaveLength(count);
    if (expected.silent !== undefined) {
      const [from, to] = expected.silent;
      const atNight = said.filter(({ at }) => at.slice(11, 16) >= from || at.slice(11, 16) < to);
      for (const { to: where } of atNight) expect(where).toBe("网格工作群");
    }
  });
});

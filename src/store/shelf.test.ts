import { sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keepDecided } from "../council/keep.ts";
import { ringNextAffair } from "../council/ring-next.ts";
import { decideVote } from "../council/vote/decide.ts";
import type { Vote } from "../council/vote/vote.ts";
import { chamber, done, line, resident } from "../testing/council.ts";
import { type Fresh, onBothDatabases } from "../testing/databases.ts";
import { at, people } from "../testing/house.ts";
import { createShelf } from "./shelf.ts";

const NOW = at("2026-09-14T09:00");
const vote: Vote = {
  number: 4,
  kind: "vote",
  stage: "collecting",
  by: "孟岚",
  openedAt: NOW,
  clocks: {},
  history: [],
  rooms: ["葵花里小区居民群"],
  topic: "要不要装充电桩",
  estates: ["葵花里小区"],
  until: at("2026-09-20T22:00"),
  opinions: [],
  heard: 0,
  options: [],
  ballots: {},
  unclear: {},
  resolutions: [],
  objections: 0,
};

onBothDatabases("the shelf", (fresh) => {
  let home: Fresh;
  beforeEach(async () => {
    home = await fresh();
  });
  afterEach(() => home.drop());

  const keep = (decided: Parameters<typeof keepDecided>[1]) =>
    createShelf(home.database).transact((transaction) => keepDecided(transaction, decided, NOW));

  it("keeps no resident's opinion once a deliberation is over: not in the affair, not in what was said", async () => {
    const heard = done(decideVote(chamber, vote, line(resident("小林"), "opinion", "装在东门最好", 7), NOW));
    await keep(heard);
    await keep(done(decideVote(chamber, heard.affair, line(people.secretary, "opinions", "", 8), NOW)));
    const all = async () => {
      const affairs = await sql<object>`select * from affairs`.execute(home.database.db);
      const sentences = await sql<object>`select * from outbox`.execute(home.database.db);
      return JSON.stringify([affairs.rows, sentences.rows]);
    };
    expect(await all()).toContain("东门");
    await keep(done(decideVote(chamber, heard.affair, line(people.secretary, "cancel", "", 9), NOW)));
    expect(await all()).not.toContain("东门");
  });

  it("counts a vote once, however many processes ring its close", async () => {
    const voting: Vote = { ...vote, stage: "voting", entitled: 1, clocks: { close: vote.until } };
    await keep(done(decideVote(chamber, voting, line(resident("3-2-501 李女士"), "ballot", "同意", 7), NOW)));
    const on = { ...chamber, shelf: createShelf(home.database) };
    const rung = await Promise.all([1, 2, 3].map(() => ringNextAffair(on, vote.until)));
    expect(rung.filter((one) => one)).toHaveLength(1);
    const counted = await on.shelf.affair("vote", 4);
    expect(counted).toMatchObject({ stage: "counted", tally: { voted: 1, counts: { yes: 1 } } });
    const said = await sql<{ wording: string }>`select wording from outbox where wording = 'vote.counted'`.execute(
      home.database.db,
    );
    expect(said.rows).toHaveLength(1);
  });
});

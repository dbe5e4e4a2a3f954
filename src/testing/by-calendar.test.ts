import { afterEach, beforeEach, expect, it } from "vitest";
import { beginByCalendar } from "../council/by-calendar.ts";
import { createShelf } from "../store/shelf.ts";
import { chamber } from "./council.ts";
import { type Fresh, onBothDatabases } from "./databases.ts";
import { at } from "./house.ts";

const NOW = at("2026-09-14T10:00");
const GROUP = "葵花里小区居民群";
const invitation = {
  kind: "notice",
  entry: "invitation",
  slot: NOW,
  part: "*",
  approves: true,
  say: [],
  rooms: [GROUP],
  body: "周六上午9点义剪",
} as const;

onBothDatabases("what the calendar begins", (fresh) => {
  let home: Fresh;
  beforeEach(async () => {
    home = await fresh();
  });
  afterEach(() => home.drop());

  it("waits for the secretary where somebody must agree, asked once however many processes look", async () => {
    const shelf = createShelf(home.database);
    await Promise.all([1, 2, 3].map(() => beginByCalendar({ ...chamber, shelf }, invitation, NOW)));
    expect((await shelf.all()).map(({ stage, rooms }) => ({ stage, rooms }))).toEqual([{ stage: "draft", rooms: [GROUP] }]);
    const rows = await home.database.db.selectFrom("outbox").select(["room", "person"]).execute();
    expect(rows).toEqual([{ room: null, person: "staff:孟岚" }]);
  });

  it("is a round for one person, whose number stands in the reminder", async () => {
    const shelf = createShelf(home.database);
    const say = [
      {
        key: "rounds:1",
        to: { room: "网格工作群", mention: { id: "staff:韩江", alias: "红袖章韩江" } },
        wording: "round.remind",
        fill: { text: "该去巡查了", grids: "一格" },
        purpose: "remind",
        urgent: false,
        dueAt: NOW,
      },
    ] as const;
    const round = {
      kind: "round",
      entry: "rounds",
      slot: NOW,
      part: "staff:韩江",
      approves: false,
      say,
      title: "该去巡查了",
      room: "网格工作群",
      person: "韩江",
    } as const;
    for (let time = 0; time < 2; time++) await beginByCalendar({ ...chamber, shelf }, round, NOW);
    expect(await shelf.all()).toMatchObject([{ kind: "round", number: 1, people: ["韩江"], stage: "asking" }]);
    const rows = await home.database.db.selectFrom("outbox").select("fill").execute();
    expect(rows.map(({ fill }) => JSON.parse(fill))).toEqual([{ text: "该去巡查了", grids: "一格", number: 1 }]);
  });
});

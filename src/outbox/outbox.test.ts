import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ChannelError } from "../shared/errors.ts";
import type { Instant } from "../shared/instant.ts";
import { createQueue } from "../store/queue.ts";
import { createRegister } from "../store/register.ts";
import { type Fresh, freshSqlite } from "../testing/databases.ts";
import { at, house, people } from "../testing/house.ts";
import type { Sentence } from "../tickets/saying/sentence.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import { DEFAULT_PACE, type Pace } from "./pace.ts";
import type { Queue } from "./queue.ts";

const noon = at("2026-09-14T12:00");
const room = "葵花里小区居民群";

let home: Fresh;
let queue: Queue;
let outbox: Outbox;
let now: Instant;
let said: { at: Instant; to: string; text: string }[];
let broken: Error | undefined;

beforeEach(async () => {
  home = await freshSqlite();
  queue = createQueue(home.database);
  now = noon;
  said = [];
  broken = undefined;
  outbox = speaking({ ...DEFAULT_PACE, jitter: 0 });
});

function speaking(pace: Pace, random: () => number = () => 0): Outbox {
  return createOutbox({
    byHand: false,
    queue,
    mouth: {
      ready: () => true,
      isFar: (to) => "person" in to && to.person.alias === "不是好友",
      since: () => 0,
      obstacle: (to) => ("person" in to && to.person.alias === "没有账号" ? "no known account" : undefined),
      say: async (to, text) => {
        if ("person" in to && to.person.alias === "不是好友") throw new ChannelError("refused", "not-said");
        if (broken !== undefined) throw broken;
        said.push({ at: now, to: "person" in to ? to.person.alias : to.room, text });
        return `c${said.length}`;
      },
      show: async (to, path) => {
        if (broken !== undefined) throw broken;
        said.push({ at: now, to: "person" in to ? to.person.alias : to.room, text: path });
        return `c${said.length}`;
      },
    },
    wordings: house.wordings,
    calendar: house.desk.calendar,
    pace,
    random,
    clock: () => now,
    log: () => {},
  });
}
afterEach(() => home.drop());

/** Queues a sentence; `n` is its ticket. */
async function queued(n: number, rest: Partial<Sentence> = {}): Promise<void> {
  const sentence: Sentence = {
    key: `k${n}`,
    to: { room, mention: people.resident },
    wording: "received",
    fill: { number: n, what: "楼道灯坏了", handler: "网格员罗强", reporter: "5-1-302 王阿姨" },
    promise: now + 3_600_000,
    ticket: n,
    purpose: "acknowledge",
    urgent: false,
    dueAt: now,
    ...rest,
  };
  await createRegister(home.database).transact((transaction) => transaction.say([sentence]));
}

/** Lets time pass, saying whatever comes due. */
async function until(end: Instant): Promise<void> {
  for (;;) {
    await outbox.speak();
    const next = await queue.next();
    if (next === undefined || next > end) break;
    now = Math.max(next, now + 1);
  }
  now = end;
  await outbox.speak();
}

describe("the outbox", () => {
  it("leaves at least three seconds between two sentences", async () => {
    for (const n of [1, 2, 3]) await queued(n, { to: { person: { id: `p${n}`, alias: `${n}号` } } });
    await until(noon + 60_000);
    expect(said.map((one) => one.at - noon)).toEqual([0, 3_000, 6_000]);
  });

  it("says first what was to be said first, whatever the chance of the pauses", async () => {
    const chances = [0.9, 0.1, 0.8, 0, 0.7, 0.3, 0.6, 0.2, 0.5];
    outbox = speaking(DEFAULT_PACE, () => chances.shift() ?? 0.4);
    const to = { person: people.resident };
    for (const n of [1, 2, 3]) await queued(n, { to, wording: "onSite", purpose: "notify" });
    await outbox.speak();
    now += 500;
    for (const n of [4, 5]) await queued(n, { to, wording: "onSite", purpose: "notify" });
    await until(noon + 60_000);
    expect(said.map(({ text }) => /#(\d)/.exec(text)?.[1])).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("says at most ten sentences a minute", async () => {
    for (let n = 1; n <= 15; n++) await queued(n, { to: { person: { id: `p${n}`, alias: `${n}号` } } });
    await until(noon + 300_000);
    expect(said).toHaveLength(15);
    for (const { at: start } of said)
      expect(said.filter((one) => one.at >= start && one.at < start + 60_000).length).toBeLessThanOrEqual(10);
  });

  it("makes one sentence of several acknowledgements within a minute", async () => {
    await queued(1);
    await outbox.speak();
    now += 20_000;
    await queued(2);
    await queued(3);
    await until(noon + 120_000);
    expect(said).toHaveLength(2);
    expect(said[1]).toMatchObject({ at: noon + 60_000 });
    expect(said[1]?.text).toContain("收到，2件都记下了：");
    expect(said[1]?.text).toMatch(/\n#2[\s\S]*\n#3/);
  });

  it("says for whom each of several is, where they are not all for one neighbour", async () => {
    await queued(1);
    await outbox.speak();
    now += 20_000;
    await queued(2);
    await queued(3, { to: { room, mention: people.neighbour } });
    await until(noon + 120_000);
    expect(said[1]?.text).toMatch(new RegExp(`\n${people.resident.alias}：#2[^]*\n${people.neighbour.alias}：#3`));
  });

  it("is silent from 22:00 to 07:30, and then promises no time that has passed", async () => {
    now = at("2026-09-14T22:30");
    await queued(1, { promise: at("2026-09-15T02:00") });
    await queued(2, { to: { person: people.resident }, wording: "confirmed", promise: at("2026-09-15T12:00") });
    await until(at("2026-09-15T07:29"));
    expect(said).toEqual([]);
    await until(at("2026-09-15T08:00"));
    expect(said.map(({ text }) => text)).toEqual([
      "收到，已记为 #1（楼道灯坏了）。网格员罗强正在跟进，有进展马上告诉您。",
      "#2（楼道灯坏了）网格员罗强已接手，最晚今天12:00前办好，办好了告诉您。",
    ]);
  });

  it("tells staff of a danger at once, also at night", async () => {
    now = at("2026-09-14T23:00");
    await queued(1, { to: { room: "网格工作群" }, wording: "dispatched", purpose: "ask", urgent: true });
    await outbox.speak();
    expect(said).toHaveLength(1);
  });

  it("tries again later when the channel fails, rests when it fails again and again, and then leaves it to a person", async () => {
    broken = new ChannelError("no answer");
    await queued(1);
    await until(noon + 3 * 3_600_000);
    const row = await home.database.db.selectFrom("outbox").select(["state", "attempts", "why"]).executeTakeFirst();
    expect(row).toMatchObject({ state: "held", why: "no answer" });
    broken = undefined;
    await queued(2);
    await until(now + 120_000);
    expect(said).toHaveLength(1);
  });

  it("is not silenced by people whose account nobody knows", async () => {
    for (let n = 1; n <= 6; n++) await queued(n, { to: { person: { id: `p${n}`, alias: "没有账号" } } });
    await queued(7);
    await until(noon + 1_000);
    expect(said.map(({ to }) => to)).toEqual([room]);
  });

  it("is not silenced by people who have not added it as a friend", async () => {
    for (let n = 1; n <= 6; n++) await queued(n, { to: { person: { id: `p${n}`, alias: "不是好友" } } });
    await queued(7);
    await until(noon + 20_000);
    expect(said.map(({ to }) => to)).toEqual([room]);
  });

  it("says a reminder once that came due again and again before it could be said", async () => {
    const press = { wording: "stillOpen", purpose: "remind", promise: now - 1, ticket: 7 } as const;
    const about = { number: 7, what: "外墙掉水泥块" };
    for (let n = 1; n <= 3; n++) await queued(n, { ...press, fill: about });
    await until(noon + 20_000);
    expect(said.map(({ text }) => text)).toEqual(["#7 外墙掉水泥块：还在等您，请尽快推进一步。"]);
  });

  it("makes two sentences of what does not fit in one", async () => {
    for (let n = 1; n <= 60; n++) await queued(n);
    await until(noon + 120_000);
    const numbers = said.flatMap(({ text }) => [...text.matchAll(/#(\d+)/g)].map((match) => Number(match[1])));
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(said.length).toBeGreaterThan(1);
    expect(said.every(({ text }) => text.length <= 1_500)).toBe(true);
  });

  it("never repeats an acknowledgement that may have been said, but repeats a reminder", async () => {
    broken = new ChannelError("timed out", "unknown");
    await queued(1);
    await queued(2, { to: { person: people.worker }, wording: "overdue", purpose: "remind" });
    await until(noon + 4_000);
    broken = undefined;
    await until(noon + 120_000);
    expect(said.map(({ to }) => to)).toEqual([people.worker.alias]);
    expect(await home.database.db.selectFrom("outbox").select("state").where("key", "=", "k1").executeTakeFirst()).toEqual({
      state: "held",
    });
  });

  it("shows a picture after the words it belongs to, also when these could not be said at first, and never at night", async () => {
    const words = { to: { room }, wording: "weekly", fill: { lines: "本群这周没有新事项" }, purpose: "announce" } as const;
    const shown = { ...words, wording: "report.picture", picture: "pictures/a.png", follows: "k1" };
    await queued(1, words);
    await queued(2, shown);
    broken = new ChannelError("no answer");
    await outbox.speak();
    broken = undefined;
    now += 4_000;
    await outbox.speak();
    expect(said).toEqual([]);
    await until(noon + 60_000);
    expect(said.map(({ text }) => text)).toEqual(["【一周】–\n本群这周没有新事项", "pictures/a.png"]);

    now = at("2026-09-14T22:30");
    await queued(3, words);
    await queued(4, { ...shown, follows: "k3" });
    await until(at("2026-09-15T07:29"));
    expect(said).toHaveLength(2);
    await until(at("2026-09-15T08:00"));
    expect(said).toHaveLength(4);
  });

  it("says its share of a day and no more", async () => {
    outbox = speaking({ ...DEFAULT_PACE, perDay: 20 });
    for (let n = 1; n <= 25; n++) await queued(n, { to: { person: { id: `p${n}`, alias: `${n}号` } } });
    await until(noon + 9 * 3_600_000);
    expect(said).toHaveLength(20);
  });
});

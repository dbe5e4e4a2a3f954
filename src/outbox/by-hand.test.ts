import { afterEach, beforeEach, expect, it } from "vitest";
import type { Instant } from "../shared/instant.ts";
import { createQueue } from "../store/queue.ts";
import { createRegister } from "../store/register.ts";
import { type Fresh, onBothDatabases } from "../testing/databases.ts";
import { at, house, people } from "../testing/house.ts";
import type { Sentence } from "../tickets/saying/sentence.ts";
import { type ByHand, createByHand } from "./by-hand.ts";
import { createOutbox } from "./outbox.ts";
import { DEFAULT_PACE } from "./pace.ts";
import type { Queue } from "./queue.ts";

const noon = at("2026-09-14T12:00");
const room = "葵花里小区居民群";
const secretary = "社区书记孟岚";

onBothDatabases("sentences that people say by hand", (fresh) => {
  let home: Fresh;
  let queue: Queue;
  let hand: ByHand;

  beforeEach(async () => {
    home = await fresh();
    queue = createQueue(home.database);
    hand = createByHand({ queue, wordings: house.wordings, calendar: house.desk.calendar, pace: DEFAULT_PACE });
  });
  afterEach(() => home.drop());

  async function queued(n: number, dueAt: Instant, rest: Partial<Sentence> = {}): Promise<void> {
    const sentence: Sentence = {
      key: `k${n}`,
      to: { person: { id: `p${n}`, alias: `${n}号` } },
      wording: "received",
      fill: { number: n, what: "楼道灯坏了", handler: "网格员罗强", reporter: "5-1-302 王阿姨" },
      promise: dueAt + 3_600_000,
      ticket: n,
      purpose: "acknowledge",
      urgent: false,
      dueAt,
      ...rest,
    };
    await createRegister(home.database).transact((transaction) => transaction.say([sentence]));
  }
  const texts = async (now: Instant) => (await hand.due(now)).map(({ text }) => text);

  it("the account itself says nothing", async () => {
    await queued(1, noon);
    const outbox = createOutbox({
      queue,
      mouth: {
        ready: () => true,
        isFar: () => false,
        since: () => 0,
        obstacle: () => undefined,
        say: () => Promise.reject(new Error("said")),
        show: () => Promise.reject(new Error("shown")),
      },
      wordings: house.wordings,
      calendar: house.desk.calendar,
      pace: DEFAULT_PACE,
      random: () => 0,
      clock: () => noon,
      log: () => {},
      byHand: true,
    });
    expect(await outbox.speak()).toBe(0);
    expect(await texts(noon)).toHaveLength(1);
  });

  it("are worded for the moment, and mention whom they are for", async () => {
    await queued(1, noon, { to: { room, mention: people.resident } });
    expect(await texts(noon)).toEqual(["@5-1-302 王阿姨 收到，已记为 #1（楼道灯坏了）。网格员罗强会在今天13:00前回复您。"]);
    expect((await texts(noon + 2 * 3_600_000))[0]).toContain("正在跟进");
  });

  it("wait for the morning, all but a danger", async () => {
    const night = at("2026-09-14T23:00");
    await queued(1, night);
    await queued(2, night, { urgent: true });
    expect((await hand.due(night)).map(({ rows }) => rows.map(({ ticket }) => ticket))).toEqual([[2]]);
    expect(await texts(at("2026-09-15T08:00"))).toHaveLength(2);
  });

  it("are gone when somebody has said them, with who it was", async () => {
    await queued(1, noon);
    const [draft] = await hand.due(noon);
    const ids = draft?.rows.map(({ id }) => id) ?? [];
    expect(await hand.said(ids, secretary, noon)).toBe(true);
    expect(await hand.said(ids, "网格长沈洁", noon)).toBe(false);
    expect(await texts(noon)).toEqual([]);
    const [said] = await queue.listed("said", 5);
    expect([said?.handledBy, said?.saidAt, said?.text]).toEqual([secretary, noon, draft?.text]);
  });

  it("of one kind for one group are one sentence", async () => {
    for (const n of [1, 2]) await queued(n, noon, { to: { room } });
    const [draft, ...more] = await hand.due(noon);
    expect([draft?.rows.length, more.length]).toEqual([2, 0]);
    expect(draft?.text).toMatch(/#1[\s\S]*#2/);
  });

  it("are no more in a minute than the account might say", async () => {
    for (let n = 1; n <= 12; n++) await queued(n, noon);
    expect(await texts(noon)).toHaveLength(DEFAULT_PACE.perMinute);
    for (const [index, { rows }] of (await hand.due(noon)).entries())
      await hand.said(
        rows.map(({ id }) => id),
        secretary,
        noon + index,
      );
    expect(await texts(noon + 1_000)).toEqual([]);
    expect(await texts(noon + 61_000)).toHaveLength(2);
  });

  it("come in their order: what follows waits for what is before it", async () => {
    await queued(1, noon);
    await queued(2, noon, { follows: "k1" });
    const [first, ...rest] = await hand.due(noon);
    expect(rest).toEqual([]);
    await hand.said(first?.rows.map(({ id }) => id) ?? [], secretary, noon);
    expect((await hand.due(noon + 1)).map(({ rows }) => rows[0]?.ticket)).toEqual([2]);
  });

  it("that were held are tried again, or count as said, or are not said: once", async () => {
    for (const n of [1, 2, 3]) await queued(n, noon);
    const ids = (await queue.listed("waiting", 9)).map(({ id }) => id);
    await queue.hold(ids, "look whether it was said");
    const [again = 0, said = 0, dropped = 0] = ids;
    for (const [id, as] of [
      [again, "again"],
      [said, "said"],
      [dropped, "dropped"],
    ] as const)
      expect(await queue.handle([id], "stuck", { as, by: secretary, at: noon + 5, text: "原话" })).toEqual([id]);
    expect(await queue.handle(ids, "stuck", { as: "dropped", by: "网格长沈洁", at: noon + 6 })).toEqual([]);
    const kept = await queue.tended(ids);
    expect(kept.map(({ id, state, handledBy }) => [id, state, handledBy]).sort()).toEqual([
      [again, "waiting", secretary],
      [said, "said", secretary],
      [dropped, "dropped", secretary],
    ]);
    expect(await queue.count("held")).toBe(0);
  });
});

import { afterEach, beforeEach, expect, it } from "vitest";
import type { House } from "../load-house.ts";
import { DAY, HOUR, type Instant, MINUTE } from "../shared/instant.ts";
import { openDatabase } from "../store/database/open.ts";
import { createRegister } from "../store/register.ts";
import { type Fresh, onBothDatabases } from "../testing/databases.ts";
import { at, house } from "../testing/house.ts";
import { createVirtualClock, type VirtualClock } from "../testing/replay/virtual-clock.ts";
import { startYearBot, type YearBot } from "../testing/year/year-run.ts";
import { answer } from "../tickets/saying/compose.ts";
import type { Entry } from "./calendar.ts";
import { type Firing, fireDue } from "./fire-due.ts";

const base = { holiday: "keep", grace: { count: 2, unit: "h" }, rooms: ["residents"] } as const;
const invitation: Entry = { ...base, name: "invitation", does: "say", activity: false, text: "明天义剪。", when: "每天10:00" };
const twoRooms = 2;

/** The sample community with these entries alone in its calendar. */
const houseWith = (...entries: readonly Entry[]): House => ({ ...house, calendar: { ...house.calendar, entries } });

onBothDatabases("the calendar", (fresh) => {
  let home: Fresh;
  let clock: VirtualClock;
  const bots: YearBot[] = [];
  const logged: string[] = [];
  beforeEach(async () => {
    home = await fresh();
    clock = createVirtualClock(at("2026-09-14T09:00"));
    logged.length = 0;
  });
  afterEach(async () => {
    for (const bot of bots.splice(0)) await bot.stop();
    await home.drop();
  });

  const start = async (database = home.database): Promise<YearBot> => {
    const log = (event: string): void => void logged.push(event);
    const bot = await startYearBot(houseWith(invitation), database, home.dataDir, clock, { alone: bots.length === 0, log });
    bots.push(bot);
    return bot;
  };
  const stepAt = async (moment: Instant, ...who: readonly YearBot[]): Promise<void> => {
    clock.set(moment);
    await Promise.all(who.map(({ step }) => step()));
  };
  const queued = async (): Promise<number> => (await home.database.db.selectFrom("outbox").select("id").execute()).length;
  const firing = (calendar: readonly Entry[], rest: Partial<Firing> = {}): Firing => ({
    ...houseWith(...calendar),
    register: createRegister(home.database),
    reports: { say: async () => [] },
    begin: async () => {},
    log: (event) => void logged.push(event),
    ...rest,
  });

  it("says a thing once in each room, when the clock jumps back an hour too, and misses none", async () => {
    const bot = await start();
    await stepAt(at("2026-09-14T09:30"), bot);
    await stepAt(at("2026-09-14T10:01"), bot);
    expect(await queued()).toBe(twoRooms);
    await stepAt(at("2026-09-14T09:01"), bot);
    await stepAt(at("2026-09-14T10:00"), bot);
    await stepAt(at("2026-09-14T10:30"), bot);
    expect(await queued()).toBe(twoRooms);
    await stepAt(at("2026-09-15T10:00"), bot);
    expect(await queued()).toBe(2 * twoRooms);
  });

  it("is not moved to say it again by a restart whose clock is an hour behind", async () => {
    const before = await start();
    await stepAt(at("2026-09-14T09:30"), before);
    await stepAt(at("2026-09-14T10:01"), before);
    expect(await queued()).toBe(twoRooms);
    clock.set(at("2026-09-14T09:02"));
    const bot = await start();
    for (const moment of ["09:02", "09:59", "10:00", "10:05"]) await stepAt(at(`2026-09-14T${moment}`), bot);
    expect(await queued()).toBe(twoRooms);
  });

  it("says what came due while it was away within its grace, and leaves out and logs what is older", async () => {
    await stepAt(at("2026-09-14T09:30"), await start());
    await stepAt(at("2026-09-14T11:59"), await start());
    expect(await queued()).toBe(twoRooms);
    expect(logged).not.toContain("slot left out");
    await stepAt(at("2026-09-17T12:01"), await start());
    expect(await queued()).toBe(twoRooms);
    expect(logged.filter((event) => event === "slot left out")).toHaveLength(3);
  });

  it("says nothing old after it has forgotten where it was", async () => {
    const before = await start();
    await stepAt(at("2026-09-14T09:30"), before);
    await stepAt(at("2026-09-14T10:01"), before);
    expect(await queued()).toBe(twoRooms);
    await home.database.db.deleteFrom("keyv").execute();
    await stepAt(at("2026-09-15T10:30") + 3 * HOUR, await start());
    expect(await queued()).toBe(twoRooms);
  });

  it("says it once when two processes look at the same moment", async () => {
    const other = home.url === undefined ? home.database : openDatabase({ url: home.url, dataDir: home.dataDir });
    const both = [await start(), await start(other)];
    await stepAt(at("2026-09-14T09:30"), ...both);
    for (let day = 0; day < 5; day++) await stepAt(at("2026-09-14T10:00") + day * DAY, ...both);
    for (let beat = 1; beat <= 20; beat++) await stepAt(at("2026-09-18T10:00") + beat * MINUTE, ...both);
    const rows = await home.database.db.selectFrom("outbox").select("state").execute();
    expect(rows.map(({ state }) => state)).toEqual(Array.from({ length: 5 * twoRooms }, () => "said"));
    await bots.pop()?.stop();
    if (other !== home.database) await other.close();
  });

  it("asks before it says what somebody must agree to, and says nothing of it until then", async () => {
    const asked: string[] = [];
    const entry: Entry = { ...invitation, approves: "secretary" };
    const [since, now] = [at("2026-09-14T09:30"), at("2026-09-14T10:00")];
    await fireDue(firing([entry]), since, now);
    await fireDue(
      firing([entry], { begin: async ({ name }, { at: slot }) => void asked.push(`${name} ${slot === now}`) }),
      since,
      now,
    );
    expect(asked).toEqual(["invitation true"]);
    expect([await queued(), logged]).toEqual([0, []]);
  });

  it("queues a report once, by whoever writes it, and lets it keep back nothing else", async () => {
    const review: Entry = { ...base, name: "review", does: "weeklyReview", rooms: ["staff"], when: "每周一10:00" };
    const [since, now] = [at("2026-09-14T09:30"), at("2026-09-14T10:00")];
    const say: Firing["reports"]["say"] = async (does, room, _from, slot) => [
      answer(house.wordings, `${does}:${slot}`, { room }, "calendar.remind", { text: "本周三件。" }, slot),
    ];
    const broken = firing([review, invitation], { reports: { say: () => Promise.reject(new Error("no figures")) } });
    await expect(fireDue(broken, since, now)).rejects.toThrow("no figures");
    expect(await queued()).toBe(twoRooms);
    for (let time = 0; time < 2; time++) await fireDue(firing([review, invitation], { reports: { say } }), since, now);
    expect(await queued()).toBe(twoRooms + 1);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SandboxDesk } from "./board/parts.ts";
import { createSandboxDesk } from "./sandbox-desk.ts";
import { DAY, HOUR, MINUTE } from "./shared/instant.ts";
import { at, house } from "./testing/house.ts";
import { openScene, type Scene } from "./testing/scene.ts";

const GROUP = "葵花里小区居民群";
const STAFF = "网格工作群";
const AUNT = "5-1-302 王阿姨";
const WORKER = "网格员罗强";

describe("the sandbox's desk, on the whole product", () => {
  let scene: Scene;
  let desk: SandboxDesk;
  const kept: unknown[] = [];

  beforeAll(async () => {
    scene = await openScene({ start: at("2026-09-15T09:00"), calendar: "whole" });
    desk = createSandboxDesk({
      sandbox: scene.sandbox,
      house,
      database: scene.database,
      memory: { set: async (_key, value) => kept.push(value) },
      app: scene.app(),
      clock: { ...scene.clock, ahead: () => 7 },
      roleName: (role) => role,
    });
  });
  afterAll(() => scene.close());

  /** As a page does that asks until it is there. Gives how often it had to. */
  async function travelTo(until: number): Promise<number> {
    for (let asked = 1; asked < 50; asked++) if (await desk.travel(until)) return asked;
    throw new Error("time does not pass");
  }

  const botIn = (chat: string) => desk.lines(chat).filter(({ isBot }) => isBot);

  it("lets each thing on the way happen at its own time, in order", async () => {
    await desk.speak({ who: AUNT, chat: GROUP, text: "5号楼楼道灯坏了，晚上上楼看不见" });
    await travelTo(at("2026-09-16T09:00"));

    expect(desk.time()).toEqual({ now: at("2026-09-16T09:00"), text: "9月16日周三 9:00" });
    const told = botIn(STAFF);
    expect(told.map(({ at: moment }) => moment)).toEqual(
      [...told.map(({ at: moment }) => moment)].sort((one, other) => one - other),
    );
    const reminded = told.find(({ text }) => text.includes("#1") && text.includes("在等回复"));
    expect(Math.abs((reminded?.at ?? 0) - at("2026-09-15T15:30"))).toBeLessThan(MINUTE);
    expect(
      told.filter(({ text }) => text.includes("该去巡查了")).map(({ at: moment }) => new Date(moment).getUTCHours()),
    ).toContain(2);
    expect(kept).toContain(7);
  });

  it("hears whoever speaks while time passes, when it has passed", async () => {
    const arrives = desk.travel(scene.now() + 6 * HOUR);
    const speaks = desk.speak({ who: "3-2-501 李女士", chat: GROUP, text: "3号楼3单元门禁坏了，进不去" });
    await Promise.all([arrives, speaks]);
    expect(desk.lines(GROUP).find(({ who }) => who === "3-2-501 李女士")?.at).toBeGreaterThanOrEqual(at("2026-09-16T15:00"));
    await travelTo(scene.now() + 5 * MINUTE);
    expect(botIn(GROUP).at(-1)?.text).toContain("已记为 #2");
  });

  it("goes so far at once and no further, however much is due", async () => {
    const from = scene.now();
    expect(await desk.travel(from + 30 * DAY)).toBe(false);
    expect(scene.now()).toBeGreaterThan(from);
    expect(scene.now()).toBeLessThan(from + 30 * DAY);
  });

  it("keeps silent at night, says so, and tells what is stored up for the morning", async () => {
    await travelTo(Math.ceil(scene.now() / DAY) * DAY + 15 * HOUR); // 23:00 in China
    expect(desk.time()).toMatchObject({ wakesText: "7:30" });
    const before = botIn(GROUP).length;
    await desk.speak({ who: "2-3-602 陈先生", chat: GROUP, text: "2号楼楼道灯坏了" });
    await travelTo(scene.now() + 5 * MINUTE);
    expect(botIn(GROUP)).toHaveLength(before);
    expect((await desk.ahead())[0]).toMatchObject({ at: desk.time().wakes, text: expect.stringContaining("说出攒着的") });
    await travelTo((desk.time().wakes ?? 0) + MINUTE);
    expect(botIn(GROUP).length).toBeGreaterThan(before);
  });

  it("lets staff answer by quoting the bot's sentence, also a quote of a quote", async () => {
    const asked = botIn(STAFF).findLast(({ text }) => text.includes("2号楼楼道灯坏了"));
    const [, worker = "", number = ""] = /^@(\S+)\s#(\d+)/.exec(asked?.text ?? "") ?? [];
    await desk.speak({ who: worker, chat: STAFF, text: "确认", quotes: asked?.id ?? "" });
    await travelTo(scene.now() + MINUTE);
    expect(botIn(STAFF).map(({ text }) => text)).toContainEqual(
      expect.stringMatching(new RegExp(`^@${worker}\\s#${number} 记下了`)),
    );

    await desk.speak({ who: WORKER, chat: STAFF, text: "收到，我看看", quotes: asked?.id ?? "" });
    const own = desk.lines(STAFF).findLast(({ who }) => who === WORKER);
    await desk.speak({ who: WORKER, chat: STAFF, text: "再看看", quotes: own?.id ?? "" });
    expect(desk.lines(STAFF).at(-1)?.text).toBe(`「${WORKER}：收到，我看看」\n- - - - - - - - - - - - - - -\n再看看`);
  });

  it("tells nothing of a dispute among what lies ahead", async () => {
    const known = (await desk.ahead()).length;
    await desk.speak({
      who: "3-2-501 李女士",
      chat: "dm:3-2-501 李女士",
      text: "楼上天天半夜打麻将，吵得孩子睡不着，我不想当面吵",
    });
    await travelTo(scene.now() + 2 * MINUTE);
    const told = desk.lines("dm:3-2-501 李女士").findLast(({ isBot }) => isBot)?.text ?? "";
    const number = /#\d+/.exec(told)?.[0] ?? "none";
    expect(told).toContain("只有调解员");
    const text = JSON.stringify(await desk.ahead());
    expect([text.includes(number), text.includes("麻将"), text.includes("田静")]).toEqual([false, false, false]);
    expect(known).toBeGreaterThan(0);
  });
});

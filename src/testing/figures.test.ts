import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clustersOf } from "../schedule/recurring.ts";
import { lifeOf } from "../schedule/reports/life.ts";
import { coursesIn } from "../schedule/reports/tally.ts";
import { DAY, MINUTE } from "../shared/instant.ts";
import { createFigures } from "../store/figures.ts";
import type { Triage } from "../tickets/reading.ts";
import { at, lampReading } from "./house.ts";
import { openScene, type Scene } from "./scene.ts";

const GROUP = { room: "葵花里小区居民群" };
const STAFF = { room: "网格工作群" };
const START = at("2026-09-14T09:00");

/** Reads everything as a lamp in building 5; what ends with 吧 is unsure. */
const triage: Triage = {
  read: async ({ text }) => ({
    ...lampReading,
    place: { estate: "葵花里小区", building: "5" },
    summary: text,
    sure: !text.endsWith("吧"),
  }),
};

describe("figures of readings and of what comes back", () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ start: START, triage });
    const says = async (who: string, text: string) => {
      await scene.says(who, GROUP, text);
      await scene.pass(MINUTE);
    };
    const staff = async (text: string) => {
      await scene.says("网格员罗强", STAFF, text);
      await scene.pass(MINUTE);
    };
    await says("5-1-302 王阿姨", "灯好像坏了吧");
    await staff("立案 1");
    await says("5-1-402 老周", "灯有点暗吧");
    await staff("不是 2");
    await says("5-1-502 小何", "灯坏了");
    await staff("退回 3 已经在修");
    await scene.pass(DAY);
    await says("5-2-302 老孙", "灯又灭了");
    await says("5-2-402 小米", "那边也暗吧");
  });
  afterAll(() => scene.close());

  it("tell how often a question was worth it, and what was filed without one", async () => {
    expect(await createFigures(scene.database).triage(START - DAY, START + 5 * DAY)).toEqual({
      asked: { filed: 1, dismissed: 1, unanswered: 0, waiting: 1 },
      unasked: { filed: 2, sentBack: 1, takenBack: 0 },
    });
  });

  it("count only what people stand by when they look for what keeps coming back", async () => {
    const lives = (await createFigures(scene.database).histories(START - DAY, START + 5 * DAY)).map(lifeOf);
    const courses = coursesIn(lives, "community", "residents", START - DAY, START + 5 * DAY);
    const opened = courses.filter(({ isOpened }) => isOpened).map(({ ticket }) => ticket);
    expect(opened.map(({ number }) => number)).toEqual([1, 3, 4]);
    expect(clustersOf(opened, { times: 3, days: 30 }).map(({ numbers }) => numbers)).toEqual([[1, 3, 4]]);
  });
});

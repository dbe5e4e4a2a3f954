import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../config.ts";
import { houseReports, loadPolisher } from "../load-reports.ts";
import { createMemory } from "../memory.ts";
import type { Reports, Told } from "../schedule/reports/create-reports.ts";
import { DAY, HOUR, MINUTE } from "../shared/instant.ts";
import { createRegister } from "../store/register.ts";
import { at, house, people } from "./house.ts";
import { type ModelServer, startModelServer } from "./model-server.ts";
import { openScene, type Scene } from "./scene.ts";

const GROUP = "葵花里小区居民群";
const STAFF = "网格工作群";
const START = at("2026-09-14T09:00");
/** After the calendar's own announcement of that Friday. */
const SLOT = at("2026-09-18T18:00");

let scene: Scene;
beforeEach(async () => {
  scene = await openScene({ start: START });
  await scene.says("5-1-302 王阿姨", { room: GROUP }, "5号楼楼道灯坏了，晚上上楼看不见");
  await scene.pass(MINUTE);
  await scene.says("网格员罗强", { room: STAFF }, "办结 灯泡换好了");
  await scene.pass(SLOT - START);
  for (const room of [GROUP, STAFF]) scene.heard(room);
});
afterEach(() => scene.close());

/** What an entry of the calendar queues, as the calendar does. */
async function fire(does: Told, room: string, environment: Record<string, string> = {}, why: string[] = []): Promise<void> {
  const reports = await reporting(environment, why);
  const sentences = await reports.say(does, room, SLOT - 7 * DAY, SLOT);
  await createRegister(scene.database).transact((transaction) => transaction.say(sentences));
}

async function reporting(environment: Record<string, string> = {}, why: string[] = []): Promise<Reports> {
  const config = readConfig({ DATA_DIR: scene.dataDir, ...environment });
  const memory = createMemory(scene.database, () => SLOT);
  const polish = await loadPolisher({ config, house, memory, clock: () => SLOT, failed: (told) => why.push(told) });
  return houseReports({ config, house, database: scene.database, ...(polish === undefined ? {} : { polish }) });
}

describe("what the calendar says in a room", () => {
  it("is the text, then its picture, each once however often it fires", async () => {
    for (const _ of [1, 2]) await fire("weeklyAnnouncement", GROUP);
    await scene.pass(MINUTE);
    const [text, picture, ...more] = scene.heard(GROUP);
    expect(text).toContain("本群收到 1 件，办结 1 件，没有在办的");
    expect(picture).toMatch(/^［图片 [0-9a-f]{12}\.png］$/);
    expect(more).toEqual([]);
    const name = picture?.slice(4, -1) ?? "";
    expect(
      readFileSync(join(scene.dataDir, "pictures", name))
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
  });

  it.each([
    ["weeklyReview", "每周复盘】9月11日–9月18日"],
    ["monthlyAnalysis", "每月分析】9月1日–9月18日"],
    ["yearlyReport", "年度报告】1月1日–9月18日"],
  ] as const)("is %s for the staff", async (does, title) => {
    await fire(does, STAFF);
    await scene.pass(MINUTE);
    const [text, picture] = scene.heard(STAFF);
    expect(text).toContain(title);
    expect(text).toContain("新收 1 件");
    expect(picture).toMatch(/^［图片 /);
  });

  it("is also what the secretary asks for, in private, up to now", async () => {
    const { reportFor } = await reporting();
    const { sentences, figures } = await reportFor("week", SLOT, "secretary");
    expect([figures.from, figures.to]).toEqual([SLOT - 7 * DAY, SLOT]);
    const to = { person: people.secretary };
    const said = await sentences("asked:1", to, SLOT);
    expect(said.map(({ wording }) => wording)).toEqual(["review", "report.picture"]);
    expect(said.map((sentence) => sentence.to)).toEqual([to, to]);
    expect((await reportFor("month", SLOT, "staff")).report).toMatchObject({ from: "9月1日", to: "9月18日" });
  });

  it("waits for the morning, text and picture", async () => {
    await scene.pass(5 * HOUR);
    scene.heard(GROUP);
    await fire("weeklyAnnouncement", GROUP);
    await scene.pass(8 * HOUR);
    expect(scene.heard(GROUP)).toEqual([]);
    await scene.pass(HOUR);
    expect(scene.heard(GROUP)).toHaveLength(2);
  });
});

describe("what a model smooths", () => {
  let server: ModelServer;
  beforeAll(async () => {
    server = await startModelServer();
  });
  afterAll(() => server.close());

  /** The group's text when the model makes this of the template. */
  async function smoothed(make: (template: string) => string): Promise<string | undefined> {
    server.script({
      does: "answers",
      to: (letter) => JSON.stringify({ text: make((JSON.parse(letter) as { text: string }).text) }),
    });
    await fire("weeklyAnnouncement", GROUP, { OPENAI_BASE_URL: server.baseURL, OPENAI_MODEL: "test" });
    await scene.pass(MINUTE);
    return scene.heard(GROUP)[0];
  }

  it("is said with the label, and the model sees no name", async () => {
    const text = await smoothed((template) => `邻居们好，${template}`);
    expect(text).toContain("邻居们好，本群收到 1 件");
    expect(text).toContain("感谢网格员罗强");
    expect(text).toContain("（AI生成，仅供参考）");
    expect(server.requests[0]?.body).not.toContain("罗强");
  });

  it("is not said when it invents", async () => {
    const text = await smoothed((template) => template.replace("收到 1 件", "收到 8 件"));
    expect(text).toContain("本群收到 1 件");
    expect(text).not.toContain("AI");
  });

  it("leaves the template when the model does not answer, and says why in the log", async () => {
    server.script({ does: "fails", status: 401 });
    const why: string[] = [];
    await fire("weeklyAnnouncement", GROUP, { OPENAI_BASE_URL: server.baseURL, OPENAI_MODEL: "test" }, why);
    await scene.pass(MINUTE);
    expect(scene.heard(GROUP)[0]).toContain("本群收到 1 件");
    expect(why).toEqual([expect.stringContaining("OPENAI_API_KEY")]);
  });
});

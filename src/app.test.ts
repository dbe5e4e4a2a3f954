import { readdirSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { newCode } from "./intake/replies/small-talk.ts";
import { createMemory } from "./memory.ts";
import { HOUR, MINUTE, SECOND } from "./shared/instant.ts";
import { at, house } from "./testing/house.ts";
import { openScene, type Scene, type SceneOptions } from "./testing/scene.ts";

const residents = { room: "葵花里小区居民群" };
const staff = { room: "网格工作群" };
const morning = at("2026-09-15T10:00");

let scene: Scene;
afterEach(() => scene.close());

async function open(options: Partial<SceneOptions> = {}): Promise<Scene> {
  scene = await openScene({ start: morning, ...options });
  return scene;
}

/** A ticket of 王阿姨's, acknowledged; #1. */
async function lampReported(): Promise<void> {
  await scene.says("5-1-302 王阿姨", residents, "5号楼楼道灯坏了，晚上上楼看不见");
  await scene.pass(MINUTE);
  scene.heard(residents.room);
  scene.heard(staff.room);
}

const numbers = async (): Promise<readonly number[]> =>
  (await scene.database.db.selectFrom("tickets").select("number").orderBy("number").execute()).map(({ number }) => number);

describe("a resident", () => {
  it("who reports in private is answered in private", async () => {
    await open();
    await scene.says("5-1-302 王阿姨", residents, "大家早");
    await scene.says("5-1-302 王阿姨", "private", "5号楼楼道灯坏了，晚上上楼看不见");
    await scene.pass(MINUTE);
    expect(scene.heard("dm:5-1-302 王阿姨")[0]).toContain("已记为 #1");
    expect(scene.heard(residents.room)).toEqual([]);
  });

  it("who calls the bot and is not understood hears once a day how it works", async () => {
    await open();
    await scene.says("5-1-302 王阿姨", residents, "@小格 你好呀");
    await scene.says("5-1-302 王阿姨", residents, "@小格 在吗");
    await scene.pass(MINUTE);
    expect(scene.heard("dm:5-1-302 王阿姨")).toEqual([expect.stringContaining("有事直接说")]);
    expect(scene.heard(residents.room)).toEqual([]);
  });

  it("cannot order what staff order, not even under a staff name", async () => {
    await open();
    await lampReported();
    await scene.says("网格员罗强 ", residents, "1 办结 修好了");
    await scene.says("5-2-101 老周", "private", "1 确认");
    await scene.says("5-2-101 老周", "private", "转 1 郭敏");
    await scene.pass(MINUTE);
    const events = await scene.database.db.selectFrom("events").select("type").execute();
    expect(events).toEqual([{ type: "opened" }]);
  });

  it("sees only own matters", async () => {
    await open();
    await scene.says("3-1-401 池女士", residents, "楼上邻居半夜老是拍球，说了几次都不听，都快吵起来了");
    await scene.pass(MINUTE);
    await scene.says("5-2-101 老周", "private", "查 1");
    await scene.says("5-2-101 老周", "private", "查 99");
    await scene.pass(MINUTE);
    const [quarrel, nothing] = scene.heard("dm:5-2-101 老周");
    expect(quarrel?.replace("1", "99")).toBe(nothing);
  });

  it("may send the photo a little later", async () => {
    await open();
    await lampReported();
    await scene.says("5-1-302 王阿姨", residents, "", { image: { name: "../../灯.jpg", bytes: new Uint8Array([1, 2, 3]) } });
    await scene.pass(MINUTE);
    expect(await numbers()).toEqual([1]);
    const files = readdirSync(join(scene.dataDir, "files"));
    expect(files).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.jpg$/)]);
    expect(scene.heard(residents.room)).toEqual([]);
  });

  it("whose photo is too large is heard all the same", async () => {
    await open({ attachmentMegabytes: 0.001 });
    await scene.says("5-1-302 王阿姨", residents, "", { image: { name: "a.jpg", bytes: new Uint8Array(5_000) } });
    await scene.says("5-1-302 王阿姨", residents, "5号楼楼道灯坏了，晚上上楼看不见");
    await scene.pass(MINUTE);
    expect(await numbers()).toEqual([1]);
    const files = await scene.database.db.selectFrom("messages").select("file").execute();
    expect(files).toEqual([{ file: null }, { file: null }]);
  });

  it("keeps one household's voice apart from another's: +1 joins, and all hear the end", async () => {
    await open();
    await lampReported();
    await scene.says("5-2-101 老周", residents, "+1");
    await scene.says("5-2-102 小孙", residents, "我家也是，黑得很");
    await scene.says("网格员罗强", staff, "1 办结 换了灯");
    await scene.pass(MINUTE);
    for (const who of ["5-1-302 王阿姨", "5-2-101 老周", "5-2-102 小孙"])
      expect(scene.heard(`dm:${who}`).join()).toContain("办好了：换了灯");
    expect(scene.heard(residents.room)).toEqual([]);
  });
});

describe("what must not leak", () => {
  it("a quarrel, when staff ask for it in their own group, is told in private", async () => {
    await open();
    await scene.says("3-1-401 池女士", residents, "楼上邻居半夜老是拍球，说了几次都不听，都快吵起来了");
    await scene.pass(MINUTE);
    await scene.says("社区书记孟岚", staff, "查 1");
    await scene.says("调解员田静", staff, "查 1");
    await scene.says("调解员田静", "private", "转 1 郭敏");
    await scene.pass(MINUTE);
    expect(scene.heard(staff.room)).toEqual([]);
    expect(scene.heard("dm:社区书记孟岚").join()).toContain("拍球");
    expect(scene.heard("dm:网格员郭敏")).toEqual([]);
  });

  it("what a resident said in private, to a stranger who guesses the number", async () => {
    await open();
    await scene.says("5-1-302 王阿姨", "private", "我老伴瘫痪，家里没钱交暖气费，能不能帮忙申请低保");
    await scene.pass(MINUTE);
    await scene.says("1-1-101 路人", "private", "+1 1");
    await scene.says("1-1-101 路人", residents, "+1 1");
    await scene.says("1-1-101 路人", "private", "查 1");
    await scene.pass(MINUTE);
    expect(scene.heard("dm:1-1-101 路人").join()).not.toMatch(/低保|暖气/);
  });

  it("a matter of another group, to somebody who joins it by number", async () => {
    await open();
    await lampReported();
    await scene.says("2-101 路阿姨", { room: "槐荫巷小区居民群" }, "+1 1");
    await scene.pass(MINUTE);
    expect(await scene.database.db.selectFrom("events").select("type").execute()).toEqual([{ type: "opened" }]);
  });
});

describe("the night", () => {
  it("forgets by morning what was taken back, and asks nobody to confirm what is confirmed", async () => {
    await open({ start: at("2026-09-15T23:00") });
    await scene.says("1-2-202 小何", residents, "1号楼门禁坏了刷不开", { id: "m1" });
    await scene.pass(MINUTE);
    await scene.sandbox.recall("m1");
    await scene.says("5-1-302 王阿姨", residents, "5号楼楼道灯坏了，晚上上楼看不见");
    await scene.pass(MINUTE);
    await scene.says("网格员罗强", staff, "2 确认");
    await scene.pass(10 * HOUR);
    expect(scene.heard(residents.room).join()).not.toContain("#1");
    expect(scene.heard(staff.room).join()).not.toMatch(/#1|请.*回“确认”/);
  });
});

describe("a recall", () => {
  it("takes back the matter also when a neighbour has joined", async () => {
    await open();
    await scene.says("5-1-302 王阿姨", residents, "5号楼楼道灯坏了，晚上上楼看不见", { id: "m1" });
    await scene.pass(MINUTE);
    await scene.says("5-2-101 老周", residents, "我家也是");
    await scene.sandbox.recall("m1");
    await scene.pass(MINUTE);
    const ticket = await scene.database.db.selectFrom("tickets").select(["stage", "summary"]).executeTakeFirst();
    expect(ticket).toEqual({ stage: "withdrawn", summary: "（原话已撤回）" });
    const kept = await scene.database.db.selectFrom("outbox").select(["fill", "text"]).execute();
    expect(JSON.stringify(kept)).not.toContain("楼道灯");
  });
});

describe("a private report", () => {
  it("goes to the grid of the group where its sender lives", async () => {
    await open();
    await scene.says("5-1-302 王阿姨", residents, "大家早");
    await scene.says("5-1-302 王阿姨", "private", "5号楼楼道漏水了");
    await scene.pass(MINUTE);
    expect(await scene.database.db.selectFrom("tickets").select("handler").execute()).toEqual([{ handler: "罗强" }]);
  });
});

describe("a grid worker", () => {
  it("is asked which one when two are waiting, and not when only one is", async () => {
    await open();
    await lampReported();
    await scene.says("4-1-101 赵大爷", residents, "4号楼门禁坏了刷不开");
    await scene.pass(2 * MINUTE);
    scene.heard(staff.room);
    await scene.says("网格员罗强", staff, "确认");
    await scene.pass(MINUTE);
    expect(scene.heard(staff.room).join()).toMatch(/哪一件[\s\S]*#1[\s\S]*#2/);
    await scene.says("网格员罗强", staff, "确认 2");
    await scene.says("网格员罗强", staff, "确认");
    await scene.pass(MINUTE);
    const stages = await scene.database.db.selectFrom("tickets").select("stage").execute();
    expect(stages).toEqual([{ stage: "accepted" }, { stage: "accepted" }]);
  });

  it("may do two things in one line", async () => {
    await open();
    await lampReported();
    await scene.says("4-1-101 赵大爷", residents, "4号楼门禁坏了刷不开");
    await scene.pass(2 * MINUTE);
    await scene.says("网格员罗强", staff, "1 办结 换了灯；2 延期 2天 等配件");
    await scene.pass(MINUTE);
    const stages = await scene.database.db.selectFrom("tickets").select(["number", "stage"]).orderBy("number").execute();
    expect(stages).toEqual([
      { number: 1, stage: "feedback" },
      { number: 2, stage: "accepted" },
    ]);
  });

  it("closes with a photo instead of words, sent before or after", async () => {
    await open();
    await lampReported();
    await scene.says("网格员罗强", staff, "", { image: { name: "done.jpg", bytes: new Uint8Array([1]) } });
    await scene.says("网格员罗强", staff, "1 办结");
    await scene.pass(MINUTE);
    expect(await scene.database.db.selectFrom("tickets").select("stage").executeTakeFirst()).toEqual({ stage: "feedback" });
  });

  it("talks with colleagues undisturbed, and a word in a quote is a note", async () => {
    await open();
    await lampReported();
    await scene.says("网格员罗强", staff, "今晚谁值班？");
    await scene.says("网格员郭敏", staff, "收到");
    await scene.pass(MINUTE);
    expect(scene.heard(staff.room)).toEqual([]);
    await scene.says("网格员罗强", staff, "「小格：#1 5号楼楼道灯坏了」\n- - - - - - - - - - - - - - -\n已经联系电工");
    await scene.pass(MINUTE);
    expect((await scene.database.db.selectFrom("events").select(["type", "text"]).execute()).at(-1)).toEqual({
      type: "noted",
      text: "已经联系电工",
    });
  });
});

describe("who somebody is", () => {
  const memory = () => createMemory(scene.database, () => morning);

  it("is shown by a one-time code in private, which works once", async () => {
    await open({ staffBound: false });
    await lampReported();
    await scene.says("网格员罗强", staff, "1 确认");
    await scene.pass(MINUTE);
    expect(await scene.database.db.selectFrom("events").select("type").execute()).toHaveLength(1);
    expect(scene.heard("dm:网格员罗强").join()).toContain("验证码");

    const code = await newCode(memory(), () => 0.123, "罗强");
    await scene.says("网格员罗强", "private", `绑定 ${code}`);
    await scene.says("网格员郭敏", "private", `绑定 ${code}`);
    await scene.says("网格员罗强", staff, "1 确认");
    await scene.pass(MINUTE);
    expect((await scene.database.db.selectFrom("events").select("type").execute()).at(-1)).toEqual({ type: "confirmed" });
    expect(scene.heard("dm:网格员郭敏").join()).toContain("不对或已过期");
  });

  it("cannot be guessed: after five wrong codes the right one does not work either", async () => {
    await open({ staffBound: false });
    const code = await newCode(memory(), () => 0.5, "罗强");
    for (let n = 0; n < 5; n++) await scene.says("1-1-101 路人", "private", `绑定 10000${n}`);
    await scene.says("1-1-101 路人", "private", `绑定 ${code}`);
    await scene.pass(MINUTE);
    expect(await scene.database.db.selectFrom("people").select("staff").where("staff", "is not", null).execute()).toEqual([]);
  });

  it("lets the secretary hand out codes, in private, and nobody else", async () => {
    await open();
    await scene.says("社区书记孟岚", "private", "绑定码 罗强");
    await scene.says("网格员郭敏", "private", "绑定码 罗强");
    await scene.pass(MINUTE);
    expect(scene.heard("dm:社区书记孟岚").join()).toMatch(/验证码是 \d{6}/);
    expect(scene.heard("dm:网格员郭敏").join()).not.toMatch(/\d{6}/);
  });
});

describe("nothing is lost and nothing is done twice", () => {
  it("when the process dies while a person is still typing", async () => {
    await open();
    await scene.says("5-1-302 王阿姨", residents, "你们看看", { id: "m1" });
    await scene.says("5-1-302 王阿姨", residents, "5号楼楼道灯坏了，晚上上楼看不见", { id: "m2" });
    await scene.restart();
    await scene.sandbox.deliverAgain("m2");
    await scene.pass(MINUTE);
    expect(await numbers()).toEqual([1]);
    expect(scene.heard(residents.room)).toHaveLength(1);
  });

  it("when staff are known again after a restart", async () => {
    await open();
    await lampReported();
    await scene.restart();
    await scene.says("网格员罗强", staff, "1 确认");
    await scene.pass(MINUTE);
    expect((await scene.database.db.selectFrom("events").select("type").execute()).at(-1)).toEqual({ type: "confirmed" });
  });

  it("when the announcement's hour passes while the process is away: once, and within the grace only", async () => {
    await open({ start: at("2026-09-18T16:58") });
    await scene.pass(30 * SECOND);
    await scene.restart();
    await scene.pass(10 * MINUTE);
    await scene.restart();
    await scene.pass(HOUR);
    expect(scene.heard(residents.room)).toHaveLength(1);
  });

  it("when a stranger's group has the same name", async () => {
    await open();
    const before = await sql<{ channel_id: string }>`select channel_id from rooms order by topic`.execute(scene.database.db);
    expect(before.rows).toHaveLength(house.desk.community.rooms.length);
    const known = await scene
      .app()
      .rollCall.where({ id: "other@chatroom", topic: "网格工作群" }, async () => before.rows.map((row) => row.channel_id));
    expect(known).toBeUndefined();
  });

  it("keeps no word of chatter", async () => {
    await open();
    await scene.says("1-2-202 小何", residents, "今天菜市场的鱼真新鲜");
    await scene.pass(MINUTE);
    const rows = await sql`select body, channel_id, state from messages`.execute(scene.database.db);
    expect(rows.rows).toEqual([{ body: null, channel_id: null, state: "dropped" }]);
    expect((await sql`select * from people where staff is null`.execute(scene.database.db)).rows).toEqual([]);
  });
});

import { afterEach, describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../shared/instant.ts";
import { at } from "./house.ts";
import { openScene, type Scene } from "./scene.ts";

const GROUP = { room: "葵花里小区居民群" };
const STAFF = { room: "网格工作群" };
const WANG = "5-1-302 王阿姨";
const LUO = "网格员罗强";

let scene: Scene;
afterEach(() => scene.close());

async function open(): Promise<void> {
  scene = await openScene({ start: at("2026-09-15T10:00") });
}

/** 王阿姨's lamp is #1. */
async function lampReported(): Promise<void> {
  await scene.says(WANG, GROUP, "5号楼楼道灯坏了，晚上上楼看不见");
  await scene.pass(MINUTE);
  scene.heard(GROUP.room);
  scene.heard(STAFF.room);
}

const events = async (): Promise<readonly string[]> => {
  const rows = await scene.database.db.selectFrom("events").select(["ticket", "type"]).orderBy("seq").execute();
  return rows.map(({ ticket, type }) => `#${ticket} ${type}`);
};

describe("what a resident says freely in private", () => {
  it.each(["家里水管爆了，水往外喷", "我妈走不动路，能不能派个人来帮我们办一下居住证", "楼下又有人在楼道里给电瓶车充电"])(
    "is a matter of its own, whatever else is open: %s",
    async (words) => {
      await open();
      await lampReported();
      await scene.says(WANG, "private", words);
      await scene.pass(MINUTE);
      expect((await events()).filter((event) => event.startsWith("#1 "))).toEqual(["#1 opened"]);
      expect((await events()).some((event) => event === "#2 opened")).toBe(true);
    },
  );

  it("is a mark when the bot has just asked for one", async () => {
    await open();
    await lampReported();
    await scene.says(LUO, STAFF, "1 办结 换了灯泡");
    await scene.pass(MINUTE);
    await scene.says(WANG, "private", "这回满意了");
    await scene.pass(MINUTE);
    expect(await events()).toEqual(["#1 opened", "#1 finished", "#1 rated"]);
  });

  it("is nothing when it is thanks: no lesson on how it works", async () => {
    await open();
    await lampReported();
    scene.heard(`dm:${WANG}`);
    await scene.says(WANG, "private", "好的谢谢");
    await scene.pass(MINUTE);
    expect(scene.heard(`dm:${WANG}`)).toEqual([]);
  });
});

describe("what staff say freely", () => {
  it("is an order when it is plain which", async () => {
    await open();
    await lampReported();
    await scene.says(LUO, STAFF, "1号我来办，下午过去看看");
    await scene.pass(MINUTE);
    expect(await events()).toEqual(["#1 opened", "#1 confirmed"]);
  });

  it("is nobody's order when it is somebody else's ticket", async () => {
    await open();
    await lampReported();
    await scene.says("网格员郭敏", STAFF, "1那个搞定啦，师傅换了个灯泡");
    await scene.says("5-2-101 老周", "private", "1那个搞定啦，师傅换了个灯泡");
    await scene.pass(MINUTE);
    expect((await events()).filter((event) => event !== "#1 opened")).toEqual([]);
  });

  it("can be taken back within two minutes, and not later", async () => {
    await open();
    await lampReported();
    await scene.says(LUO, STAFF, "办结 发错了");
    await scene.pass(MINUTE);
    await scene.says(LUO, STAFF, "撤回上一条");
    await scene.pass(MINUTE);
    expect(await events()).toEqual(["#1 opened", "#1 finished", "#1 undone"]);
    expect(scene.heard(`dm:${WANG}`).at(-1)).toContain("发错了，请先不用理会");
    await scene.says(LUO, STAFF, "确认");
    await scene.pass(HOUR);
    await scene.says(LUO, STAFF, "撤回上一条");
    await scene.pass(MINUTE);
    expect((await events()).at(-1)).toBe("#1 confirmed");
  });
});

describe("a voice message", () => {
  it("in private is answered with a request to type, once an hour; in a group not at all", async () => {
    await open();
    await scene.says(WANG, GROUP, "", { kind: "audio" });
    await scene.says(WANG, "private", "", { kind: "audio" });
    await scene.says(WANG, "private", "", { kind: "audio" });
    await scene.pass(MINUTE);
    expect(scene.heard(`dm:${WANG}`)).toEqual([expect.stringContaining("听不了语音")]);
    expect(scene.heard(GROUP.room)).toEqual([]);
  });
});

describe("a danger", () => {
  const kinds = async (): Promise<readonly string[]> =>
    (await scene.database.db.selectFrom("tickets").select("kind").orderBy("number").execute()).map(({ kind }) => kind);

  it.each(["谢谢，3号楼着火了", "我家也是，还闻到煤气味", "满意，楼下电线冒火花了", "查 1 电梯里有人被困", "好的，门口井盖没了"])(
    "behind other words is still one: %s",
    async (words) => {
      await open();
      await lampReported();
      await scene.says(WANG, "private", words);
      await scene.pass(MINUTE);
      expect(await kinds()).toContain("hazard");
    },
  );

  it("of somebody with a knife at the door is pressing for the mediator and the secretary, and nobody else reads of it", async () => {
    await open();
    await scene.says("4-1-101 老周", "private", "楼上又开始骂我了，拿着刀在门口");
    await scene.pass(MINUTE);
    expect(scene.heard("dm:社区书记孟岚").join()).toContain("先报110");
    expect(scene.heard(STAFF.room)).toEqual([]);
  });
});

describe("a quarrel told together with something else", () => {
  it("goes to the mediator alone; whoever clears the rubbish reads of the rubbish", async () => {
    await open();
    await scene.says("2-1-501 小王", GROUP, "2号楼301夫妻打架又吵翻天了，垃圾也扔楼道");
    await scene.pass(MINUTE);
    await scene.says("网格员郭敏", STAFF, "立案");
    await scene.pass(MINUTE);
    expect(scene.heard("dm:调解员田静").join()).toContain("打架");
    for (const { room } of [STAFF, GROUP]) expect(scene.heard(room).join()).not.toMatch(/打架|夫妻|吵/);
  });

  it("about the mediator goes to the secretary", async () => {
    await open();
    await scene.says("4-1-101 老周", "private", "调解员田静偏心，收了楼上的礼，跟我吵架，我要投诉她");
    await scene.pass(MINUTE);
    expect(scene.heard("dm:调解员田静")).toEqual([]);
  });
});

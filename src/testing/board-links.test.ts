import { afterEach, describe, expect, it } from "vitest";
import { at } from "./house.ts";
import { openScene, type Scene } from "./scene.ts";

const AUNT = "5-1-302 王阿姨";
const WORKER = "网格员罗强";
const GROUP = { room: "葵花里小区居民群" };
const STAFF = { room: "网格工作群" };

let scene: Scene;
afterEach(() => scene.close());

const links = {
  boardLink: async (person: string) => `https://board.example/in/for-${person}`,
  trackLink: async (ticket: number, person: string) => `https://board.example/t/${ticket}-${person === "" ? "" : "own"}`,
};

async function open(given: Partial<typeof links> = links): Promise<void> {
  scene = await openScene({ start: at("2026-09-14T09:00"), links: given });
}

describe("the link to the board", () => {
  it("is told in private to whoever works here", async () => {
    await open();
    for (const [who, name] of [
      [WORKER, "罗强"],
      ["社区书记孟岚", "孟岚"],
      ["县供电公司周伟", "周伟"],
    ] as const) {
      await scene.says(who, "private", "看板");
      await scene.pass(60_000);
      expect(scene.heard(`dm:${who}`).join("\n")).toContain(`点开进看板：https://board.example/in/for-${name}`);
    }
  });

  it("is never said in a group: whoever asks there gets it in private", async () => {
    await open();
    await scene.says(WORKER, STAFF, "看板");
    await scene.says(WORKER, GROUP, "@小格 看板");
    await scene.pass(60_000);
    expect([...scene.heard(STAFF.room), ...scene.heard(GROUP.room)].join()).not.toContain("board.example");
    expect(scene.heard(`dm:${WORKER}`).join()).toContain("/in/for-罗强");
  });

  it("is given to no resident, and to nobody who only carries a staff name", async () => {
    await open();
    await scene.says(AUNT, "private", "看板");
    await scene.says("9-9-999 网格员罗强", "private", "看板");
    await scene.says(AUNT, GROUP, "@小格 看板");
    await scene.pass(60_000);
    for (const to of [`dm:${AUNT}`, "dm:9-9-999 网格员罗强", GROUP.room])
      expect(scene.heard(to).join()).not.toContain("board.example");
  });

  it("is no reply when somebody only talks of a board", async () => {
    await open();
    await scene.says(WORKER, STAFF, "看板上的数据今天要报街道，大家核对一下");
    await scene.pass(60_000);
    expect(scene.heard(`dm:${WORKER}`)).toEqual([]);
  });

  it("is said not to be there where nothing serves a board", async () => {
    await open({});
    await scene.says(WORKER, "private", "看板");
    await scene.pass(60_000);
    expect(scene.heard(`dm:${WORKER}`).join()).toContain("看板现在没有开");
  });
});

describe("the link to one's own matter", () => {
  it("comes with the answer to 查, in private and to whoever asked for the matter", async () => {
    await open();
    await scene.says(AUNT, GROUP, "5号楼楼道灯坏了，晚上上楼看不见");
    await scene.pass(60_000);
    scene.heard(GROUP.room);
    await scene.says(AUNT, "private", "查 1");
    await scene.says("5-2-101 小何", "private", "查 1");
    await scene.says(WORKER, "private", "查 1");
    await scene.says(AUNT, GROUP, "查 1");
    await scene.pass(120_000);
    expect(scene.heard(`dm:${AUNT}`).join("\n")).toContain("#1 也可以点开看进展、写评价：https://board.example/t/1-own");
    for (const to of ["dm:5-2-101 小何", `dm:${WORKER}`, GROUP.room])
      expect(scene.heard(to).join()).not.toContain("board.example");
  });

  it("is not there for a quarrel, nor where nobody outside reaches the board", async () => {
    await open();
    await scene.says(AUNT, "private", "楼上603天天半夜吵架摔东西，我家老人没法睡，想请人调解一下");
    await scene.pass(60_000);
    await scene.says(AUNT, "private", "查 1");
    await scene.pass(60_000);
    expect(scene.heard(`dm:${AUNT}`).join()).not.toContain("board.example");
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createQueue } from "../store/queue.ts";
import { createRegister } from "../store/register.ts";
import { createShelf } from "../store/shelf.ts";
import type { Sentence } from "../tickets/saying/sentence.ts";
import { at } from "./house.ts";
import { type Halls, openHalls } from "./open-halls.ts";

let halls: Halls;
let get: Halls["get"];
let as: Halls["as"];
let board: Halls["board"];
let scene: Halls["scene"];

beforeAll(async () => {
  halls = await openHalls();
  ({ get, as, board, scene } = halls);
}, 60_000);
afterAll(() => halls.close());

/** Queues a sentence. */
function say(rest: Pick<Sentence, "key" | "to" | "ticket">): Promise<void> {
  const fill = { number: 1, what: "楼道灯坏了", handler: "网格员罗强" };
  const sentence = { wording: "received", fill, purpose: "answer", urgent: false, dueAt: scene.now(), ...rest } as const;
  return createRegister(scene.database).transact((transaction) => transaction.say([sentence]));
}

describe("the council's pages", () => {
  it("tell of a notice which groups have it", async () => {
    expect(await get("/affairs/notice/1", "patrol")).toMatch(
      /停水[\s\S]*1 个群，已送到 1 个[\s\S]*葵花里小区居民群<\/span> <b class="">已送到/,
    );
  });

  it("give each only the orders that are theirs", async () => {
    expect(await get("/affairs/notice/1", "secretary")).toContain('value="cancel"');
    expect(await get("/affairs/notice/1", "gridWorker")).not.toContain('value="cancel"');
    const refused = await board.post("/affairs/notice/1", as("gridWorker"), { verb: "cancel", text: "不想发" });
    expect(refused.text).toContain("现在不能这样做");
    expect(await createShelf(scene.database).affair("notice", 1)).toMatchObject({ stage: "posted" });
  });

  it("begin something with the words of the chat, show the draft, and say nothing before it is confirmed", async () => {
    const text = "葵花里小区 后天下午2点到4点停电";
    const begun = await board.post("/affairs/new", as("secretary"), { word: "通知", text });
    expect(begun.location).toBe("/affairs/notice/2");
    await scene.pass(60_000);
    expect(scene.heard("葵花里小区居民群").join()).not.toContain("停电");
    const going = await board.post("/affairs/notice/2", as("secretary"), { verb: "confirm" });
    expect(going.text).toMatch(/role="status">[^<]*【通知2】/);
    await scene.pass(60_000);
    expect(scene.heard("葵花里小区居民群").join()).toContain("停电");
    // Whoever reads the answer on the page need not read it in chat too.
    expect(scene.heard("dm:社区书记孟岚").join()).not.toContain("正在发");
  });

  it("say what they do not understand", async () => {
    const begun = await board.post("/affairs/new", as("secretary"), { word: "会议", text: "随便" });
    expect([begun.status, begun.text.includes('role="status"'), begun.text.includes("随便</textarea>")]).toEqual([
      200,
      true,
      true,
    ]);
    expect((await board.post("/affairs/meeting/1", as("secretary"), { verb: "correct", text: "改天" })).text).toContain(
      "told bad",
    );
  });
});

describe("households' consent", () => {
  it("is drawn by unit and floor, in words too", async () => {
    const text = await get("/consent/1", "gridWorker");
    expect(text).toMatch(/class="home agreed"><a href="#home-6-1-101"><b>101<\/b><span>✓ 同意/);
    expect(text).toMatch(/class="home refused"><a href="#home-6-1-201"><b>201<\/b><span>✗ 不同意/);
    expect(text.indexOf("4层")).toBeLessThan(text.indexOf("1层"));
    expect(text).toMatch(/不同意：担心挡光[\s\S]*走访：已解释采光方案/);
  });

  it("is written down from the form as from chat, for households on the list", async () => {
    const noted = await board.post("/consent/1", as("gridWorker"), { verb: "word", home: "6-1-202", heard: "agreed", text: "" });
    expect(noted.text).toMatch(/home agreed"><a href="#home-6-1-202"/);
    const none = await board.post("/consent/1", as("gridWorker"), { verb: "word", home: "9-9-909", heard: "agreed", text: "" });
    expect(none.text).toMatch(/role="status">[^<]*9-9-909/);
    const odd = await board.post("/consent/1", as("gridWorker"), { verb: "word", home: "哪一户", heard: "agreed" });
    expect(odd.text).toContain("told bad");
    const two = await board.post("/consent/1", as("gridWorker"), {
      verb: "word",
      home: "6-1-301",
      heard: "refused",
      text: "怕吵；6-1-302 同意",
    });
    expect(two.text).toMatch(/home open"><a href="#home-6-1-302"/);
  });
});

describe("the outbox", () => {
  it("lets a person decide about what was held, and writes down who", async () => {
    const queue = createQueue(scene.database);
    await say({ key: "held", to: { room: "葵花里小区居民群" }, ticket: 1 });
    const ids = (await queue.listed("waiting", 50)).filter(({ key }) => key === "held").map(({ id }) => id);
    await queue.hold(ids, "the process ended while saying it");
    expect(await get("/outbox", "gridLead")).toMatch(/没说成[\s\S]*已记为 #1（楼道灯坏了）[\s\S]*正在说的时候程序停了/);
    const done = await board.post("/outbox", as("gridLead"), { ids: String(ids[0]), as: "said" });
    expect(done.text).toContain("记为已经说过");
    expect((await board.post("/outbox", as("secretary"), { ids: String(ids[0]), as: "again" })).text).toContain("已经有人处理了");
    expect((await queue.tended(ids.slice(0, 1)))[0]).toMatchObject({ state: "said", handledBy: "网格长沈洁" });
  });

  it("leaves to the secretary what is about a quarrel, and shows nobody its words", async () => {
    const queue = createQueue(scene.database);
    await say({ key: "quarrel", to: { person: { id: "p9", alias: "4-1-101 冯先生" } }, ticket: 2 });
    const ids = (await queue.listed("waiting", 50)).filter(({ key }) => key === "quarrel").map(({ id }) => id);
    await queue.hold(ids, "no known account");
    for (const who of ["secretary", "gridLead"] as const) {
      const text = await get("/outbox", who);
      expect(text).toContain("只给本人看的话");
      expect(text).not.toMatch(/冯先生|#2/);
    }
    expect((await board.post("/outbox", as("gridLead"), { ids: String(ids[0]), as: "dropped" })).status).toBe(404);
    expect((await board.post("/outbox", as("secretary"), { ids: String(ids[0]), as: "dropped" })).text).toContain("不说了");
  });

  it("shows nobody the words of a one-time link", async () => {
    await scene.says("社区书记孟岚", "private", "绑定码 罗强");
    await scene.pass(60_000);
    expect(await get("/outbox", "gridLead")).not.toMatch(/验证码是|绑定 \d{6}/);
    expect(await get("/outbox", "secretary")).not.toMatch(/验证码是|绑定 \d{6}/);
  });
});

describe("a meeting, when it is held", () => {
  it("tell of a meeting who comes, what about, and whether they may decide", async () => {
    const { post } = board;
    expect(await get("/affairs/meeting/1", "secretary")).not.toContain('value="came"');
    expect(await get("/affairs/meeting/1", "gridWorker")).toMatch(/停车棚改造[\s\S]*报名 2 人[\s\S]*5-2-101 小何/);
    await scene.pass(at("2026-09-23T20:00") - scene.now());
    await halls.signInAgain("secretary");
    await post("/affairs/meeting/1", as("secretary"), { verb: "entitled", text: "30" });
    const came = await post("/affairs/meeting/1", as("secretary"), { verb: "came", text: "12" });
    expect(came.text).toContain("不够，不能形成决议（实到 12 / 应到 30）");
    await post("/affairs/meeting/1", as("secretary"), { verb: "came", text: "20" });
    const decided = await post("/affairs/meeting/1", as("secretary"), { verb: "resolve", text: "停车棚改造，由葵花里物业办" });
    const ticket = /停车棚改造，由葵花里物业办 <a href="\/tickets\/(\d+)"/.exec(decided.text)?.[1];
    expect(Number(ticket)).toBeGreaterThan(4);
    expect(decided.text).toContain("够了（实到 20 / 应到 30）");
  });

  it("do the same form once", async () => {
    const fields = { verb: "minute", text: "物业表示月底前完工", once: "a".repeat(43) };
    await board.post("/affairs/meeting/1", as("secretary"), fields);
    expect((await board.post("/affairs/meeting/1", as("secretary"), fields)).text).toContain("已经办过了");
    expect(await createShelf(scene.database).affair("meeting", 1)).toMatchObject({ minutes: ["物业表示月底前完工"] });
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createQueue } from "../store/queue.ts";
import { createRegister } from "../store/register.ts";
import { createShelf } from "../store/shelf.ts";
import type { Sentence } from "../tickets/saying/sentence.ts";
import { type BoardScene, openBoard } from "./board-scene.ts";
import { at } from "./house.ts";
import { liveThere } from "./lived-in.ts";
import { openScene, type Scene } from "./scene.ts";

const PEOPLE = {
  secretary: "孟岚",
  gridLead: "沈洁",
  gridWorker: "罗强",
  patrol: "韩江",
  mediator: "田静",
  unit: "周伟",
  propertyManager: "贺经理",
  volunteer: "石磊",
} as const;
type Who = keyof typeof PEOPLE;

const STAFF: readonly Who[] = ["secretary", "gridLead", "gridWorker", "patrol", "mediator"];
const WALKERS: readonly Who[] = ["secretary", "gridLead", "gridWorker", "mediator"];
const BEGINNERS: readonly Who[] = ["secretary", "gridLead", "gridWorker"];

/** Who sees which page; whoever is not named is told that it is not there, and strangers are shown the way in. */
const PAGES: readonly (readonly [path: string, who: readonly Who[]])[] = [
  ["/affairs", STAFF],
  ["/affairs?kind=vote", STAFF],
  ["/affairs/notice/1", STAFF],
  ["/affairs/meeting/1", STAFF],
  ["/affairs/vote/1", STAFF],
  ["/affairs/survey/1", STAFF],
  ["/affairs/notice/99", []],
  ["/affairs/project/1", []],
  ["/affairs/new", BEGINNERS],
  ["/consent", WALKERS],
  ["/consent/1", WALKERS],
  ["/consent/99", []],
  ["/calendar", STAFF],
  ["/calendar?days=30", STAFF],
  ["/lists", [...STAFF, "unit", "propertyManager"]],
  ["/people", STAFF],
  ["/outbox", ["secretary", "gridLead"]],
  ["/outbox/1/picture", []],
];

let scene: Scene;
let board: BoardScene;
const cookies = new Map<Who, string>();
const as = (who: Who): string => cookies.get(who) ?? "";
const get = async (path: string, who: Who) => (await board.get(path, as(who))).text;

beforeAll(async () => {
  scene = await openScene({ start: at("2026-09-14T09:00") });
  await liveThere(scene);
  board = openBoard(scene);
  for (const [who, name] of Object.entries(PEOPLE)) cookies.set(who as Who, await board.signIn(name));
}, 60_000);
afterAll(() => scene.close());

/** Queues a sentence. */
function say(rest: Pick<Sentence, "key" | "to" | "ticket">): Promise<void> {
  const fill = { number: 1, what: "楼道灯坏了", handler: "网格员罗强" };
  const sentence = { wording: "received", fill, purpose: "answer", urgent: false, dueAt: scene.now(), ...rest } as const;
  return createRegister(scene.database).transact((transaction) => transaction.say([sentence]));
}

describe("who sees which page", () => {
  it.each(PAGES)("%s", async (path, who) => {
    for (const one of Object.keys(PEOPLE) as Who[]) {
      const { status } = await board.get(path, as(one));
      expect([one, status]).toEqual([one, who.includes(one) ? 200 : 404]);
    }
    expect((await board.get(path)).status).toBe(303);
  });

  it("anybody may read the wish wall", async () => {
    expect((await board.get("/wishes")).status).toBe(200);
  });

  it("each page links only to what its reader may open", async () => {
    for (const one of Object.keys(PEOPLE) as Who[]) {
      const nav = /<nav aria-label="看板">([\s\S]*?)<\/nav>/.exec(await get("/tickets", one))?.[1] ?? "";
      for (const [, path = ""] of nav.matchAll(/href="([^"]+)"/g))
        expect([one, path, (await board.get(path, as(one))).status]).toEqual([one, path, 200]);
    }
  });

  it("no order is taken from whoever may not see the page, nor without the page's own token", async () => {
    for (const [path, who] of [
      ["/outbox", "gridWorker"],
      ["/people", "gridLead"],
      ["/affairs/notice/1", "unit"],
      ["/affairs/new", "mediator"],
      ["/consent/1", "patrol"],
    ] as const)
      expect([path, (await board.post(path, as(who), { verb: "confirm", ids: "1", as: "again", name: "孟岚" })).status]).toEqual([
        path,
        404,
      ]);
    for (const path of ["/outbox", "/people", "/affairs/notice/1", "/affairs/new", "/consent/1"])
      expect((await board.post(path, as("secretary"), { csrf: "guessed" })).status).toBe(403);
  });
});

describe("what no page tells", () => {
  it("is anything of a quarrel", async () => {
    for (const [path, who] of PAGES)
      for (const one of who)
        expect([path, one, /拖桌子|骂人|冯先生|4-1-101/.test(await get(path, one))]).toEqual([path, one, false]);
    expect((await board.get("/wishes")).text).not.toMatch(/拖桌子|冯先生/);
  });

  it("is a resident's opinion, and who it was", async () => {
    for (const path of ["/affairs", "/affairs/vote/1", "/outbox"]) expect(await get(path, "secretary")).not.toMatch(/怕起火/);
    expect(await get("/affairs/vote/1", "secretary")).toContain("1 条");
  });

  it("weighs 60 kB", async () => {
    for (const [path, who] of PAGES)
      for (const one of who.slice(0, 1)) expect([path, (await get(path, one)).length * 2 < 60_000]).toEqual([path, true]);
  });
});

describe("the wish wall", () => {
  it("shows published words and where each wish stands, and neither name nor place", async () => {
    const { text } = await board.get("/wishes");
    expect(text).toMatch(/书桌[\s\S]*/);
    expect(text).toMatch(/class="open"><b>1<\/b>待认领[\s\S]*class="claimed"><b>1<\/b>已认领[\s\S]*class="done"><b>0<\/b>已实现/);
    expect(text).not.toMatch(/柳奶奶|吴大爷|4-3-101|4-2-201|葵花里小区|乔老师/);
  });
});

describe("the three lists", () => {
  it("tell a unit what is needed without saying who, and show staff everything", async () => {
    const unit = await get("/lists", "unit");
    expect(unit).toContain("一位老人想要一副老花镜");
    expect(unit).toContain("可以免费检查老旧线路");
    expect(unit).toContain("楼道灯坏了");
    expect(unit).not.toMatch(/吴大爷|柳奶奶|王阿姨|乔老师/);
    const other = await get("/lists", "propertyManager");
    expect(other).not.toContain("楼道灯坏了");
    expect(await get("/lists", "gridLead")).toMatch(/项目清单[\s\S]*县第二中学/);
  });
});

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

describe("people and groups", () => {
  it("tell whose account is known and which groups the account is in", async () => {
    const text = await get("/people", "patrol");
    expect(text).toContain("10 人".replace("10", String(text.match(/✓ 已绑定|✗ 没绑定/g)?.length ?? 0)));
    expect(text).toMatch(/网格工作群[\s\S]*✓ 在群里/);
    expect(text).not.toContain("绑定码");
  });

  it("let the secretary make a code that binds", async () => {
    const { text } = await board.post("/people", as("secretary"), { name: "罗强" });
    const code = /绑定码是 (\d{6})/.exec(text)?.[1];
    await scene.says("新手机罗强", "private", `绑定 ${code}`);
    await scene.pass(60_000);
    expect(scene.heard("dm:新手机罗强").join()).toContain("认得您了");
  });
});

describe("the calendar", () => {
  it("shows each day with what will be said", async () => {
    const text = await get("/calendar", "gridWorker");
    expect(text.match(/<th scope="row">/g)).toHaveLength(7);
    expect(text).toMatch(/<b>\d{1,2}:\d\d /);
    expect((await get("/calendar?days=30", "gridWorker")).match(/<th scope="row">/g)).toHaveLength(30);
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
    cookies.set("secretary", await board.signIn(PEOPLE.secretary));
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

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Halls, openHalls, PEOPLE, type Who } from "./open-halls.ts";

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

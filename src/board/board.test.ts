import { describe, expect, it } from "vitest";
import { lamp, partsIn, sandboxBoard } from "./board.fixture.ts";
import { createBoard } from "./board.ts";
import { loadPageFiles } from "./shell/page-files.ts";

const QUARREL = { ...lamp, number: 7, kind: "dispute", summary: "楼上楼下吵架" };

describe("the sandbox page", () => {
  it("shows a name with markup in it as text", async () => {
    const page = await (await sandboxBoard().board.request("/")).text();
    expect(page).toContain("葵花里&lt;script&gt;alert(1)&lt;/script&gt;社区");
    expect(page).not.toContain("<script>alert");
  });

  it("weighs less than 60 kB with everything it loads", async () => {
    const page = await (await sandboxBoard().board.request("/")).text();
    const files = loadPageFiles();
    const loaded = new Map([["/", page]]);
    // What is put in on the way is looked at in its turn: scripts import others.
    for (const text of loaded.values())
      for (const [, name = ""] of text.matchAll(/(?:"\/page\/|from "\.\/)([a-z.]+)"/g))
        loaded.set(name, files.get(name)?.text ?? "");
    expect([...loaded.keys()]).toEqual(expect.arrayContaining(["sandbox.js", "steps.js", "chain.js", "narrow.css", "icon.svg"]));
    expect([...loaded.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)).toBeLessThan(60_000);
  });

  it("loads nothing from elsewhere and runs nothing inline", async () => {
    const { board } = sandboxBoard();
    const answer = await board.request("/");
    const page = await answer.text();
    expect(answer.headers.get("content-security-policy")).toMatch(/default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(page).not.toMatch(/https?:|style=|\son[a-z]+=|<script(?! type="module" src="\/page\/)/);
    for (const [, path = ""] of page.matchAll(/(?:src|href)="(\/[^"]+)"/g))
      expect([path, (await board.request(path)).status]).toEqual([path, 200]);
  });

  it("shows the pictures that the bot showed", async () => {
    const answer = await sandboxBoard().board.request("/photo/week.png");
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(Uint8Array.of(0x89, 0x50));
  });

  it("gives out no other file than the page's own", async () => {
    const { board } = sandboxBoard();
    for (const path of ["/page/board.ts", "/page/..%2fboard.ts", "/page/%2e%2e/board.ts", "/photo/..%2fboard.ts", "/nothing"]) {
      expect((await board.request(path)).status).toBe(404);
    }
  });
});

describe("the channel's page", () => {
  it("shows the code to scan as a picture", async () => {
    const page = await (
      await createBoard(partsIn({ state: "scan", qr: "https://login.weixin.qq.com/l/<abc>" })).request("/")
    ).text();
    expect(page).toContain("请用小格的微信扫码登录");
    expect(page).toMatch(/<svg[^>]*>.*<path/);
    expect(page).not.toContain("login.weixin.qq.com");
  });

  it("says in plain words since when and why nothing is heard", async () => {
    const reason = "14 UNAVAILABLE: <no> connection";
    const page = await (await createBoard(partsIn({ state: "offline", since: 0, reason })).request("/")).text();
    expect(page).toContain("掉线了");
    expect(page).toContain("今天12:00</time>起收不到消息：连不上微信的接入服务");
    expect(page).toContain("&lt;no&gt;");
  });

  it("tells an open matter's number, step and time, and nothing else of it", async () => {
    const parts = partsIn({ state: "online", self: { id: "x", name: "小格<i>" }, since: 0 }, [
      lamp,
      QUARREL,
      { ...lamp, number: 2, state: "closed" },
    ]);
    const page = await (await createBoard(parts).request("/")).text();
    expect(page).toContain("在办 1 件");
    expect(page).toMatch(/#1<\/h3>.*aria-current="step">报到.*今天12:00前/s);
    expect(page).not.toMatch(/#7|#2<|楼道灯|王阿姨|罗强|<i>/);
  });

  it("has no chat to speak in", async () => {
    const answer = await createBoard(partsIn({ state: "starting" })).request("/say", { method: "POST", body: "{}" });
    expect(answer.status).toBe(404);
  });
});

describe("who may ask", () => {
  it("answers health checks by any name", async () => {
    const answer = await createBoard(partsIn({ state: "starting" })).request("http://10.0.0.7/healthz");
    expect(await answer.json()).toEqual({ ok: true, channel: "starting" });
  });

  it.each(["http://localhost:3000/", "http://127.0.0.1/", "http://[::1]:3000/", "http://board.example:8443/"])(
    "answers at %s",
    async (url) => {
      expect((await sandboxBoard().board.request(url)).status).toBe(200);
    },
  );

  it.each([
    "http://evil.example/",
    "http://127.0.0.1.evil.example/",
    "http://board.example/",
    "http://localhost.evil.example:3000/events",
  ])("does not answer at %s", async (url) => {
    expect((await sandboxBoard().board.request(url)).status).toBe(403);
  });
});

import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowser, openBrowser, picture } from "./browser.ts";
import { people } from "./house.ts";
import { liveOn } from "./live-on.ts";
import { type OpenBoard, openBoard } from "./open-board.ts";

if (noBrowser !== undefined) console.warn(`board pages: not tried, ${noBrowser}`);

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const SIZES = [
  [360, 740],
  [1440, 900],
] as const;
const ROLES = {
  secretary: "孟岚",
  lead: "沈洁",
  worker: "罗强",
  mediator: "田静",
  patrol: "韩江",
  unit: "周伟",
  volunteer: "石磊",
} as const;

describe.skipIf(noBrowser !== undefined)("the board's pages in a real browser", () => {
  let open: OpenBoard;
  let server: Server;
  let browser: Browser;
  let address = "";
  const complaints: string[] = [];

  beforeAll(async () => {
    open = await openBoard();
    await liveOn(open);
    browser = await openBrowser();
    server = await new Promise<Server>((started) => {
      const listening = serve({ fetch: open.board.fetch, port: 0, hostname: "127.0.0.1" }, (info: AddressInfo) => {
        address = `http://127.0.0.1:${info.port}`;
        started(listening as Server);
      });
    });
  });
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await open.close();
  });

  async function visit(person: string): Promise<BrowserContext> {
    const context = await browser.newContext({ baseURL: address });
    const [name = "", value = ""] = (await open.visitor(person)).cookie.split("=");
    await context.addCookies([{ name, value, url: address }]);
    return context;
  }

  function listen(page: Page): Page {
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
    return page;
  }

  /** No wider than the screen, and nothing that axe calls serious. */
  async function isSound(page: Page, name: string): Promise<void> {
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      expect([name, width, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([name, width, width]);
      await page.evaluate(AXE);
      const found = await page.evaluate<readonly { id: string; impact: string; nodes: readonly { html: string }[] }[]>(
        "axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => ({ html })) })))",
      );
      expect(found.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
    }
  }

  it.each(Object.entries(ROLES))(
    "%s reads the overview, the list and a ticket on a phone and on a desk",
    async (role, person) => {
      const context = await visit(person);
      const page = listen(await context.newPage());
      for (const [name, path] of [
        ["overview", "/overview"],
        ["tickets", "/tickets"],
        ["search", "/tickets?state=all&kind=demand&q=不亮"],
      ] as const) {
        expect((await page.goto(path))?.status()).toBe(200);
        await isSound(page, `${role} ${name}`);
        await picture(page, `${role}-${name}`);
      }
      await page.goto("/tickets");
      const first = page.locator(".rows a").first();
      if ((await first.count()) > 0) {
        await first.click();
        await page.locator("h1").waitFor();
        await isSound(page, `${role} ticket`);
        await picture(page, `${role}-ticket`);
      }
      await context.close();
    },
  );

  it("comes in by the link with one press, and goes out again", async () => {
    const page = listen(await browser.newPage({ baseURL: address }));
    await page.goto(`/in/${await open.token("孟岚")}`);
    await isSound(page, "enter");
    await picture(page, "enter");
    await page.getByRole("button", { name: "进入看板" }).click();
    await page.getByRole("heading", { name: "总览" }).waitFor();
    await page.getByRole("button", { name: "退出" }).click();
    await page.getByText("没有账号和密码").waitFor();
    await isSound(page, "sign-in");
    await picture(page, "sign-in");
    await page.close();
  });

  it("does an order by keyboard alone, and another window shows it within a second", async () => {
    const number = await open.reports({ says: "3号楼门口的灯不亮", place: { estate: "葵花里小区", building: "5" } });
    const [worker, secretary] = await Promise.all([visit("罗强"), visit("孟岚")]);
    const [own, other] = await Promise.all([worker.newPage(), secretary.newPage()]);
    await other.goto(`/tickets/${number}`);
    await other.locator(".steps .now", { hasText: "吹哨" }).waitFor();
    // The stream is open when the page has been told once.
    await other.waitForFunction("performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/page/board.js'))");
    await own.goto(`/tickets/${number}`);
    await own.locator("summary", { hasText: "确认接手" }).focus();
    await own.keyboard.press("Enter");
    await picture(own, "ticket-open-order");
    await own.keyboard.press("Tab");
    await own.keyboard.press("Tab");
    await own.keyboard.press("Enter");
    await own.getByText("已办：确认接手").waitFor();
    await other.locator(".steps .now", { hasText: "报到" }).waitFor({ timeout: 1_000 });
    await Promise.all([worker.close(), secretary.close()]);
  });

  it("works without a script: list, filter, order, refusal", async () => {
    const number = await open.reports({ says: "5号楼顶楼的灯闪" });
    const context = await browser.newContext({ baseURL: address, javaScriptEnabled: false });
    const [name = "", value = ""] = (await open.visitor("罗强")).cookie.split("=");
    await context.addCookies([{ name, value, url: address }]);
    const page = await context.newPage();
    await page.goto("/tickets");
    await page.getByLabel("编号或几个字").fill("顶楼");
    await page.getByRole("button", { name: "查找" }).click();
    await page.locator(".rows a", { hasText: "顶楼的灯闪" }).click();
    await page.locator("summary", { hasText: "延期" }).click();
    await page.getByLabel("几个工作日（1 到 30）").fill("3");
    await page.locator("details[open] textarea").fill("等配件");
    await page.locator("details[open]").getByRole("button").click();
    await page.getByText("已办：延期").waitFor();
    await page.locator("summary", { hasText: "合并" }).click();
    await page.getByLabel("并到哪一件（编号）").fill("9999");
    await page.locator("details[open]").getByRole("button").click();
    await page.getByRole("alert").getByText("没有办成").waitFor();
    await picture(page, "ticket-refused");
    expect(page.url()).toBe(`${address}/tickets/${number}`);
    await context.close();
  });

  it("shows a resident their matter, and takes their mark with one press", async () => {
    const number = await open.reports({ says: "5号楼楼道灯不亮" });
    const page = listen(await browser.newPage({ baseURL: address }));
    const token = await open.parts.trackLinks.keep({ ticket: number, person: people.resident.id }, open.parts.door.newToken());
    await page.goto(`/t/${token}`);
    await isSound(page, "track");
    await picture(page, "track");
    await open.does(number, { verb: "finish", by: people.worker, text: "灯泡换好了，开关也换了新的" });
    await page.reload();
    await isSound(page, "track done");
    await picture(page, "track-done");
    await page.getByRole("button", { name: "满意", exact: true }).click();
    await page.getByText("谢谢您，记下了").waitFor();
    await picture(page, "track-rated");
    await page.goto("/t/nothing").then((answer) => expect(answer?.status()).toBe(404));
    await isSound(page, "not found");
    await picture(page, "not-found");
    await page.close();
  });

  it("prints a ticket without what can only be pressed", async () => {
    const context = await visit("孟岚");
    const page = await context.newPage();
    await page.goto("/tickets/1");
    await page.emulateMedia({ media: "print" });
    for (const hidden of [".orders", ".bar nav", ".me"]) expect(await page.locator(hidden).first().isVisible()).toBe(false);
    expect(await page.locator(".history").isVisible()).toBe(true);
    await context.close();
  });

  it("complains of nothing in the browser's console", () => {
    expect(complaints.filter((line) => !/404|410/.test(line))).toEqual([]);
  });
});

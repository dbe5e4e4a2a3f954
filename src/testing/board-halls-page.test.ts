import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BoardScene, openBoard } from "./board-scene.ts";
import { noBrowser, openBrowser, picture } from "./browser.ts";
import { at } from "./house.ts";
import { liveThere } from "./lived-in.ts";
import { PEOPLE } from "./open-halls.ts";
import { openScene, type Scene } from "./scene.ts";

if (noBrowser !== undefined) console.warn(`the board's pages: not tried, ${noBrowser}`);

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const PAGES = [
  ["affairs", "/affairs"],
  ["notice", "/affairs/notice/1"],
  ["meeting", "/affairs/meeting/1"],
  ["vote", "/affairs/vote/1"],
  ["survey", "/affairs/survey/1"],
  ["begin", "/affairs/new"],
  ["consent", "/consent"],
  ["project", "/consent/1"],
  ["calendar", "/calendar"],
  ["month", "/calendar?days=30"],
  ["lists", "/lists"],
  ["wishes", "/wishes"],
  ["people", "/people"],
  ["outbox", "/outbox"],
] as const;

describe.skipIf(noBrowser !== undefined)("the board's pages in a real browser", () => {
  let scene: Scene;
  let board: BoardScene;
  let browser: Browser;
  let page: Page;
  const server = createAdaptorServer({ fetch: (request) => board.board.fetch(request) });
  const complaints: string[] = [];

  beforeAll(async () => {
    scene = await openScene({ start: at("2026-09-14T09:00"), settings: { SAY_BY_HAND: "false" } });
    await liveThere(scene);
    // From here on the account may not speak: what the last line brings is said by hand.
    board = openBoard(scene, { SAY_BY_HAND: "true" });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    browser = await openBrowser();
    page = await visit(PEOPLE.secretary);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    server.close();
    await scene.close();
  });

  /** A browser in which this person is signed in. */
  async function visit(person: string): Promise<Page> {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const context = await browser.newContext({ baseURL: url, permissions: ["clipboard-read", "clipboard-write"] });
    const [name = "", value = ""] = (await board.signIn(person)).split("=");
    await context.addCookies([{ name, value, url }]);
    const own = await context.newPage();
    own.on("pageerror", (error) => complaints.push(error.message));
    own.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
    return own;
  }

  it.each(PAGES)("%s is accessible, light, and no wider than a phone", async (name, path) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(path, { waitUntil: "load" });
    expect(await weigh(page)).toBeLessThan(60_000);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    expect(await violations(page)).toEqual([]);
    await picture(page, `halls-${name}`);
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await violations(page)).toEqual([]);
  });

  it.each(Object.entries(PEOPLE).filter(([role]) => role !== "secretary"))(
    "what a %s may see is accessible, light, and no wider than a phone",
    async (role, person) => {
      const own = await visit(person);
      await own.setViewportSize({ width: 360, height: 740 });
      const seen: string[] = [];
      for (const [name, path] of PAGES) {
        if ((await own.request.get(path)).status() !== 200) continue;
        await own.goto(path, { waitUntil: "load" });
        expect([name, await weigh(own)]).toEqual([name, expect.toSatisfy((bytes: number) => bytes < 60_000)]);
        expect([name, await own.evaluate("document.documentElement.scrollWidth")]).toEqual([name, 360]);
        expect([name, await violations(own)]).toEqual([name, []]);
        await picture(own, `halls-${role}-${name}`);
        seen.push(name);
      }
      expect(seen).toContain("wishes");
      await own.context().close();
    },
    60_000,
  );

  it("the tool sees what is wrong", async () => {
    await page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<input name=nameless>')");
    expect((await violations(page)).join()).toContain("label:");
  });

  it("a secretary confirms, by the keyboard alone, what was drafted", async () => {
    await page.goto("/affairs/new");
    await page.getByLabel("怎么说").fill("葵花里小区 后天下午2点到4点停电");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "通知2" }).waitFor();
    await page.getByRole("button", { name: "确认发布" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "通知2" }).waitFor();
    await page.getByText("已发布").waitFor();
  });

  it("what is due is copied, sent by hand and ticked off", async () => {
    await page.goto("/outbox");
    const draft = page.locator(".drafts li").first();
    await draft.getByRole("button", { name: "复制" }).click();
    await draft.getByRole("button", { name: "已复制" }).waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(await draft.locator(".words").textContent());
    await picture(page, "halls-drafts");
    await draft.getByRole("button", { name: "已发" }).click();
    await page.getByRole("status").filter({ hasText: "记为已发" }).waitFor();
    await page.getByText("还没有说过话").waitFor({ state: "detached" });
    expect(await page.locator(".said-last li").first().textContent()).toContain("社区书记孟岚");
  });

  it("complains of nothing", () => {
    expect(complaints).toEqual([]);
  });
});

/** What a page and everything it loads weigh, in bytes of text. */
async function weigh(page: Page): Promise<number> {
  const loaded = await page.evaluate(
    "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/page/'))",
  );
  const paths = [page.url(), ...(loaded as readonly string[])];
  const sizes = await Promise.all(paths.map(async (path) => (await (await page.request.get(path)).body()).length));
  return sizes.reduce((sum, one) => sum + one, 0);
}

/** Serious findings of axe on this page. */
async function violations(page: Page): Promise<readonly string[]> {
  // The page's own policy forbids foreign scripts; the tool comes in by the debugger, as a person's tool would.
  await page.evaluate(readFileSync(AXE, "utf8"));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const found = await axe.run();
    return found.violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  });
}

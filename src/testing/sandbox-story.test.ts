import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowser, openBrowser, picture } from "./browser.ts";
import { serveSandbox } from "./serve-sandbox.ts";

if (noBrowser !== undefined) console.warn(`sandbox story: not tried, ${noBrowser}`);

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const GROUP = "葵花里小区居民群";
const STAFF = "网格工作群";
const AUNT = "dm:5-1-302 王阿姨";
const SECRETARY = "dm:社区书记孟岚";
const QUIET = "dm:3-2-501 李女士";

/** What the bot says in which chat, step by step. */
const STORY: readonly { readonly button: string; readonly said: readonly (readonly [string, RegExp])[] }[] = [
  {
    button: "当王阿姨，在群里说灯坏了",
    said: [
      [GROUP, /^@5-1-302 王阿姨\s收到，已记为 #1/],
      [STAFF, /^@网格员罗强\s#1[\s\S]*回“确认”/],
    ],
  },
  { button: "当邻居孙阿姨，说“我家也是”", said: [["dm:5-1-502 孙阿姨", /已加到 #1.*办好一并告诉您/]] },
  {
    button: "当网格员，在工作群回“确认”",
    said: [
      [AUNT, /#1.*网格员罗强已接手，最晚.*前办好/],
      [STAFF, /#1 记下了/],
    ],
  },
  { button: "让时间快进一天", said: [[STAFF, /该去巡查了/]] },
  {
    button: "当网格员，回“办结”",
    said: [
      [AUNT, /#1.*办好了：灯泡换好了。您满意吗/],
      ["dm:5-1-502 孙阿姨", /灯泡换好了/],
    ],
  },
  { button: "当王阿姨，私聊回“满意”", said: [[AUNT, /谢谢您，#1 的评价记下了/]] },
  {
    button: "当李女士，私聊说邻里矛盾",
    said: [
      [QUIET, /已记为 #2，只有调解员田静和社区书记看得到/],
      ["dm:调解员田静", /#2.*麻将/],
    ],
  },
  {
    button: "当书记，私聊写一条停水通知",
    said: [[SECRETARY, /【通知1】预览，会发到：葵花里小区居民群[\s\S]*（周.）上午9点到11点停水/]],
  },
  { button: "当书记，回“确认”", said: [[GROUP, /^【通知1】5号楼：.*停水/]] },
  {
    button: "书记约议事会，两位邻居接龙",
    said: [
      [GROUP, /^【会议1】议事会[\s\S]*接龙/],
      [SECRETARY, /【会议1】议事会.*报名2人/],
    ],
  },
  { button: "快进到一周播报", said: [[GROUP, /【葵花里社区一周】[\s\S]*收到 1 件，办结 1 件/]] },
];

type Line = { readonly text: string; readonly isBot: boolean };

describe.skipIf(noBrowser !== undefined).each([
  [1440, 900],
  [360, 740],
])("the story of three minutes, from an empty sandbox, on a page %i wide", (width, height) => {
  let service: Awaited<ReturnType<typeof serveSandbox>>;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    service = await serveSandbox();
    browser = await openBrowser();
    page = await browser.newPage({ baseURL: service.url, viewport: { width, height } });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
    await page.goto("/");
    await page.locator(".column.open").waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  it("is told by one button, and the bot does its part in each chat", async () => {
    for (const [index, { button, said }] of STORY.entries()) {
      await page.getByRole("button", { name: button }).click();
      for (const [chat, pattern] of said)
        await expect.poll(() => botIn(chat), { timeout: 20_000, message: button }).toContainEqual(expect.stringMatching(pattern));
      await page.locator("#story-steps .done").nth(index).waitFor({ state: "attached" });
      expect(await page.locator("#story-look").textContent()).not.toContain("这里是练习用");
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      await picture(page, `story-${width}-${String(index + 1).padStart(2, "0")}`);
    }
    await page.getByRole("button", { name: "从头再看一遍" }).waitFor();
    expect(complaints).toEqual([]);
  }, 150_000);

  it("kept the quarrel out of every group, of the matters and of what happens next", async () => {
    for (const chat of [GROUP, STAFF, "槐荫巷小区居民群"]) expect((await botIn(chat)).join("\n")).not.toMatch(/麻将|#2/);
    expect(await page.locator("#matters").textContent()).not.toMatch(/麻将|#2/);
    expect(await page.locator("#ahead").textContent()).not.toMatch(/麻将|#2/);
  });

  it("can be left at any moment: it folds away, stays so after a reload, and one speaks freely", async () => {
    await page.getByRole("button", { name: "收起" }).click();
    await page.reload();
    await page.getByText("看完了").waitFor();
    await expect.poll(() => page.locator("#story-look").textContent()).toMatch(/^一周播报。收到几件/);
    expect(await page.locator("#story-do").isVisible()).toBe(false);
    await page.getByLabel("说的话").fill("大家早上好");
    await page.keyboard.press("Enter");
    await page.locator(".row.own", { hasText: "大家早上好" }).waitFor();
  });

  it.skipIf(width < 760)(
    "is told anew in the same sandbox, through reloads, and counts the neighbours of the new meeting",
    async () => {
      await page.getByRole("button", { name: "展开" }).click();
      await page.getByRole("button", { name: "从头再看一遍" }).click();
      await stands(0, "这里是练习用");
      await page.locator("#story-do").click();
      await expect.poll(() => said(GROUP, "楼道灯坏了"), { timeout: 5_000 }).toBe(2);
      await page.reload();
      await stands(1, "居民说事。");
      expect(await said(GROUP, "楼道灯坏了")).toBe(2);
      for (let step = 2; step <= 10; step++) {
        await page.locator("#story-do").click();
        await page
          .locator("#story-steps .done")
          .nth(step - 1)
          .waitFor({ timeout: 30_000 });
        if (step === 3) await page.reload();
        if (step === 3) await stands(3, "网格员接手。");
      }
      expect((await botIn(SECRETARY)).at(-1)).toMatch(/^【会议2】议事会.*报名2人/);
      const group = (await linesOf(GROUP)).map(({ text }) => text);
      const called = group.findIndex((text) => /^【会议2】.*接龙/s.test(text));
      expect(group.slice(called).filter((text) => text.startsWith("#接龙\n会议2 "))).toHaveLength(2);
      expect(group.filter((text) => text.startsWith("#接龙\n"))).toHaveLength(4);
    },
    120_000,
  );

  it("has nothing that axe calls serious, and weighs less than 60 kB without pictures", async () => {
    if (width < 760) await page.getByRole("button", { name: "展开" }).click();
    for (const view of width < 760 ? ["群聊", "在办事项", "对话"] : [undefined]) {
      if (view !== undefined) await page.getByRole("navigation", { name: "切换" }).getByRole("button", { name: view }).click();
      await page.evaluate(AXE);
      const found = await page.evaluate<readonly { id: string; impact: string; nodes: readonly { html: string }[] }[]>(
        "axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => ({ html })) })))",
      );
      expect(found.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    }
    expect(await weight()).toBeLessThan(60_000);
  });

  /** The story's text and button agree on how many steps are done. */
  async function stands(done: number, text: string): Promise<void> {
    await page.getByText(`第 ${done + 1} 步`).waitFor();
    await page.getByRole("button", { name: STORY[done]?.button ?? "" }).waitFor();
    await expect.poll(() => page.locator("#story-look").textContent(), { timeout: 1_000 }).toMatch(new RegExp(`^${text}`));
  }

  async function linesOf(chat: string): Promise<readonly Line[]> {
    return await page.evaluate(`import("/page/desk.js").then(({ linesOf }) => linesOf(${JSON.stringify(chat)}))`);
  }

  async function botIn(chat: string): Promise<readonly string[]> {
    return (await linesOf(chat)).filter(({ isBot }) => isBot).map(({ text }) => text);
  }

  /** How often people said something. */
  async function said(chat: string, words: string): Promise<number> {
    return (await linesOf(chat)).filter(({ isBot, text }) => !isBot && text.includes(words)).length;
  }

  /** The page itself with its scripts, styles and its icon, in bytes. */
  async function weight(): Promise<number> {
    const loaded = await page.evaluate<readonly string[]>(
      "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/page/'))",
    );
    const sizes = await Promise.all(
      ["/", ...new Set(loaded)].map(async (path) => (await (await page.request.get(path)).body()).length),
    );
    return sizes.reduce((sum, one) => sum + one, 0);
  }
});

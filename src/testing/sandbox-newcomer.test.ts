import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowser, openBrowser, picture } from "./browser.ts";
import { serveSandbox } from "./serve-sandbox.ts";

if (noBrowser !== undefined) console.warn(`sandbox newcomer: not tried, ${noBrowser}`);

describe.skipIf(noBrowser !== undefined)("somebody new in the sandbox", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "xiaoge-kept-"));
  let service: Awaited<ReturnType<typeof serveSandbox>>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    service = await serveSandbox(dataDir);
    browser = await openBrowser();
    page = await browser.newPage({ baseURL: service.url, viewport: { width: 1440, height: 900 } });
    await page.goto("/");
    await page.locator(".column.open").waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("lets nobody in as the bot or under an endless name, and says why", async () => {
    await page.getByLabel("以谁的身份说话").selectOption("+");
    for (const [name, why] of [
      ["小格", "小格自己会说话"],
      ["W".repeat(200), "名字太长了"],
    ] as const) {
      await page.getByLabel("门牌号和称呼").fill(name);
      await page.keyboard.press("Enter");
      await page.getByRole("alert").getByText(why).waitFor();
    }
    await page.getByLabel("门牌号和称呼").fill("W".repeat(20));
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByLabel("以谁的身份说话").inputValue()).toBe("W".repeat(20));
    await picture(page, "6-long-name");
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    }
  });

  it("makes web addresses links, and nothing else", async () => {
    const address = "http://127.0.0.1:3000/track/a-b?x=1&y=<b>2";
    await say(`看板在${address}。别点 javascript:alert(1) 和 ftp://a.b/c`);
    const links = page.locator(".row.own .bubble").last().locator("a");
    expect(await links.count()).toBe(1);
    expect(await links.evaluate((link) => [link.textContent, ...["href", "rel"].map((name) => link.getAttribute(name))])).toEqual(
      [address, address, "noopener"],
    );
  });

  it("is told after a restart why the chats are empty", async () => {
    expect(await page.getByText("练习场重启过").count()).toBe(0);
    await page.getByLabel("以谁的身份说话").selectOption("5-1-302 王阿姨");
    await say("5号楼1单元楼道灯坏了，晚上上楼看不见");
    await page.locator(".matter").waitFor();
    await page.goto("about:blank");
    await service.stop();
    service = await serveSandbox(dataDir);
    await page.goto(service.url);
    const told = page.locator(".column.open .empty", { hasText: "练习场重启过：之前的聊天不再显示，事项都还在。" });
    await told.waitFor();
    expect(await page.locator(".matter").count()).toBe(1);
    await picture(page, "10-restarted");
    await say("大家早上好");
    await told.waitFor({ state: "detached" });
  });

  async function say(text: string): Promise<void> {
    await page.getByLabel("说的话").fill(text);
    await page.getByRole("button", { name: "发送" }).click();
    await page.locator(".row.own", { hasText: text }).last().waitFor();
  }
});

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowser, openBrowser, picture } from "./browser.ts";

if (noBrowser !== undefined) console.warn(`sandbox page: not tried, ${noBrowser}`);

const ROOT = new URL("../../", import.meta.url).pathname;
const AUNT = "5-1-302 王阿姨";
const WORKER = "网格员罗强";

describe.skipIf(noBrowser !== undefined)("the sandbox page in a real browser, on the real program", () => {
  let service: ChildProcess;
  let browser: Browser;
  let page: Page;
  const dataDir = mkdtempSync(join(tmpdir(), "xiaoge-page-"));
  const complaints: string[] = [];

  beforeAll(async () => {
    const environment = {
      ...process.env,
      BOARD_PORT: "0",
      DATA_DIR: dataDir,
      SANDBOX_HURRY: "true",
      REPORT_QUIET_SECONDS: "1",
      LOG_LEVEL: "error",
    };
    service = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "src/cli.ts", "serve"], {
      cwd: ROOT,
      env: environment,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const url = await addressOf(service);
    browser = await openBrowser();
    page = await browser.newPage({ baseURL: url, viewport: { width: 1440, height: 900 } });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
    await page.goto(url);
  });

  afterAll(async () => {
    await browser?.close();
    if (service?.exitCode === null) {
      service.kill("SIGTERM");
      await once(service, "exit");
    }
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("takes a resident's matter from the first word to the rating", async () => {
    await openChat("葵花里小区居民群");
    await speakAs(AUNT);
    await picture(page, "1-empty");
    await say("5号楼楼道灯坏了，晚上上楼看不见");
    await botSays(/收到.*#1/);
    await page.locator('.matter[data-number="1"]', { hasText: WORKER }).waitFor();
    await picture(page, "2-reported");

    await openChat("网格工作群");
    await speakAs(WORKER);
    await botSays(/#1[\s\S]*请在.*回“确认”/);
    await say("确认");
    await stepIs("报到");
    await page.locator(".row.bot", { hasText: "#1" }).last().getByRole("button", { name: "引用" }).click();
    await picture(page, "3-confirmed");
    await say("办结 灯泡换好了");
    await stepIs("反馈");

    await openChat("葵花里小区居民群");
    await speakAs(AUNT);
    await openChat("私聊小格");
    await botSays(/#1.*灯泡换好了.*满意吗/);
    await picture(page, "4-done");
    await say("满意");
    await botSays(/谢谢/);
    await stepIs("评价");
    await picture(page, "5-rated");
    expect(complaints).toEqual([]);
  });

  it("lets a new neighbour speak, show a photo and take a line back", async () => {
    await openChat("槐荫巷小区居民群");
    await page.getByLabel("以谁的身份说话").selectOption("+");
    await page.getByLabel("门牌号和称呼").fill("2-301 <b>吴</b>");
    await page.getByRole("button", { name: "就用这个身份" }).click();
    await page.getByLabel("照片").setInputFiles({
      name: "lamp.png",
      mimeType: "image/png",
      buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 30 } }),
    });
    await say("大家好，我刚搬来");
    await page.locator(".bubble img").waitFor();
    await page.waitForFunction("document.querySelector('.bubble img').naturalWidth === 40");
    await page.locator(".row.own", { hasText: "我刚搬来" }).getByRole("button", { name: "撤回" }).click();
    await page.getByText("您撤回了一句话").waitFor();
    await picture(page, "6-recalled");
    expect(await page.locator("#lines b").count()).toBe(0);
  });

  it("fits on a phone: try, tabs, and nothing wider than the screen", async () => {
    const phone = await browser.newPage({
      baseURL: page.url(),
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    await phone.goto("/");
    await phone.locator("#chat-name", { hasText: "居民群" }).waitFor();
    await picture(phone, "7-phone-first");
    await phone.getByRole("button", { name: /当居民报一件事/ }).tap();
    expect(await phone.getByLabel("说的话").inputValue()).toContain("楼道灯坏了");
    for (const [tab, part] of [
      ["群聊", "#chats"],
      ["在办事项", "#matters"],
      ["对话", "#lines"],
    ] as const) {
      await phone.getByRole("navigation", { name: "切换" }).getByRole("button", { name: tab }).tap();
      await phone.locator(part).waitFor();
      await picture(phone, `7-phone-${part.slice(1)}`);
      expect(await phone.evaluate("document.documentElement.scrollWidth")).toBe(360);
    }
    await phone.close();
  });

  it("says why when something cannot be sent, and shows what another window did", async () => {
    const other = await browser.newPage();
    await other.goto(page.url());
    await other.getByRole("button", { name: "葵花里小区居民群" }).click();
    await openChat("葵花里小区居民群");
    await say("今晚七点跳舞");
    await other.getByText("今晚七点跳舞").first().waitFor({ timeout: 1_000 });
    await other.close();
    const refused = await page.evaluate(async () => {
      const answer = await fetch("/say", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: '{"who":"a","chat":"无此群","text":"x"}',
      });
      return { status: answer.status, said: await answer.json() };
    });
    expect(refused).toEqual({ status: 400, said: { error: "没有这个群。" } });
  });

  async function openChat(name: string): Promise<void> {
    await page.locator("#chats").getByRole("button", { name }).first().click();
    await page.getByRole("heading", { name }).waitFor();
  }

  async function speakAs(alias: string): Promise<void> {
    await page.getByLabel("以谁的身份说话").selectOption(alias);
  }

  async function say(text: string): Promise<void> {
    await page.getByLabel("说的话").fill(text);
    await page.getByRole("button", { name: "发送" }).click();
    await page.locator(".row.own", { hasText: text }).last().waitFor();
  }

  async function botSays(pattern: RegExp): Promise<void> {
    await page.locator("#lines .row.bot .bubble", { hasText: pattern }).last().waitFor();
  }

  async function stepIs(step: string): Promise<void> {
    await page.locator(`.matter[data-number="1"][data-step="${step}"]`).waitFor();
  }
});

/** The address that the service prints once it can be visited. */
async function addressOf(service: ChildProcess): Promise<string> {
  if (service.stdout === null) throw new Error("the service has no output");
  for await (const line of createInterface({ input: service.stdout })) {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error("the service ended without an address");
}

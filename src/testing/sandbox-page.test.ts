import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowser, openBrowser, picture } from "./browser.ts";
import { serveSandbox } from "./serve-sandbox.ts";

if (noBrowser !== undefined) console.warn(`sandbox page: not tried, ${noBrowser}`);

const AUNT = "5-1-302 王阿姨";
const WORKER = "网格员罗强";

describe.skipIf(noBrowser !== undefined)("the sandbox page in a real browser, on the real program", () => {
  let service: Awaited<ReturnType<typeof serveSandbox>>;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    service = await serveSandbox();
    browser = await openBrowser();
    page = await browser.newPage({ baseURL: service.url, viewport: { width: 1440, height: 900 } });
    // Whatever does not come is named, before the test as a whole gives up.
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
    await page.goto("/");
  });

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
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
    await picture(page, "3-confirmed");
    await openChat("葵花里小区居民群");
    // A sentence in another column is answered there.
    await page.locator(".column", { hasText: "网格工作群" }).locator(".row.bot .bubble", { hasText: "请在" }).first().click();
    await page.locator("#quote", { hasText: /引用 小格：@网格员罗强\s#1/ }).waitFor();
    expect(await page.getByLabel("以谁的身份说话").inputValue()).toBe(WORKER);
    await say("办结 灯泡换好了");
    await stepIs("反馈");

    await openChat("葵花里小区居民群");
    await speakAs(AUNT);
    await page
      .locator(".column", { hasText: `私聊小格（${AUNT}）` })
      .getByText("满意吗")
      .waitFor();
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
    expect(await page.locator("#columns b").count()).toBe(0);
  });

  it("joins a 接龙 with one button, as WeChat reposts it", async () => {
    await openChat("槐荫巷小区居民群");
    await page.getByRole("button", { name: "接龙", exact: true }).click();
    await page.getByRole("button", { name: "发送" }).click();
    await page.locator(".row.own", { hasText: "1. 2-301" }).waitFor();
    await speakAs(AUNT);
    await page.getByRole("button", { name: "接龙", exact: true }).click();
    expect(await page.getByLabel("说的话").inputValue()).toMatch(/^#接龙\n.+\n\n1\. 2-301.*\n2\. 5-1-302 王阿姨$/);
    await page.getByLabel("说的话").fill("");
  });

  it("lets time pass by the keyboard alone, and shows what happens next", async () => {
    await openChat("网格工作群");
    await page.request.post("/sign-in", { form: { person: "罗强" }, headers: { origin: service.url } });
    const before = await page.locator("#now").textContent();
    await page.getByRole("button", { name: "+1 天" }).focus();
    await page.keyboard.press("Enter");
    await page.locator("body.travelling").waitFor({ state: "detached" });
    await expect.poll(() => page.locator("#now").textContent()).not.toBe(before);
    expect((await page.locator("#now").textContent())?.split(" ")[1]).toBe(before?.split(" ")[1]);
    await page.locator(".column", { hasText: "网格工作群" }).getByText("该去巡查了").first().waitFor();
    expect(await page.locator("#ahead li").count()).toBeGreaterThanOrEqual(5);
    const board = await page.request.get("/overview");
    expect(board.url(), "whoever is signed in to the board stays so").toContain("/overview");
    await picture(page, "8-a-day-later");
  });

  it("fits on a phone: one chat, tabs, and nothing wider than the screen", async () => {
    const phone = await browser.newPage({
      baseURL: page.url(),
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    await phone.goto("/");
    await phone.locator(".column.open", { hasText: "居民群" }).waitFor();
    await picture(phone, "7-phone-first");
    expect(await phone.locator(".column:visible").count()).toBe(1);
    for (const [tab, part] of [
      ["群聊", "#chats"],
      ["在办事项", "#matters"],
      ["对话", ".column.open .lines"],
    ] as const) {
      await phone.getByRole("navigation", { name: "切换" }).getByRole("button", { name: tab }).tap();
      await phone.locator(part).waitFor();
      await picture(phone, `7-phone-${tab}`);
      expect(await phone.evaluate("document.documentElement.scrollWidth")).toBe(360);
    }
    await phone.close();
  });

  it("says why when something cannot be sent, and shows what another window did", async () => {
    const other = await browser.newPage();
    await other.goto(page.url());
    await other.locator("#chats").getByRole("button", { name: "葵花里小区居民群" }).click();
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
    await page.locator(".column.open h2", { hasText: name }).waitFor();
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
    await page.locator(".column.open .row.bot .bubble", { hasText: pattern }).last().waitFor();
  }

  async function stepIs(step: string): Promise<void> {
    await page.locator(`.matter[data-number="1"][data-step="${step}"]`).waitFor();
  }
});

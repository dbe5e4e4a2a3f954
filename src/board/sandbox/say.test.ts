import { describe, expect, it } from "vitest";
import { sandboxBoard } from "../board.fixture.ts";

const AUNT = "5-1-302 王阿姨";
const line = { who: AUNT, chat: "居民群", text: "楼道灯坏了" };
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

type Asked = { readonly path?: string; readonly headers?: Readonly<Record<string, string>>; readonly raw?: string };

async function ask(order: unknown, { path = "/say", headers = {}, raw }: Asked = {}) {
  const { board, ...heard } = sandboxBoard();
  const answer = await board.request(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: raw ?? JSON.stringify(order),
  });
  return { status: answer.status, said: (await answer.json()) as { readonly error?: string }, board, ...heard };
}

describe("speaking on the page", () => {
  it("passes on who said what where, and what they quoted", async () => {
    const { status, spoken } = await ask({ ...line, quotes: "b1" });
    expect([status, spoken]).toEqual([200, [{ ...line, quotes: "b1" }]]);
  });

  it("lets somebody new speak in a residents' group and in private", async () => {
    expect((await ask({ ...line, who: "2-1-101 吴先生" })).status).toBe(200);
    expect((await ask({ ...line, who: "2-1-101 吴先生", chat: "dm:2-1-101 吴先生" })).status).toBe(200);
  });

  it("shows a photo again to whoever looks at the chat", async () => {
    const { status, spoken, board } = await ask({ ...line, text: "", photo: { base64: PNG } });
    const name = spoken[0]?.photo?.name ?? "";
    const shown = await board.request(`/photo/${name}`);
    expect([status, name, shown.headers.get("content-type")]).toEqual([200, "photo-1.png", "image/png"]);
  });

  it.each<[string, unknown, string]>([
    ["an unknown group", { ...line, chat: "别的群" }, "没有这个群。"],
    ["another person's private chat", { ...line, chat: "dm:网格员罗强" }, "私聊只能是本人和小格。"],
    ["a resident in the staff room", { ...line, chat: "工作群" }, "工作群里只有工作人员能说话，请换一个身份。"],
    ["the bot itself", { ...line, who: "小格" }, "小格自己会说话，请换一个身份。"],
    ["the bot itself, spaced out", { ...line, who: "小 格" }, "小格自己会说话，请换一个身份。"],
    ["a name that fills the page", { ...line, who: "W".repeat(200) }, "名字太长了，请写 20 字以内，例如 5-1-302 王阿姨。"],
    [
      "a name that would break a quote",
      { ...line, who: "王：」" },
      "请先写清楚以谁的身份说话，例如 5-1-302 王阿姨（最多 20 字，不带冒号、@、#）。",
    ],
    ["nothing at all", { ...line, text: " \n" }, "请先写点什么，或选一张照片。"],
    ["too much at once", { ...line, text: "长".repeat(2_001) }, "一句话最多 2000 字，请分几次说。"],
    ["a quote from nowhere", { ...line, quotes: "x9" }, "引用的那句话不在这个群里。"],
    ["a quote of what was taken back", { ...line, quotes: "r2" }, "引用的那句话不在这个群里。"],
    [
      "a photo that is a page",
      { ...line, photo: { base64: btoa("<svg onload=alert(1)>") } },
      "这不是照片，请选 JPG、PNG、GIF 或 WebP。",
    ],
    ["a list", [line], "没看懂这次发送，请刷新页面再试。"],
  ])("refuses %s in one line", async (_what, order, error) => {
    const { status, said, spoken } = await ask(order);
    expect([status, said, spoken]).toEqual([400, { error }, []]);
  });

  it("refuses half a JSON", async () => {
    expect(await ask(undefined, { raw: '{"who":' })).toMatchObject({
      status: 400,
      said: { error: "没看懂这次发送，请刷新页面再试。" },
      spoken: [],
    });
  });

  it("refuses a photo of more than 5 MB, and more than any photo before reading it", async () => {
    expect(await ask({ ...line, photo: { base64: "A".repeat(7_000_000) } })).toMatchObject({
      status: 400,
      said: { error: "照片太大了，请选 5 MB 以内的。" },
    });
    expect(await ask(undefined, { raw: "x".repeat(8_000_000) })).toMatchObject({ status: 413, spoken: [] });
  });

  it.each<[string, Readonly<Record<string, string>>, number]>([
    ["another site", { origin: "http://evil.example", host: "localhost" }, 403],
    ["another port of this computer", { origin: "http://localhost:8080", host: "localhost:3000" }, 403],
    ["a page without an origin", { origin: "null", host: "localhost" }, 403],
    ["a link from elsewhere", { "sec-fetch-site": "cross-site" }, 403],
    ["a form", { "content-type": "text/plain" }, 400],
  ])("refuses what comes from %s", async (_where, headers, expected) => {
    const { status, spoken } = await ask(line, { headers });
    expect([status, spoken]).toEqual([expected, []]);
  });

  it("hears its own page", async () => {
    expect(
      (await ask(line, { headers: { origin: "http://localhost:3000", host: "localhost:3000", "sec-fetch-site": "same-origin" } }))
        .status,
    ).toBe(200);
  });
});

describe("moving in", () => {
  it.each(["2-1-101 吴先生", "2-301 <b>吴</b>", "长".repeat(20), AUNT])("lets %s in", async (who) => {
    expect(await ask({ who }, { path: "/move-in" })).toMatchObject({ status: 200, spoken: [] });
  });

  it.each([
    ["", "请先写清楚以谁的身份说话，例如 5-1-302 王阿姨（最多 20 字，不带冒号、@、#）。"],
    ["小格", "小格自己会说话，请换一个身份。"],
    ["长".repeat(21), "名字太长了，请写 20 字以内，例如 5-1-302 王阿姨。"],
    ["W".repeat(200), "名字太长了，请写 20 字以内，例如 5-1-302 王阿姨。"],
  ])("refuses “%s” in one line", async (who, error) => {
    expect(await ask({ who }, { path: "/move-in" })).toMatchObject({ status: 400, said: { error } });
  });
});

describe("taking a line back", () => {
  it("is for whoever said it", async () => {
    expect(await ask({ who: AUNT, id: "r1" }, { path: "/recall" })).toMatchObject({ status: 200, recalled: ["r1"] });
  });

  it.each([
    [{ who: "网格员罗强", id: "r1" }, "只能撤回自己说的话。"],
    [{ who: "小格", id: "b1" }, "只能撤回自己说的话。"],
    [{ who: AUNT, id: "r2" }, "这句话已经撤回了。"],
    [{ who: AUNT, id: "none" }, "没找到这句话，可能太久了。"],
  ])("refuses %j", async (order, error) => {
    expect(await ask(order, { path: "/recall" })).toMatchObject({ status: 400, said: { error }, recalled: [] });
  });
});

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { people } from "../../testing/house.ts";
import { form, type OpenBoard, openBoard } from "../../testing/open-board.ts";
import { pngOf } from "./photo.fixture.ts";

let open: OpenBoard;
beforeEach(async () => {
  open = await openBoard();
});
afterEach(() => open.close());

const SCRIPT = `<script>alert(1)</script>"><img src=x onerror=alert(1)>`;

describe("words that would be a program", () => {
  it("are text in names, reports, results, reasons and searches", async () => {
    const by = { id: "p9", alias: `5-1-302 ${SCRIPT}` };
    const number = await open.reports({
      by,
      says: `灯坏了 ${SCRIPT}`,
      place: { estate: "葵花里小区", building: "5", spot: SCRIPT },
    });
    await open.does(number, { verb: "note", by: people.worker, text: `备注 ${SCRIPT}` });
    await open.does(number, { verb: "finish", by: people.worker, text: `修好了 ${SCRIPT}` });
    const { gets } = await open.visitor("孟岚");
    const query = encodeURIComponent(SCRIPT);
    for (const path of [
      `/tickets/${number}`,
      "/tickets?state=all",
      `/tickets?q=${query}&place=${query}&handler=${query}&after=${query}`,
      "/overview",
      `/tickets/${number}?done=${query}`,
    ]) {
      const { status, text } = await gets(path);
      expect([path, status]).toEqual([path, 200]);
      expect(text).not.toMatch(/<script>alert|<img src=x|onerror=alert\(1\)>(?!&)/);
      expect(text).not.toMatch(/style=|\son[a-z]+="|<script(?! type="module" src="\/page\/)/);
    }
  });
});

describe("a form that is not ours", () => {
  it("changes nothing: another site's, one without the token, one with another's token", async () => {
    const number = await open.reports();
    const { cookie, csrf } = await open.visitor("罗强");
    const other = await open.visitor("郭敏");
    const order = { verb: "confirm" };
    const tries: readonly RequestInit[] = [
      form(order, { cookie }),
      form({ ...order, csrf: "" }, { cookie }),
      form({ ...order, csrf: other.csrf }, { cookie }),
      form({ ...order, csrf }, { cookie, origin: "https://evil.example" }),
      form({ ...order, csrf }, { cookie, origin: "null" }),
      form({ ...order, csrf }, { cookie, "sec-fetch-site": "cross-site" }),
      { method: "POST", headers: { cookie, "content-type": "text/plain" }, body: `csrf=${csrf}&verb=confirm` },
      { method: "POST", headers: { cookie, "content-type": "application/json" }, body: JSON.stringify({ csrf, ...order }) },
    ];
    for (const one of tries) {
      const answer = await open.board.request(`/tickets/${number}`, one);
      expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining("这次没有办成")]);
    }
    for (const method of ["PUT", "DELETE", "PATCH"])
      expect((await open.board.request(`/tickets/${number}`, { method, headers: { cookie } })).status).toBe(400);
    expect(await open.parts.finder.history(number)).toHaveLength(1);
    const own = await open.board.request(
      `/tickets/${number}`,
      form({ ...order, csrf }, { cookie, origin: "http://localhost", host: "localhost" }),
    );
    expect(own.status).toBe(303);
  });

  it("is refused when orders come faster than a hand can give them", async () => {
    const number = await open.reports();
    const { sends } = await open.visitor("罗强");
    const answers: number[] = [];
    for (let round = 0; round < 45; round++) answers.push((await sends(`/tickets/${number}`, { verb: "nothing" })).status);
    expect(answers.at(-1)).toBe(429);
    expect(answers.indexOf(429)).toBeGreaterThan(30);
  });
});

describe("a body of 50 MB", () => {
  it("is refused before it has been read, whatever it says of its length", async () => {
    const { cookie } = await open.visitor("罗强");
    const headers = { cookie, "content-type": "application/x-www-form-urlencoded" };
    let read = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        read += 1;
        if (read > 800) controller.close();
        else controller.enqueue(new Uint8Array(64 * 1024).fill(97));
      },
    });
    const streamed = await open.board.request("/tickets/1", {
      method: "POST",
      headers,
      body: endless,
      duplex: "half",
    } as RequestInit);
    expect([streamed.status, await streamed.text()]).toEqual([413, expect.stringContaining("太大了")]);
    expect(read).toBeLessThan(10);
    const told = await open.board.request("/tickets/1", {
      method: "POST",
      headers: { ...headers, "content-length": String(50 * 1024 * 1024) },
      body: "csrf=x",
    });
    expect(told.status).toBe(413);
  });
});

describe("a photo that is none", () => {
  it.each([
    ["a zip of a few kilobytes that would become gigabytes", "jpg", Buffer.from(`504b0304${"00".repeat(2_000)}`, "hex")],
    ["a small picture that says it is sixty thousand pixels wide and high", "png", pngOf(60_000, 60_000)],
    ["a page with a program in it", "gif", Buffer.from(SCRIPT)],
  ])("%s is not opened, and whoever looks is told", async (_, ending, bytes) => {
    const path = `files/${"b2".repeat(16)}.${ending}`;
    mkdirSync(join(open.fresh.dataDir, "files"));
    writeFileSync(join(open.fresh.dataDir, path), bytes);
    const number = await open.reports({ file: path });
    const { gets } = await open.visitor("孟岚");
    const address = /\/tickets\/\d+\/files\/\d+/.exec((await gets(`/tickets/${number}`)).text)?.[0] ?? "";
    const { status, text } = await gets(address);
    expect([status, text]).toEqual([415, expect.stringContaining("这张照片打不开")]);
  });
});

describe("paths and parameters", () => {
  it.each([
    "/tickets/..%2f..%2fetc%2fpasswd",
    "/tickets/1%00",
    "/tickets/-1",
    "/tickets/1e9",
    "/tickets/99999999999999999999",
    "/tickets/1/files/..%2f..%2f..%2fetc%2fpasswd",
    "/tickets/1/files/%2e%2e%2fxiaoge.db",
    "/tickets/1/files/0",
    "/tickets/1'%20or%201=1--",
    "/page/..%2f..%2fmain.ts",
    "/page/%2e%2e%2fboard.ts",
    "/t/..%2f..%2fetc",
    "/files/x",
  ])("%s is a page that is not there", async (path) => {
    await open.reports();
    const { status, text } = await (await open.visitor("孟岚")).gets(path);
    expect([status, text]).toEqual([404, expect.stringContaining("没有这一页")]);
  });

  it.each([
    "?after=1;drop table tickets",
    "?after=-1",
    "?after=1.1.1",
    "?sort=random()&state=x&kind=__proto__",
    "?q=%25%25%25%25_____",
    "?q=' or '1'='1",
    "?place=葵花里小区 1' or 1=1",
    "?overdue=1&after=5",
    "?overdue=1&after=5.x",
    `?q=${"长".repeat(5_000)}`,
    "?grid=一格&grid=二格",
  ])("the list with %s is still the list", async (query) => {
    await open.reports();
    const { status } = await (await open.visitor("孟岚")).gets(encodeURI(`/tickets${query}`));
    expect(status).toBe(200);
  });

  it("never put a line break of a visitor's into a header", async () => {
    const number = await open.reports();
    const { sends, gets } = await open.visitor("罗强");
    const answer = await sends(`/tickets/${number}`, { verb: "note", text: "x\r\nSet-Cookie: board=evil\r\n\r\n<html>" });
    expect([answer.headers.get("location"), answer.headers.get("set-cookie")]).toEqual([`/tickets/${number}?done=note`, null]);
    const page = await gets(`/tickets?q=${encodeURIComponent("x\r\nSet-Cookie: a=b")}`);
    expect([page.status, page.headers.get("set-cookie")]).toEqual([200, null]);
  });
});

describe("every page", () => {
  it("is small, is kept by nobody, and frames nowhere", async () => {
    for (let index = 0; index < 40; index++) await open.reports({ says: `${"很长的一句话，".repeat(8)}${index}` });
    const { gets } = await open.visitor("孟岚");
    for (const path of ["/overview", "/tickets", "/tickets/1", "/sign-in"]) {
      const { text, headers } = await gets(path);
      const styles = [...text.matchAll(/(?:href|src)="(\/page\/[^"]+)"/g)].map(([, address = ""]) => address);
      const weights = await Promise.all(styles.map(async (address) => Buffer.byteLength((await gets(address)).text)));
      expect([path, weights.reduce((sum, one) => sum + one, Buffer.byteLength(text)) < 60_000]).toEqual([path, true]);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/);
    }
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../../shared/instant.ts";
import { form, type OpenBoard, openBoard } from "../../testing/open-board.ts";

let open: OpenBoard;
beforeEach(async () => {
  open = await openBoard();
});
afterEach(() => open.close());

const cookieOf = (answer: Response): string => answer.headers.get("set-cookie")?.split(";")[0] ?? "";
const enter = (token: string) => open.board.request(`/in/${token}`, form({}));

describe("the one-time link", () => {
  it("lets its person in, as themselves", async () => {
    const answer = await enter(await open.token("罗强"));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/overview"]);
    expect(answer.headers.get("set-cookie")).toMatch(/HttpOnly.*SameSite=Lax/);
    const page = await open.board.request("/tickets", { headers: { cookie: cookieOf(answer) } });
    expect(await page.text()).toContain("网格员罗强");
  });

  it("is not used up by being looked at, as WeChat looks at every link", async () => {
    const token = await open.token("罗强");
    for (let look = 0; look < 3; look++) {
      const page = await open.board.request(`/in/${token}`);
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("进入看板")]);
    }
    expect((await enter(token)).status).toBe(303);
  });

  it("works once, also when two open it at the same moment", async () => {
    const token = await open.token("罗强");
    const answers = await Promise.all([enter(token), enter(token), enter(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
    const again = await enter(token);
    expect([again.status, await again.text()]).toEqual([410, expect.stringContaining("已经用过或过期了")]);
  });

  it("is over after ten minutes", async () => {
    const token = await open.token("罗强");
    open.pass(10 * MINUTE);
    expect([(await open.board.request(`/in/${token}`)).status, (await enter(token)).status]).toEqual([410, 410]);
  });

  it("cannot be guessed: thirty tries, then nothing for a while", async () => {
    const guess = (round: number) => enter(`${String(round).padStart(4, "0")}${"A".repeat(39)}`);
    const answers: number[] = [];
    for (let round = 0; round < 31; round++) answers.push((await guess(round)).status);
    expect(new Set(answers.slice(0, 30))).toEqual(new Set([410]));
    expect(answers[30]).toBe(429);
    expect((await enter(await open.token("罗强"))).status).toBe(429);
    open.pass(10 * MINUTE);
    expect((await enter(await open.token("罗强"))).status).toBe(303);
  });

  it("is kept nowhere as it is written", async () => {
    const token = await open.token("罗强");
    const kept = await open.fresh.database.db.selectFrom("keyv").selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it.each(["../../etc/passwd", "x", "%00", "a".repeat(5_000), "in:罗强"])("takes no %s for a token", async (token) => {
    const answer = await open.board.request(`/in/${encodeURIComponent(token)}`, form({}));
    expect(answer.status).toBe(410);
  });
});

describe("a session", () => {
  it("ends twelve hours after the last visit, not before", async () => {
    const { gets } = await open.visitor("罗强");
    for (let visit = 0; visit < 3; visit++) {
      open.pass(11 * HOUR);
      expect((await gets("/tickets")).status).toBe(200);
    }
    open.pass(12 * HOUR);
    expect((await gets("/tickets")).status).toBe(303);
  });

  it("ends with signing out, and a stolen cookie with it", async () => {
    const { gets, sends } = await open.visitor("罗强");
    expect((await sends("/sign-out", {})).headers.get("location")).toBe("/sign-in");
    expect((await gets("/tickets")).headers.get("location")).toBe("/sign-in");
  });

  it.each([
    ["was taken out of the community", []],
    ["has another role now", [{ name: "罗强", alias: "网格员罗强", roles: ["volunteer"] as const }]],
  ])("ends at once for somebody who %s", async (_, now) => {
    let people: ReturnType<OpenBoard["parts"]["door"]["people"]> = open.parts.door.people();
    const door = { ...open.parts.door, people: () => people };
    const other = await openBoard({ door });
    const { gets } = await other.visitor("罗强");
    expect((await gets("/tickets")).status).toBe(200);
    people = now;
    expect((await gets("/tickets")).status).toBe(303);
    await other.close();
  });

  it("is nobody's with a made-up cookie", async () => {
    for (const cookie of ["board=", "board=1", `board=${"A".repeat(43)}`, "__Host-board=x"]) {
      const answer = await open.board.request("/tickets", { headers: { cookie } });
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sign-in"]);
    }
  });

  it("is bound to the host where the page is reached by https", async () => {
    const other = await openBoard({ door: { ...open.parts.door, isSecure: true } });
    const answer = await other.board.request(`/in/${await other.token("孟岚")}`, form({}));
    expect(answer.headers.get("set-cookie")).toMatch(
      /^__Host-board=[^;]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    await other.close();
  });
});

describe("without a sandbox", () => {
  it("nobody signs in by choosing a person, and there is no password to try", async () => {
    expect((await open.board.request("/sign-in", form({ person: "孟岚" }))).status).toBe(404);
    const page = await (await open.board.request("/sign-in")).text();
    expect(page).toContain("私聊小格，发“看板”");
    expect(page).not.toMatch(/<input|<form/);
  });

  it("a page that others can reach tells a stranger nothing, least of all the code to log the bot in", async () => {
    const other = await openBoard({ isPublic: true, status: () => ({ state: "scan", qr: "https://login.weixin.qq.com/l/x" }) });
    await other.reports();
    const answer = await other.board.request("/");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sign-in"]);
    expect((await other.board.request("/events")).status).toBe(403);
    expect((await other.board.request("/live")).headers.get("location")).toBe("/sign-in");
    const { gets } = await other.visitor("孟岚");
    expect((await gets("/")).text).toContain("<svg");
    await other.close();
  });
});

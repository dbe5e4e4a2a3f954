import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DAY, HOUR } from "../../shared/instant.ts";
import { createRegister } from "../../store/register.ts";
import { house, people } from "../../testing/house.ts";
import { type OpenBoard, openBoard } from "../../testing/open-board.ts";
import { ringNext } from "../../tickets/office.ts";
import { pngOf } from "../shell/photo.fixture.ts";

let open: OpenBoard;
beforeEach(async () => {
  open = await openBoard();
});
afterEach(() => open.close());

const QUARREL = { kind: "dispute", says: "楼上半夜吵架摔东西" } as const;

describe("who sees what", () => {
  it("shows another's quarrel to the mediator and the secretary, and to nobody else that it is there", async () => {
    const number = await open.reports(QUARREL);
    for (const person of ["田静", "孟岚"]) {
      const { gets } = await open.visitor(person);
      expect((await gets(`/tickets/${number}`)).text).toContain("吵架");
      expect((await gets("/tickets")).text).toContain("吵架");
    }
    for (const person of ["罗强", "郭敏", "沈洁", "韩江", "石磊", "周伟"]) {
      const { gets, sends } = await open.visitor(person);
      const missing = await gets("/tickets/999");
      const hidden = await gets(`/tickets/${number}`);
      expect([hidden.status, hidden.text]).toEqual([404, missing.text]);
      expect((await sends(`/tickets/${number}`, { verb: "note", text: "看看" })).status).toBe(404);
      for (const path of [
        "/tickets",
        "/tickets?state=all",
        `/tickets?q=${number}`,
        "/tickets?q=吵架",
        "/tickets?kind=dispute",
        "/overview",
      ])
        expect((await gets(encodeURI(path))).text).not.toMatch(/摔东西|#1<|href="\/tickets\/1"/);
    }
  });

  it("tells a unit the matter and the place, but nobody's name or words", async () => {
    const number = await open.reports({ says: "5号楼楼道灯坏了，我孙子摔了一跤" });
    expect((await (await open.visitor("周伟")).gets(`/tickets/${number}`)).status).toBe(404);
    await open.does(number, { verb: "whistle", by: people.worker, to: "县供电公司", text: "请来看一下" });
    const { text } = await (await open.visitor("周伟")).gets(`/tickets/${number}`);
    expect(text).toContain("葵花里小区 5号楼");
    expect(text).not.toContain("王阿姨");
    expect(text).not.toContain("居民的话");
  });

  it("tells volunteers a wish as it was published", async () => {
    const number = await open.reports({ kind: "wish", says: "想要一副老花镜" });
    const { gets } = await open.visitor("石磊");
    await open.does(number, { verb: "confirm", by: people.worker });
    const { status, text } = await gets(`/tickets/${number}`);
    expect([status, text.includes("老花镜"), /王阿姨|5号楼/.test(text)]).toEqual([200, true, false]);
  });

  it("gives a photo to those who may see its ticket, and only with its own ticket", async () => {
    const path = `files/${"a1".repeat(16)}.png`;
    mkdirSync(join(open.fresh.dataDir, "files"));
    writeFileSync(join(open.fresh.dataDir, path), pngOf(40, 30));
    const number = await open.reports({ ...QUARREL, file: path });
    const other = await open.reports();
    const { gets } = await open.visitor("田静");
    const shown = await gets(`/tickets/${number}`);
    const address = /\/tickets\/\d+\/files\/\d+/.exec(shown.text)?.[0] ?? "";
    const photo = await gets(address);
    expect([photo.status, photo.headers.get("content-type"), photo.headers.get("x-content-type-options")]).toEqual([
      200,
      "image/png",
      "nosniff",
    ]);
    expect((await gets(address.replace(`/tickets/${number}/`, `/tickets/${other}/`))).status).toBe(404);
    expect((await (await open.visitor("罗强")).gets(address)).status).toBe(404);
  });
});

describe("what may be done", () => {
  it("offers exactly what this person may do now, and does it as they would in the chat", async () => {
    const number = await open.reports();
    const { gets, sends } = await open.visitor("罗强");
    const before = (await gets(`/tickets/${number}`)).text;
    expect(before).toContain('value="confirm"');
    expect(before).not.toMatch(/value="(?:rate|withdraw|accept|urge|agree|claim)"/);
    const answer = await sends(`/tickets/${number}`, { verb: "confirm", mode: "上门访办" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/tickets/${number}?done=confirm`]);
    const after = (await gets(`/tickets/${number}?done=confirm`)).text;
    expect(after).toMatch(/已办：确认接手.*aria-current="step">报到.*上门访办/s);
    expect(await open.parts.finder.history(number)).toMatchObject([{ type: "opened" }, { type: "confirmed", by: "网格员罗强" }]);
    const said = await open.fresh.database.db.selectFrom("outbox").select("wording").execute();
    expect(said.map(({ wording }) => wording)).toContain("confirmed");
  });

  it("says why when something is refused, and keeps what was written", async () => {
    const number = await open.reports();
    const { sends } = await open.visitor("罗强");
    await sends(`/tickets/${number}`, { verb: "confirm" });
    const answer = await sends(`/tickets/${number}`, { verb: "extend", days: "45", text: "等<b>配件</b>" });
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining("没有办成：请写延几个工作日")]);
    expect(answer.text).toContain("等&lt;b&gt;配件&lt;/b&gt;</textarea>");
  });

  it("is refused to whoever has no part in it, however the form was made", async () => {
    const number = await open.reports();
    const { sends } = await open.visitor("郭敏");
    for (const verb of ["confirm", "finish", "urge", "rate", "withdraw"])
      expect((await sends(`/tickets/${number}`, { verb, text: "修好了", mark: "5" })).status).toBe(409);
    for (const verb of ["recall", "support", "constructor", "__proto__", "drop", ""])
      expect((await sends(`/tickets/${number}`, { verb })).status).toBe(400);
    expect(await open.parts.finder.history(number)).toHaveLength(1);
  });

  it("takes no other speaker, ticket or field from a form than its own", async () => {
    const number = await open.reports();
    const other = await open.reports({ says: "另一件事" });
    const { sends } = await open.visitor("罗强");
    await sends(`/tickets/${number}`, {
      verb: "note",
      text: "看过了",
      by: "孟岚",
      number: String(other),
      to: "县供电公司",
      into: String(other),
    });
    expect(await open.parts.finder.history(number)).toMatchObject([{}, { type: "noted", by: "网格员罗强", text: "看过了" }]);
    expect(await open.parts.finder.history(other)).toHaveLength(1);
  });
});

describe("the list", () => {
  it("leads through every ticket once, whatever the order", async () => {
    for (let index = 0; index < 70; index++) {
      await open.reports({ says: `第${index}件事` });
      if (index % 3 === 0) open.pass(HOUR);
    }
    const { gets } = await open.visitor("孟岚");
    for (const sort of ["new", "old", "due"]) {
      const seen: string[] = [];
      let address: string | undefined = `/tickets?sort=${sort}`;
      while (address !== undefined) {
        const { text }: { readonly text: string } = await gets(address);
        seen.push(...[...text.matchAll(/href="\/tickets\/(\d+)"/g)].map(([, number = ""]) => number));
        address = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll("&amp;", "&");
      }
      expect([sort, seen.length, new Set(seen).size]).toEqual([sort, 70, 70]);
    }
  });

  it("finds by number and by words, and no longer by words that were taken back", async () => {
    const number = await open.reports({ says: "北门路灯不亮" });
    await open.reports({ says: "电梯停在三楼" });
    const { gets } = await open.visitor("孟岚");
    const found = async (q: string) =>
      [...(await gets(`/tickets?q=${encodeURIComponent(q)}`)).text.matchAll(/class="no">#(\d+)/g)].map(([, one]) => one);
    expect(await found("路灯")).toEqual(["1"]);
    expect(await found("三楼 电梯")).toEqual(["2"]);
    expect(await found("#2")).toEqual(["2"]);
    expect(await found("灯路")).toEqual([]);
    await open.fresh.database.db.transaction().execute(async (tx) => {
      const { keepWords } = await import("../../store/board/ticket-words.ts");
      await keepWords(tx, number, "（原话已撤回）");
    });
    expect(await found("路灯")).toEqual([]);
  });

  it("shows what is overdue, and only that", async () => {
    await open.reports();
    open.pass(2 * DAY);
    await open.reports({ says: "今天的事" });
    const { text } = await (await open.visitor("孟岚")).gets("/tickets?overdue=1");
    expect(text).toContain("楼道灯");
    expect(text).not.toContain("今天的事");
    expect((await (await open.visitor("孟岚")).gets("/overview")).text).toMatch(/<b>1<\/b><span>超期/);
  });

  it("counts a quarrel as overdue once its whole time is over, however soon the next answer is promised", async () => {
    const number = await open.reports(QUARREL);
    open.pass(20 * DAY);
    // The clocks ring only now: the next level takes over and promises an answer of tomorrow's.
    const office = { ...house, register: createRegister(open.fresh.database), reachable: () => true };
    for (let rung = 0; rung < 2; rung++) await ringNext(office, open.now());
    expect((await open.parts.finder.matter(number))?.ticket.dues["respond"]).toBeGreaterThan(open.now());
    const { gets } = await open.visitor("孟岚");
    expect((await gets("/tickets?overdue=1")).text).toMatch(/class="late"><a href="\/tickets\/1">/);
    expect((await gets("/overview")).text).toMatch(/<b>1<\/b><span>超期/);
    expect((await gets(`/tickets/${number}`)).text).toMatch(/全程期限<\/b> <time[^>]*>[^<]*<\/time> <b class="late">已超期/);
  });
});

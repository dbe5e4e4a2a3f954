import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "../../shared/instant.ts";
import { partsIn, sandboxBoard } from "../board.fixture.ts";
import { createBoard } from "../board.ts";

const NOON = Date.UTC(2026, 8, 14, 4);
const asked = (order: unknown) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(order),
});

describe("letting time pass on the page", () => {
  it.each<[object, number, boolean]>([
    [{ by: "10m" }, NOON + 10 * MINUTE, true],
    [{ by: "1h" }, NOON + HOUR, true],
    [{ by: "1d" }, NOON + DAY, false],
    [{ by: "next" }, NOON + 3 * HOUR, false],
    [{ by: "morning" }, NOON, true],
    [{ to: NOON + 5 * DAY }, NOON + 5 * DAY, false],
    [{ to: NOON - DAY }, NOON, true],
  ])("takes %j, and says whether it got there", async (order, to, isThere) => {
    const { board, travelled } = sandboxBoard();
    const answer = await board.request("/travel", asked(order));
    expect([answer.status, await answer.json(), travelled]).toEqual([200, { ok: true, isThere, to }, [to]]);
  });

  it.each([
    [{ by: "1y" }, "没看懂要走到什么时候，请刷新页面再试。"],
    [{ to: NOON + 32 * DAY }, "一次最多往后走 31 天。"],
    [{ to: "tomorrow" }, "没看懂要走到什么时候，请刷新页面再试。"],
  ])("refuses %j", async (order, error) => {
    const { board, travelled } = sandboxBoard();
    const answer = await board.request("/travel", asked(order));
    expect([answer.status, await answer.json(), travelled]).toEqual([400, { error }, []]);
  });

  it("refuses what another site's page sends", async () => {
    const { board, travelled } = sandboxBoard();
    const headers = { "content-type": "application/json", origin: "http://evil.example", host: "localhost" };
    expect((await board.request("/travel", { ...asked({ by: "1d" }), headers })).status).toBe(403);
    expect(travelled).toEqual([]);
  });

  it("is nowhere where real people are talked to", async () => {
    const board = createBoard(partsIn({ state: "online", self: { id: "x", name: "小格" }, since: NOON }));
    expect((await board.request("/travel", asked({ by: "1d" }))).status).toBe(404);
  });
});

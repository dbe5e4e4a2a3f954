import { describe, expect, it } from "vitest";
import { lamp, sandboxBoard } from "../board.fixture.ts";

/** The pieces that a page is sent, as they come. */
async function* piecesOf(answer: Response): AsyncGenerator<{ readonly piece: string; readonly value: unknown }> {
  let rest = "";
  for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const events = (rest + chunk).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) if (event.startsWith("data: ")) yield JSON.parse(event.slice(6));
  }
}

async function next(
  pieces: AsyncGenerator<{ readonly piece: string; readonly value: unknown }>,
  wanted: string,
): Promise<unknown> {
  for (;;) {
    const { value, done } = await pieces.next();
    if (done === true) throw new Error(`the page was never sent ${wanted}`);
    if (value.piece === wanted) return value.value;
  }
}

describe("what the page is sent", () => {
  it("is a new line at once, and only the chat that changed", async () => {
    const { board, listeners } = sandboxBoard();
    const pieces = piecesOf(await board.request("/events"));
    expect(await next(pieces, "matters")).toHaveLength(1);

    await board.request("/say", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ who: "网格员罗强", chat: "工作群", text: "确认" }),
    });
    const { value } = await pieces.next();
    expect(value).toMatchObject({ piece: "lines:工作群", value: [{ who: "网格员罗强", text: "确认" }] });
    await pieces.return(undefined);
    expect(listeners.size).toBe(0);
  });

  it.each([
    [[lamp], true],
    [[], false],
  ])("tells whether there were matters before the chats began", async (tickets, isRestarted) => {
    const pieces = piecesOf(await sandboxBoard(tickets).board.request("/events"));
    expect(await next(pieces, "restarted")).toBe(isRestarted);
    await pieces.return(undefined);
  });

  it("never holds a dispute, nor the words of a line that was taken back", async () => {
    const { board } = sandboxBoard([lamp, { ...lamp, number: 7, kind: "dispute", summary: "楼上楼下吵架" }]);
    const pieces = piecesOf(await board.request("/events"));
    const lines = await next(pieces, "lines:居民群");
    const matters = await next(pieces, "matters");
    await pieces.return(undefined);
    expect(JSON.stringify(lines)).not.toContain("1234");
    expect(matters).toMatchObject([{ number: 1, kind: "诉求", due: "今天12:00" }]);
    expect(matters).toHaveLength(1);
  });
});

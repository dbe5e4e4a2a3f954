import { describe, expect, it } from "vitest";
import { fromRoot } from "../load-house.ts";
import { readSaid, type SaidReply, sayReply } from "./said-replies.ts";

/** What became of each reply of a list: those that were understood, and those where something else was done. */
async function outcomes(file: string): Promise<{ readonly understood: number; readonly wrong: readonly string[] }> {
  let understood = 0;
  const wrong: string[] = [];
  for (const reply of readSaid(fromRoot(file))) {
    const became = await sayReply(reply);
    if (became === "understood") understood++;
    if (became === "wrong") wrong.push(reply.says);
  }
  return { understood, wrong };
}

/** Written by people who had seen the table of replies and nothing of the code. */
describe("replies in other people's words", () => {
  it("from the table: at least 57 of 60, and nothing else is done", { timeout: 120_000 }, async () => {
    const { understood, wrong } = await outcomes("seeds/labelled/replies-table.jsonl");
    expect(wrong).toEqual([]);
    expect(understood).toBeGreaterThanOrEqual(57);
  });

  it("from the table, by somebody who came after all mending: at least 57 of 60, and nothing else is done", {
    timeout: 120_000,
  }, async () => {
    const { understood, wrong } = await outcomes("seeds/labelled/replies-fresh.jsonl");
    expect(wrong).toEqual([]);
    expect(understood).toBeGreaterThanOrEqual(57);
  });

  it("in sentences of their own: at least 54 of 60, and nothing else is done", { timeout: 120_000 }, async () => {
    const { understood, wrong } = await outcomes("seeds/labelled/replies-sentences.jsonl");
    expect(wrong).toEqual([]);
    expect(understood).toBeGreaterThanOrEqual(54);
  });

  it("talk that holds such words orders nothing", { timeout: 120_000 }, async () => {
    const acted: string[] = [];
    for (const line of readSaid(fromRoot("seeds/labelled/replies-talk.jsonl"))) {
      const asked: SaidReply = { ...line, expect: [{ verb: "none", number: line.quoted ?? 12 }] };
      if ((await sayReply(asked)) === "wrong") acted.push(line.says);
    }
    expect(acted).toEqual([]);
  });
});

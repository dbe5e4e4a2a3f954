import { expect, it } from "vitest";
import type { Recorded } from "../journal.ts";
import { createBursts } from "./bursts.ts";

const quiet = { quiet: 8_000, most: 40_000 };
const speaker = { id: "c1", alias: "5-1-302 王阿姨", name: "王", friend: true };

function line(row: number, sentAt: number, heardAt = sentAt): Recorded {
  return { row, heardAt, message: { id: `m${row}`, sentAt, speaker, kind: "text", text: String(row), mentionsBot: false } };
}

const rows = (bursts: ReturnType<typeof createBursts>, now: number) =>
  bursts.takeDue(now).map(({ lines }) => lines.map(({ row }) => row));

it("joins what one person says within the quiet time, and no more", () => {
  const bursts = createBursts(quiet);
  bursts.add("a", line(1, 0), 0);
  bursts.add("b", line(2, 1_000), 1_000);
  bursts.add("a", line(3, 5_000), 5_000);
  expect(bursts.next()).toBe(9_000);
  expect(rows(bursts, 9_000)).toEqual([[2]]);
  expect(rows(bursts, 12_999)).toEqual([]);
  expect(rows(bursts, 13_000)).toEqual([[1, 3]]);
});

it("waits at most forty seconds for somebody who never stops", () => {
  const bursts = createBursts(quiet);
  for (let second = 0; second < 60; second += 5) bursts.add("a", line(second, second * 1_000), second * 1_000);
  expect(bursts.next()).toBe(40_000);
});

it("keeps apart what was said hours apart and delivered at once", () => {
  const bursts = createBursts(quiet);
  const now = 7_200_000;
  bursts.add("a", line(1, 0, now), now);
  bursts.add("a", line(2, 3_000, now), now);
  bursts.add("a", line(3, 3_600_000, now), now);
  expect(rows(bursts, now)).toEqual([[1, 2]]);
  expect(rows(bursts, now + 8_000)).toEqual([[3]]);
});

it("lets go of a line that was taken back", () => {
  const bursts = createBursts(quiet);
  bursts.add("a", line(1, 0), 0);
  expect(bursts.remove("m1")).toBe(true);
  expect(bursts.remove("m1")).toBe(false);
  expect(bursts.next()).toBeUndefined();
});

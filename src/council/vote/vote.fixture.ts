import { expect } from "vitest";
import { chamber, done, line, resident } from "../../testing/council.ts";
import { at, people } from "../../testing/house.ts";
import type { Decided } from "../chamber.ts";
import { readOrder } from "../hearing/read-order.ts";
import { beginVote } from "./begin.ts";
import { decideVote } from "./decide.ts";
import type { Vote } from "./vote.ts";

export const GROUP = "葵花里小区居民群";
export const MONDAY = at("2026-09-14T09:00");
const { secretary } = people;

/** A draft, as the order makes it. */
export function draft(text: string, by: (typeof people)["secretary" | "worker" | "lead"] = secretary): Decided<Vote> {
  const order = line(by, "begin", text, 1);
  const found = beginVote(chamber, text, MONDAY, { to: order.to, actor: by });
  if (found === undefined || "refused" in found) throw new Error(found?.refused ?? "begins nothing");
  return found.draft(4, order) as Decided<Vote>;
}

let row = 10;
/** An order behind 议事4. */
export const order = (vote: Vote, text: string, now = MONDAY, by = secretary): Decided<Vote> => {
  const read = readOrder(`议事4 ${text}`, undefined);
  expect(read?.kind, text).toBe("vote");
  return done(decideVote(chamber, vote, line(by, read?.verb ?? "", read?.text ?? "", ++row), now));
};
/** The deliberation after some orders. */
export const told = (vote: Vote, ...texts: readonly string[]): Vote => texts.reduce((one, text) => order(one, text).affair, vote);
export const collecting = told(draft("征集 葵花里要不要装充电桩 到周日").affair, "确认");
export const voting = told(collecting, "应到6户", "表决 到周五", "确认");
/** Somebody votes. */
export const ballot = (vote: Vote, alias: string, text: string, room?: string, now = MONDAY, as = ++row) =>
  done(decideVote(chamber, vote, line(resident(alias), "ballot", text, as, room), now));

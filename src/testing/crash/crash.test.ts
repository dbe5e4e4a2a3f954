import { describe, expect, it } from "vitest";
import { SECOND } from "../../shared/instant.ts";
import { createCrashLoad, marksIn, seeded } from "./crash-load.ts";
import { crashRounds } from "./crash-rounds.ts";

/** A few here; `node src/testing/crash/crash-rounds.ts --rounds 200` runs them all. */
const ROUNDS = Number(process.env["CRASH_ROUNDS"] ?? 3);
const LIMIT = (60 + 10 * ROUNDS) * SECOND;

/** What is left of a bot that was killed again and again; a failure prints the whole outcome. */
async function survive(database: "sqlite" | "postgres"): Promise<void> {
  const outcome = await crashRounds({ rounds: ROUNDS, database, seed: Date.now() % 100_000, log: () => undefined });
  expect(outcome).toMatchObject({ kills: ROUNDS, wrong: [] });
  expect(outcome.lines).toBeGreaterThan(0);
  expect(Object.values(outcome.messages).reduce((sum, count) => sum + count, 0)).toBe(outcome.lines);
}

describe("killed at random moments under load, the bot loses nothing and files nothing twice", () => {
  it("on SQLite", { timeout: LIMIT }, () => survive("sqlite"));
  it.skipIf(process.env["TEST_DATABASE_URL"] === undefined)("on PostgreSQL (TEST_DATABASE_URL)", { timeout: LIMIT }, () =>
    survive("postgres"),
  );
});

describe("the load", () => {
  it("is the same for one seed, mostly chatter, and marks every report", () => {
    const lines = (seed: number) => Array.from({ length: 500 }, createCrashLoad(seeded(seed)).next);
    expect(lines(7)).toEqual(lines(7));
    const marked = lines(7).flatMap(({ text }) => marksIn(text));
    expect(new Set(marked).size).toBe(marked.length);
    expect(marked.length).toBeGreaterThan(150);
    expect(marked.length).toBeLessThan(250);
  });
});

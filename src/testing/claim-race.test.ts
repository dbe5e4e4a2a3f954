import { describe, expect, it } from "vitest";
import { raceForWishes } from "./claim-race.ts";

const server = process.env["TEST_DATABASE_URL"];

describe.skipIf(server === undefined)(
  "two claims on one wish at the same instant, from two processes (TEST_DATABASE_URL)",
  () => {
    it("one wins, the other hears that somebody was faster", { timeout: 60_000 }, async () => {
      const { won, wrong } = await raceForWishes(server ?? "", 20);
      expect(wrong).toEqual([]);
      expect(won.volunteer + won.unit).toBe(20);
    });
  },
);

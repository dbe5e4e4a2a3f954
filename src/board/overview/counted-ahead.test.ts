import { expect, it } from "vitest";
import { DAY, MINUTE, SECOND } from "../../shared/instant.ts";
import { countedAhead } from "./counted-ahead.ts";

/** Each count ends when it is told to. */
function slowly(patience: number) {
  let now = DAY;
  const counts: PromiseWithResolvers<number>[] = [];
  const ask = countedAhead(
    () => {
      const next = Promise.withResolvers<number>();
      counts.push(next);
      return next.promise;
    },
    () => now,
    patience,
  );
  const end = async (value: number): Promise<void> => {
    counts.at(-1)?.resolve(value);
    await new Promise(setImmediate);
  };
  return { ask, end, pass: (by: number) => (now += by), asked: () => counts.length };
}

it("says that it is being counted, when the first count takes long", async () => {
  const { ask, end } = slowly(5);
  expect(await ask()).toEqual({ isCounting: true });
  await end(7);
  expect(await ask()).toMatchObject({ counted: { value: 7 }, isCounting: false });
});

it("waits a little for a first count that is soon made", async () => {
  const { ask, end } = slowly(10_000);
  const [told] = await Promise.all([ask(), end(7)]);
  expect(told).toMatchObject({ counted: { value: 7 }, isCounting: false });
});

it("lets nobody wait who comes while the first count goes on", async () => {
  const { ask, end } = slowly(10_000);
  const first = ask();
  expect(await ask()).toEqual({ isCounting: true });
  await end(7);
  expect(await first).toMatchObject({ counted: { value: 7 } });
});

it("gives the last count at once while the next is made, one at a time", async () => {
  const { ask, end, pass, asked } = slowly(5);
  await Promise.all([ask(), end(7)]);
  pass(31 * SECOND);
  expect(await ask()).toMatchObject({ counted: { value: 7, at: DAY }, isCounting: true });
  expect(await ask()).toMatchObject({ counted: { value: 7 }, isCounting: true });
  expect(asked()).toBe(2);
  await end(8);
  expect(await ask()).toMatchObject({ counted: { value: 8 }, isCounting: false });
});

it("counts seldom what takes long, and gives none of yesterday", async () => {
  const { ask, end, pass, asked } = slowly(5);
  await ask();
  pass(10 * SECOND);
  await end(7);
  pass(2 * MINUTE);
  await ask();
  expect(asked()).toBe(1);
  pass(DAY);
  expect(await ask()).toEqual({ isCounting: true });
});

it("tells whoever waits that counting failed, and counts again for the next", async () => {
  let tries = 0;
  const ask = countedAhead(
    async () => {
      tries += 1;
      if (tries === 1) throw new Error("no database");
      return tries;
    },
    () => DAY,
    1_000,
  );
  await expect(ask()).rejects.toThrow("no database");
  expect(await ask()).toMatchObject({ counted: { value: 2 } });
});

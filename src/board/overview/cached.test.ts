import { expect, it } from "vitest";
import { MINUTE, SECOND } from "../../shared/instant.ts";
import { cached } from "./cached.ts";

/** Counts how often it was asked; each count takes so long by the clock. */
function counter(takes: number) {
  let now = 0;
  let asked = 0;
  const read = cached(
    async () => {
      asked += 1;
      now += takes;
      return asked;
    },
    () => now,
  );
  return { read: async () => (await read("x")).value, pass: (by: number) => (now += by), asked: () => asked };
}

it("counts once for everybody who asks within half a minute", async () => {
  const { read, pass, asked } = counter(0);
  expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1]);
  pass(29 * SECOND);
  expect(await read()).toBe(1);
  expect(asked()).toBe(1);
});

it("gives the old figure at once while the new one is counted, but none of an hour ago", async () => {
  const { read, pass } = counter(0);
  await read();
  pass(31 * SECOND);
  expect(await read()).toBe(1);
  expect(await read()).toBe(2);
  pass(60 * MINUTE);
  expect(await read()).toBe(3);
});

it("counts seldom what takes long", async () => {
  const { read, pass, asked } = counter(10 * SECOND);
  await read();
  pass(3 * MINUTE);
  await read();
  expect(asked()).toBe(1);
  pass(MINUTE);
  await read();
  expect(asked()).toBe(2);
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { createArrivals } from "./arrivals.ts";

/** Timers that go off when the test says so. */
function hourglass() {
  const tasks = new Set<() => void>();
  return {
    later(_delay: number, task: () => void) {
      tasks.add(task);
      return () => void tasks.delete(task);
    },
    turn() {
      const due = [...tasks];
      tasks.clear();
      for (const task of due) task();
    },
    running: () => tasks.size,
  };
}

function line() {
  const glass = hourglass();
  const handed: string[] = [];
  const missing: string[] = [];
  const arrivals = createArrivals<string>(
    (value) => handed.push(value),
    (id) => missing.push(id),
    glass.later,
    5_000,
  );
  return { glass, handed, missing, arrivals };
}

it("hands over in the order of announcement, whatever the order of arrival", () => {
  const announced = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 30 });
  const both = announced.chain((ids) => fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length })));
  fc.assert(
    fc.property(both, ([ids, arriving]) => {
      const { arrivals, handed, glass } = line();
      for (const id of ids) arrivals.announce(String(id));
      for (const id of arriving) arrivals.arrive(String(id), `text ${id}`);
      expect(handed).toEqual(ids.map((id) => `text ${id}`));
      expect(glass.running()).toBe(0);
    }),
  );
});

it("hands the same message over as often as it was announced", () => {
  const { arrivals, handed } = line();
  arrivals.announce("a");
  arrivals.announce("a");
  arrivals.arrive("a", "first");
  arrivals.arrive("a", "second");
  expect(handed).toEqual(["first", "second"]);
});

it("passes over what cannot be read, and reports it", () => {
  const { arrivals, handed, missing } = line();
  arrivals.announce("a");
  arrivals.announce("b");
  arrivals.arrive("b", "B");
  expect(handed).toEqual([]);
  arrivals.fail("a");
  expect(handed).toEqual(["B"]);
  expect(missing).toEqual(["a"]);
});

it("does not wait for ever for the first in line, and still hands it over when it comes", () => {
  const { arrivals, handed, missing, glass } = line();
  arrivals.announce("a");
  arrivals.announce("b");
  arrivals.arrive("b", "B");
  glass.turn();
  expect(handed).toEqual(["B"]);
  expect(missing).toEqual(["a"]);
  arrivals.arrive("a", "A");
  expect(handed).toEqual(["B", "A"]);
});

it("gives up what is awaited when the connection is lost, and keeps what is here", () => {
  const { arrivals, handed, glass } = line();
  for (const id of ["a", "b", "c"]) arrivals.announce(id);
  arrivals.arrive("b", "B");
  expect(arrivals.giveUp()).toEqual(["a", "c"]);
  expect(handed).toEqual(["B"]);
  expect(glass.running()).toBe(0);
});

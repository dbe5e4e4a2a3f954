import { expect, it } from "vitest";
import { createTurns } from "./turns.ts";

it("does one room's tasks in turn and two rooms' side by side", async () => {
  const done: string[] = [];
  const gate = Promise.withResolvers<void>();
  const turns = createTurns(() => undefined);
  turns.take("A", () => gate.promise.then(() => void done.push("A1")));
  turns.take("A", () => void done.push("A2"));
  turns.take("B", () => void done.push("B1"));
  expect(done).toEqual(["B1"]);
  gate.resolve();
  await turns.idle();
  expect(done).toEqual(["B1", "A1", "A2"]);
});

it("does a task at once when nothing is under way", () => {
  const done: string[] = [];
  createTurns(() => undefined).take("A", () => void done.push("A1"));
  expect(done).toEqual(["A1"]);
});

it("goes on after a task that fails, and tells of it", async () => {
  const errors: unknown[] = [];
  const done: string[] = [];
  const turns = createTurns((error) => errors.push(error));
  turns.take("A", () => Promise.reject(new Error("later")));
  turns.take("A", () => void done.push("A2"));
  turns.take("B", () => {
    throw new Error("at once");
  });
  await turns.idle();
  expect(done).toEqual(["A2"]);
  expect(errors.map(String)).toEqual(["Error: at once", "Error: later"]);
});

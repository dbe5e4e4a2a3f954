import { expect, it } from "vitest";
import { MINUTE } from "../../shared/instant.ts";
import { createRecent } from "./recent.ts";

const T = Date.parse("2026-09-15T10:00:00+08:00");

it("remembers the last three idle lines of a person for two minutes", () => {
  const recent = createRecent();
  for (const [at, text] of ["后巷", "就是那边", "拐角", "垃圾站后头"].entries())
    recent.note({ key: "杨叔", room: "群" }, [`m${at}`], text, T + at);
  expect(recent.of("杨叔", T + MINUTE)).toEqual(["就是那边", "拐角", "垃圾站后头"]);
  expect(recent.of("路阿姨", T)).toEqual([]);
  expect(recent.of("杨叔", T + 3 * MINUTE)).toEqual([]);
});

it("forgets what became a report, and what was taken back", () => {
  const recent = createRecent();
  recent.note({ key: "杨叔", room: "群" }, ["m1"], "后巷", T);
  recent.note({ key: "杨叔", room: "群" }, ["m2"], "拐角", T);
  recent.remove("m1");
  expect(recent.of("杨叔", T)).toEqual(["拐角"]);
  recent.used("杨叔");
  expect(recent.of("杨叔", T)).toEqual([]);
});

it("knows when the talk has gone elsewhere", () => {
  const recent = createRecent();
  expect(recent.talkedSince("群", T)).toBe(false);
  recent.note({ key: "周姐", room: "群" }, ["m1"], "有人拼单买橙子吗", T + 1);
  expect(recent.talkedSince("群", T)).toBe(true);
  expect(recent.talkedSince("别的群", T)).toBe(false);
});

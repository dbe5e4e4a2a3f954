import { expect, it } from "vitest";
import { KINDS, type Kind } from "../../tickets/reading.ts";
import { kindsFrom } from "./sorts.ts";
import { doubted, joiningKind, verdictOf } from "./verdict.ts";

const AT = { matter: 0.5, sure: 0.9, sureOf: { proposal: 0.8 }, idle: 0.95, danger: 0.1, alarm: 0.2 };
const shares = (given: Partial<Record<Kind, number>>) => Float64Array.from(KINDS, (kind) => given[kind] ?? 0);
const verdict = (given: Partial<Record<Kind, number>>) => verdictOf(shares(given), AT);

it("files what all kinds together make likelier than chatter", () => {
  expect(verdict({ demand: 0.3, wish: 0.25, none: 0.45 })).toMatchObject({ kind: "demand", sure: false });
  expect(verdict({ demand: 0.3, none: 0.7 })).toMatchObject({ kind: "none", sure: false });
});

it("is sure of a leading kind, and of something broken whose danger alone is doubted", () => {
  expect(verdict({ wish: 0.95, none: 0.05 }).sure).toBe(true);
  expect(verdict({ wish: 0.85, none: 0.15 }).sure).toBe(false);
  expect(verdict({ proposal: 0.85, none: 0.15 }).sure).toBe(true);
  expect(verdict({ demand: 0.65, hazard: 0.33, none: 0.02 })).toMatchObject({ kind: "demand", sure: true });
  expect(verdict({ demand: 0.65, dispute: 0.33, none: 0.02 }).sure).toBe(false);
});

it("believes a danger before what is hardly likelier, and never surely forgets one", () => {
  expect(verdict({ demand: 0.5, hazard: 0.45, none: 0.05 }).kind).toBe("hazard");
  expect(verdict({ hazard: 0.12, none: 0.88 })).toMatchObject({ kind: "none", sure: false });
});

it("files a danger that leads the kinds even where chatter is likelier, and lets it join only as chatter does", () => {
  const faint = { hazard: 0.25, demand: 0.1, none: 0.65 };
  expect(verdict(faint)).toMatchObject({ kind: "hazard", sure: false });
  expect(verdict({ hazard: 0.1, demand: 0.25, none: 0.65 }).kind).toBe("none");
  expect(joiningKind(shares(faint), AT)).toBe("none");
});

it("doubts a matter so many times, and keeps the kinds in proportion", () => {
  const after = doubted(shares({ demand: 0.6, wish: 0.2, none: 0.2 }), 4);
  expect(after[KINDS.indexOf("none")]).toBeCloseTo(0.5);
  expect((after[KINDS.indexOf("demand")] ?? 0) / (after[KINDS.indexOf("wish")] ?? 1)).toBeCloseTo(3);
});

it("lets join as a matter only what is not likelier chatter, however little is enough to file", () => {
  const lean = { ...AT, matter: 0.25 };
  const rather = shares({ demand: 0.3, none: 0.7 });
  expect(verdictOf(rather, lean).kind).toBe("demand");
  expect(joiningKind(rather, lean)).toBe("none");
  expect(joiningKind(shares({ demand: 0.6, none: 0.4 }), lean)).toBe("demand");
});

it("counts every sort of chatter as none, each as much as it is commoner", () => {
  const kinds = kindsFrom(Float64Array.of(0.5, 0, 0, 0, 0, 0, 0.1, 0.2, 0.2), { people: 1, chat: 3, hard: 1.5 });
  expect(kinds).toHaveLength(KINDS.length);
  expect(kinds[0]).toBeCloseTo(0.5 / 1.5);
  expect(kinds.at(-1)).toBeCloseTo(1 / 1.5);
});

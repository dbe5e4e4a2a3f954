import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chamber, done, line, resident, words } from "../../testing/council.ts";
import { at, people } from "../../testing/house.ts";
import type { Actor } from "../../tickets/ticket.ts";
import type { Decided } from "../chamber.ts";
import { readOrder } from "../hearing/read-order.ts";
import { mayOrder } from "../permit.ts";
import { beginProject } from "./begin.ts";
import { decideProject } from "./decide.ts";
import { progressOf } from "./progress.ts";
import { allAgreed, type HouseholdWord, type Project, standingOf, withWord } from "./project.ts";
import { consentLine } from "./shown.ts";

const NOW = at("2026-09-14T09:00");
const STAFF = "网格工作群";
const GROUP = "葵花里小区居民群";
const { secretary, worker } = people;

function begun(text: string): Decided<Project> {
  const order = line(secretary, "begin", text, 1);
  const found = beginProject(chamber, text, NOW, { to: order.to, actor: secretary });
  if (found === undefined || "refused" in found) throw new Error(found?.refused ?? "begins nothing");
  return found.draft(6, order) as Decided<Project>;
}

let row = 10;
const order = (project: Project, text: string, by: Actor = worker, room?: string, now = NOW) => {
  const read = readOrder(`项目6 ${text}`, undefined);
  expect(read?.number, text).toBe(6);
  return decideProject(chamber, project, line(by, read?.verb ?? "", read?.text ?? "", ++row, room), now);
};
const told = (project: Project, ...texts: readonly string[]): Project =>
  texts.reduce((one, text) => done(order(one, text)).affair, project);
const lift = told(begun("项目 6号楼加装电梯 名单 6-1-101到6-1-202").affair, "确认");

describe("a project", () => {
  it.each([
    ["项目 6号楼加装电梯 名单 6-1-101、6-1-102", "6号楼加装电梯", 2],
    ["项目：6号楼加装电梯，名单：6-1-101到6-1-602", "6号楼加装电梯", 12],
    ["项目 加装电梯 6号楼1单元1到6层每层2户", "加装电梯", 12],
    ["项目6号楼加装电梯 名单 6-1-101", "6号楼加装电梯", 1],
  ])("%s", (text, title, count) => {
    const { affair } = begun(text);
    expect(affair.title).toBe(title);
    expect(affair.households).toHaveLength(count);
  });

  it("begins nothing before residents, and asks for a list that cannot be read", () => {
    const there = line(secretary, "begin", "", 1, GROUP);
    expect(beginProject(chamber, "项目 加装电梯 名单 6-1-101", NOW, { to: there.to, actor: secretary })).toBeUndefined();
    const here = { to: line(secretary, "begin", "", 1).to, actor: secretary };
    expect(beginProject(chamber, "项目 加装电梯 名单 全楼", NOW, here)).toEqual({ refused: "project.whichList" });
    expect(beginProject(chamber, "项目6 6-1-102 同意", NOW, here)).toBeUndefined();
  });

  it("is nobody's but staff's", () => {
    for (const verb of ["word", "show", "add", "confirm", "object", "ballot"]) {
      expect(mayOrder(resident("6-1-101 周先生"), verb, lift)).toBe(false);
      expect(mayOrder(people.unit, verb, lift)).toBe(false);
      expect(mayOrder(people.volunteer, verb, lift)).toBe(false);
    }
    expect(mayOrder(worker, "word", lift)).toBe(true);
    expect(mayOrder(worker, "remove", lift)).toBe(false);
  });

  it("waits for the secretary where a grid worker begins it", () => {
    const begins = line(worker, "begin", "", 1);
    const found = beginProject(chamber, "项目 加装电梯 名单 6-1-101", NOW, { to: begins.to, actor: worker });
    const drafted = found !== undefined && "draft" in found ? (found.draft(7, begins) as Decided<Project>) : undefined;
    expect(drafted?.say.map(({ wording }) => wording)).toEqual(["project.approve", "project.sent"]);
    if (drafted === undefined) return;
    expect(mayOrder(worker, "confirm", drafted.affair)).toBe(false);
    expect(mayOrder(worker, "drop", drafted.affair)).toBe(true);
    expect(mayOrder(secretary, "confirm", drafted.affair)).toBe(true);
  });

  it("asks about a household that is not listed and keeps nothing of it", () => {
    const { affair, say } = done(order(lift, "6-1-603 同意"));
    expect(say.map(({ wording }) => wording)).toEqual(["project.unlisted"]);
    expect(affair.words).toEqual({});
    expect(told(affair, "加 6-1-603", "6-1-603 同意").households).toHaveLength(5);
  });

  it("knows a household by its end where only one ends so", () => {
    expect(Object.keys(told(lift, "1-102 同意").words)).toEqual(["6-1-102"]);
  });

  it("shows who refused, why, and when they were last visited", () => {
    const project = told(lift, "6-1-101 同意", "6-1-201 不同意 担心挡光", "6-1-201 走访 已解释采光方案");
    const [shown] = done(order(project, "进度", secretary)).say;
    const text = shown === undefined ? "" : words(shown);
    expect(text).toContain("共4户，同意1户（25%），不同意1户，还没表态2户");
    expect(text).toContain("6-1-201 担心挡光（9月14日网格员罗强走访：已解释采光方案）");
    expect(text).toContain("还没表态的：6-1-102、6-1-202");
    expect(consentLine(chamber, project)).toBe("【项目6】6号楼加装电梯：共4户，同意1户（25%），不同意1户，还没表态2户。");
  });

  it("tells the secretary once everybody has agreed, and again only after somebody did not", () => {
    const almost = told(lift, "6-1-101、102、201 同意");
    const whole = done(order(almost, "6-1-202 同意"));
    expect(whole.say.at(-1)).toMatchObject({ wording: "project.allAgreed", to: { person: { id: secretary.id } } });
    expect(done(order(whole.affair, "6-1-202 同意")).say.map(({ wording }) => wording)).toEqual(["project.noted"]);
    expect(allAgreed(told(whole.affair, "6-1-202 不同意"))).toBe(false);
  });
});

describe("laws", () => {
  const Word = fc.record({
    household: fc.constantFrom(...lift.households),
    heard: fc.constantFrom("agreed", "refused", "open", "visited"),
  });

  it("the latest word counts, in whatever order words arrive and however often", () => {
    const Words = fc
      .array(Word, { maxLength: 20 })
      .map((all) => all.map((one, index) => ({ ...one, row: index, at: NOW, by: "罗强" })));
    const fold = (all: readonly (HouseholdWord & { readonly household: string })[]): Project => ({
      ...lift,
      words: all.reduce<Project["words"]>((kept, { household, ...one }) => withWord(kept, household, one), {}),
    });
    fc.assert(
      fc.property(
        Words.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }))),
        ([all, shuffled]) => {
          expect(progressOf(fold(shuffled))).toEqual(progressOf(fold(all)));
          for (const household of lift.households) {
            const last = all.findLast((one) => one.household === household && one.heard !== "visited")?.heard ?? "open";
            expect(standingOf(fold(all), household)).toBe(last);
          }
        },
      ),
    );
  });

  it("the counts of floors, units and buildings are those of the whole", () => {
    const Households = fc.uniqueArray(
      fc
        .tuple(
          fc.integer({ min: 1, max: 3 }),
          fc.integer({ min: 1, max: 2 }),
          fc.integer({ min: 1, max: 11 }),
          fc.integer({ min: 1, max: 2 }),
        )
        .map(([building, unit, floor, door]) => `${building}-${unit}-${floor}0${door}`),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(Households, fc.array(fc.boolean()), (households, yes) => {
        const word = (heard: "agreed" | "refused") => [{ row: 1, at: NOW, by: "罗强", heard }];
        const heard = Object.fromEntries(
          households.slice(0, yes.length).map((one, index) => [one, word(yes[index] === true ? "agreed" : "refused")]),
        );
        const whole = progressOf({ households, words: heard });
        const units = whole.buildings.flatMap((building) => building.units);
        const floors = units.flatMap((unit) => unit.floors);
        for (const field of ["all", "agreed", "refused", "open"] as const) {
          for (const parts of [whole.buildings, units, floors])
            expect(parts.reduce((sum, part) => sum + part[field], 0)).toBe(whole[field]);
        }
        expect(whole.agreed + whole.refused + whole.open).toBe(households.length);
        expect(floors.flatMap((floor) => floor.households)).toHaveLength(households.length);
      }),
    );
  });

  it("nothing about a household is said where others than staff read, whoever says what and wherever", () => {
    const Order = fc.record({
      by: fc.constantFrom<Actor>(
        secretary,
        worker,
        people.lead,
        people.mediator,
        people.unit,
        people.volunteer,
        resident("6-1-201 周先生"),
      ),
      room: fc.constantFrom(STAFF, GROUP, "共建单位群", "志愿服务群", undefined),
      text: fc.constantFrom(
        "6-1-101 同意",
        "6-1-201 不同意 担心挡光",
        "6-1-201 走访 谈过",
        "6-1-999 同意",
        "进度",
        "加 6-1-301",
        "去掉 6-1-101",
        "确认",
        "结束",
      ),
    });
    const isStaffRoom = (topic: string) =>
      chamber.desk.community.rooms.some((room) => room.topic === topic && room.kind === "staff");
    fc.assert(
      fc.property(fc.array(Order, { maxLength: 15 }), (orders) => {
        let project = lift;
        for (const { by, room, text } of orders) {
          const verb = readOrder(`项目6 ${text}`, undefined)?.verb ?? "";
          if (!mayOrder(by, verb, project)) continue;
          const decided = order(project, text, by, room);
          if ("refused" in decided) continue;
          project = decided.affair;
          for (const { to } of decided.say)
            expect("person" in to ? to.person.id.startsWith("staff:") : isStaffRoom(to.room)).toBe(true);
        }
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import type { Affair, Round } from "../../council/affair.ts";
import type { Tended } from "../../outbox/queue.ts";
import type { Previewed } from "../../schedule/preview.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../../shared/instant.ts";
import { at, house, opened, people } from "../../testing/house.ts";
import { aheadOf, type Pending } from "./ahead.ts";

const NOW = at("2026-09-15T09:00");
const nothing: Pending = { clocks: [], affairs: [], calendar: [], waiting: [] };
const lamp = () => opened(NOW);

function ahead(pending: Partial<Pending>) {
  return aheadOf({ ...nothing, ...pending }, house.flowFor, NOW);
}

function clocksOf({ ticket, clocks }: ReturnType<typeof opened>): Pending["clocks"] {
  const soonest = [...clocks].sort(([, one], [, other]) => one - other);
  return soonest.map(([clock, due]) => ({ ticket, summary: "5号楼楼道灯坏了，晚上上楼看不见", clock, at: due }));
}

describe("what a matter's clocks will do", () => {
  it.each<[string, ReturnType<typeof opened>, string]>([
    ["nobody has answered", lamp(), "网格员罗强若不回复，就提醒一次"],
    ["somebody was reminded", lamp().ring(), "网格员罗强若还没管，请社区书记孟岚协调"],
    ["it is in hand", lamp().when(people.worker, "confirm", NOW + HOUR), "快到期了，提醒网格员罗强"],
    [
      "its time is nearly over",
      lamp()
        .when(people.worker, "confirm", NOW + HOUR)
        .ring(),
      "网格员罗强若没办完，提醒已经超期",
    ],
    ["it is done", lamp().when(people.worker, "finish", NOW + HOUR, { text: "换好了" }), "5-1-302 王阿姨若没回话，轻轻问一次"],
  ])("says so when %s", (_when, life, text) => {
    expect(ahead({ clocks: clocksOf(life) })).toEqual([{ at: expect.any(Number), about: "#1 5号楼楼道灯坏了，晚上上…", text }]);
  });

  it("tells nothing of a dispute: not its clocks, and not what is to be said about it", () => {
    const quarrel = opened(NOW, { kind: "dispute" as "demand", category: "噪音" });
    const waiting = [sentence({ ticket: 1, kind: "dispute" })];
    expect(quarrel.clocks.size).toBeGreaterThan(0);
    expect(ahead({ clocks: clocksOf(quarrel), waiting })).toEqual([]);
  });

  it("leaves out what nobody would notice", () => {
    const rated = lamp().when(people.worker, "finish", NOW, { text: "好了" }).when(people.resident, "rate", NOW, { mark: 5 });
    expect([...rated.clocks.keys()].join()).toContain("archive");
    expect(ahead({ clocks: clocksOf(rated) })).toEqual([]);
  });
});

describe("what lies ahead", () => {
  const round = { kind: "round", number: 3, title: "该去巡查了", clocks: { nudge: NOW + 90 * MINUTE } } as unknown as Round;

  it("is told in order, the calendar's entries once each", () => {
    const calendar = [entry(NOW + 2 * HOUR), entry(NOW + DAY), { ...entry(NOW + 3 * HOUR), name: "tips", does: "tips" as const }];
    expect(ahead({ calendar, affairs: [round] })).toEqual([
      { at: NOW + 90 * MINUTE, about: "巡查3", text: "谁没说巡完了，就问一声" },
      { at: NOW + 2 * HOUR, about: "网格工作群", text: "喊大家去巡查", entry: "rounds" },
      { at: NOW + 3 * HOUR, about: "网格工作群", text: "发小贴士", entry: "tips" },
    ]);
  });

  it("counts the sentences that wait for the morning as one, and not those that are said in a moment", () => {
    const morning = NOW + 10 * HOUR;
    const waiting = [
      sentence({ dueAt: morning }),
      sentence({ dueAt: morning, to: { room: "网格工作群" } }),
      sentence({ dueAt: NOW + SECOND }),
    ];
    expect(ahead({ waiting })).toEqual([{ at: morning, about: "2 个群", text: "说出攒着的 2 句话" }]);
  });

  it("has words for every clock of the council that says something", () => {
    const known: readonly [Affair["kind"], string][] = [
      ["notice", "receipt"],
      ["notice", "remind"],
      ["notice", "forgotten"],
      ["meeting", "dayBefore"],
      ["meeting", "hourBefore"],
      ["meeting", "askMinutes"],
      ["meeting", "publicOver"],
      ["survey", "closed"],
      ["vote", "collected"],
      ["vote", "propose"],
      ["vote", "remind"],
      ["vote", "close"],
      ["vote", "resultOver"],
    ];
    const affairs = known.map(
      ([kind, clock]) => ({ kind, number: 1, title: "议事会", clocks: { [clock]: NOW + HOUR } }) as unknown as Affair,
    );
    expect(ahead({ affairs })).toHaveLength(known.length);
  });
});

function entry(moment: number): Previewed {
  return { at: moment, day: "2026-09-15", time: "", name: "rounds", does: "round", rooms: ["网格工作群"], marks: [], words: "" };
}

function sentence(given: Partial<Tended>): Tended {
  return {
    id: 1,
    key: "k",
    attempts: 0,
    state: "waiting",
    to: { room: "葵花里小区居民群" },
    wording: "received",
    fill: {},
    purpose: "notify",
    urgent: false,
    dueAt: NOW + HOUR,
    ...given,
  } as Tended;
}

import { describe, expect, it } from "vitest";
import { afterPaused } from "../shared/limits.ts";
import { at, house, type Life, opened, people, types } from "../testing/house.ts";
import { reclassify, recount, undone } from "./deciding/regroup.ts";
import { replay } from "./ticket.ts";

const monday = at("2026-09-14T09:00");
const HOUR = 3_600_000;
const { calendar } = house.desk;

const clock = ({ clocks }: Life, name: string): number | undefined =>
  [...clocks].find(([id]) => id.startsWith(`xstate.after.${name}.`))?.[1];
const local = (when: number | undefined): string => (when === undefined ? "none" : calendar.zone.iso(when).slice(0, 16));

describe("clocks that other desks got wrong", () => {
  it("a note does not stop the first response, an answer does", () => {
    const noted = opened(monday).when(people.worker, "note", monday + HOUR, { text: "看到了" });
    expect(clock(noted, "respond")).toBe(clock(opened(monday), "respond"));
    expect(noted.ticket.respondedAt).toBeUndefined();
    const answered = noted.when(people.worker, "confirm", monday + 2 * HOUR);
    expect(clock(answered, "respond")).toBeUndefined();
    expect(answered.ticket.respondedAt).toBe(monday + 2 * HOUR);
  });

  it("words from the resident do not count as an answer either", () => {
    const more = opened(monday).when(people.resident, "supplement", monday + HOUR, { text: "二楼也是" });
    expect(clock(more, "respond")).toBe(clock(opened(monday), "respond"));
    expect(more.ticket.respondedAt).toBeUndefined();
  });

  it("the old clocks die when the matter goes to another kind's flow, and each is there once", () => {
    const life = opened(monday);
    const hazard = house.flowFor("hazard");
    const moved = reclassify(
      house.flowFor("demand").flow,
      hazard,
      life.ticket,
      { verb: "reclassify", by: people.worker, kind: "hazard" },
      monday + HOUR,
    );
    expect(moved.timers.cancel).toEqual([...life.clocks.keys()].map((name) => name));
    for (const { name } of moved.timers.set) expect(name).toContain(".hazard.");
    expect(moved.ticket).toMatchObject({ kind: "hazard", urgency: "danger", flow: "hazard@1" });
  });

  it("handing it to somebody else starts no second clock beside the first", () => {
    const handed = opened(monday).when(people.worker, "transfer", monday + HOUR, { to: "郭敏" });
    expect([...handed.clocks.keys()].filter((name) => name.includes(".respond."))).toHaveLength(1);
  });

  it("lunch is not counted", () => {
    expect(local(opened(at("2026-09-14T11:30")).ticket.dues["respond"])).toBe("2026-09-14T18:00");
  });

  it("nights and weekends are not counted, made-up Sundays are", () => {
    expect(local(opened(at("2026-09-18T17:00")).ticket.dues["respond"])).toBe("2026-09-20T11:30");
  });

  it("the year's end is not counted either, published or not", () => {
    expect(local(opened(at("2026-12-31T17:00")).ticket.dues["respond"])).toBe("2027-01-04T11:30");
  });

  it("nothing runs after closing but what closing itself set", () => {
    const done = opened(monday).when(people.worker, "finish", monday + HOUR, { text: "换好了" });
    expect([...done.clocks.keys()].map((name) => name.split(".")[2])).toEqual(["askRating", "settle"]);
    const withdrawn = opened(monday).when(people.resident, "withdraw", monday + HOUR);
    expect([...withdrawn.clocks.keys()]).toEqual([]);
  });
});

describe("while the resident is waited for", () => {
  const waiting = opened(monday).when(people.worker, "await", at("2026-09-15T10:00"), { text: "是哪一盏灯" });
  const due = waiting.ticket.dues["act"] ?? 0;

  it("no limit rings", () => {
    expect([...waiting.clocks.keys()].map((name) => name.split(".")[2])).toEqual(["remindResident", "waitedEnough"]);
  });

  it("the time does not count: the limit moves by the working days that were waited", () => {
    const told = waiting.when(people.resident, "supplement", at("2026-09-17T10:00"), { text: "二楼的" });
    expect(local(told.ticket.dues["act"])).toBe(local(afterPaused(calendar, due, { count: 2, unit: "wd" }, [], monday)));
    expect(told.ticket).toMatchObject({ stage: "handling" });
  });

  it("the pause is still there when the matter turns out to be of another kind", () => {
    const told = waiting.when(people.resident, "supplement", at("2026-09-17T10:00"), { text: "二楼的" });
    const order = { verb: "reclassify", by: people.worker, kind: "proposal" } as const;
    const moved = reclassify(house.flowFor("demand").flow, house.flowFor("proposal"), told.ticket, order, at("2026-09-17T11:00"));
    expect(moved.ticket.dues["act"]).toBe(told.ticket.dues["act"]);
    expect(moved.ticket.pauses).toHaveLength(1);
  });

  it("a resident who never answers does not keep it waiting for ever", () => {
    expect(types(waiting.ring().ring()).slice(-2)).toEqual(["reminded", "resumed"]);
  });
});

describe("limits that people change", () => {
  const life = opened(monday).when(people.worker, "confirm", monday + HOUR);
  const { flow } = house.flowFor("demand");

  it("are promised anew, with the clock", () => {
    const slower = {
      ...flow,
      limits: { ...flow.limits, ordinary: { ...flow.limits.ordinary, act: { count: 9, unit: "wd" as const } } },
    };
    const fresh = recount({ ...house.flowFor("demand"), flow: slower }, life.ticket, monday + 2 * HOUR);
    expect(local(fresh?.ticket.dues["act"])).toBe("2026-09-24T18:00");
    expect(fresh?.events.map(({ type }) => type)).toEqual(["recounted"]);
  });

  it("change nothing where they are the same", () => {
    expect(recount(house.flowFor("demand"), life.ticket, monday + 2 * HOUR)).toBeUndefined();
  });
});

describe("a slip of the finger", () => {
  it("is taken back whole: the ticket is as before, and its clocks run", () => {
    const before = opened(monday).when(people.worker, "confirm", monday + HOUR);
    const slip = before.when(people.worker, "finish", monday + 2 * HOUR, { text: "发错了" });
    const back = undone(house.flowFor("demand"), slip.ticket, before.ticket, "网格员罗强", monday + 2 * HOUR + 60_000);
    expect(back.ticket).toEqual(before.ticket);
    expect(replay(1, [...slip.events, ...back.events])).toEqual(before.ticket);
    expect(back.timers.set.map(({ name }) => name.split(".")[2]).sort()).toEqual(["act", "actMissed", "nudge"]);
  });
});

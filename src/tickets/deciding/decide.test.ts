import { describe, expect, it } from "vitest";
import { at, house, opened, people, types } from "../../testing/house.ts";
import { KINDS } from "../reading.ts";

const monday = at("2026-09-14T09:00");

describe("a demand", () => {
  it("is acknowledged to the resident and handed to the grid worker of the place", () => {
    const { ticket, said } = opened(monday);
    expect(ticket).toMatchObject({ handler: "罗强", grid: "二格", level: "grid", step: "吹哨", state: "open" });
    expect(said).toEqual([
      { to: "reporter", wording: "received" },
      { to: "handler", wording: "dispatched" },
    ]);
  });

  it("whose place names no building goes to the grid of the resident's own home", () => {
    const reading = { place: { estate: "葵花里小区", spot: "北院门口" } };
    expect(opened(monday, reading).ticket).toMatchObject({ handler: "孟岚", level: "community" });
  });

  it("of a place that no grid has goes to the secretary", () => {
    expect(opened(monday, { place: {} }).ticket).toMatchObject({ handler: "孟岚", level: "community" });
  });

  it("walks the seven steps to the resident's mark", () => {
    const done = opened(monday)
      .when(people.worker, "confirm", monday)
      .when(people.worker, "start", monday)
      .when(people.worker, "finish", monday, { text: "灯泡换好了" })
      .when(people.resident, "rate", monday, { mark: 5 });
    expect(types(done)).toEqual(["opened", "confirmed", "started", "finished", "rated"]);
    expect(done.ticket).toMatchObject({ state: "closed", outcome: "resolved", step: "评价", rating: 5, result: "灯泡换好了" });
  });

  it("is not done without a word or a photo of the result", () => {
    const confirmed = opened(monday).when(people.worker, "confirm", monday);
    expect(confirmed.when(people.worker, "finish", monday).refused).toBe("needsResult");
    expect(confirmed.when(people.worker, "finish", monday, { photos: 1 }).ticket.state).toBe("closed");
  });

  it("that is finished again with a photo alone does not repeat the words of the first time", () => {
    const again = opened(monday)
      .when(people.worker, "finish", monday, { text: "换好了" })
      .when(people.resident, "reopen", monday)
      .when(people.worker, "finish", monday, { photos: 1 });
    expect(again.ticket.result).toBe("");
  });

  it("that somebody is unhappy with goes back to work, and to the council when they are unhappy again", () => {
    const finished = opened(monday).when(people.worker, "finish", monday, { text: "换好了" });
    const unhappy = finished.when(people.resident, "rate", monday, { mark: 1 });
    expect(unhappy.said).toEqual([
      { to: "handler", wording: "lowMarked" },
      { to: "speaker", wording: "lowMarkToYou" },
    ]);
    expect(unhappy.ticket).toMatchObject({ state: "open", step: "吹哨", handler: "罗强", rating: 1 });
    const again = unhappy
      .when(people.worker, "finish", monday, { text: "又换了一次" })
      .when(people.resident, "rate", monday, { mark: 2 });
    expect(again.said).toContainEqual({ to: "secretary", wording: "lowAgain" });
    expect(again.ticket).toMatchObject({ state: "closed", outcome: "resolved" });
  });

  it("is sent back only with a reason, and the resident may disagree: then the secretary looks", () => {
    expect(opened(monday).when(people.worker, "reject", monday).refused).toBe("needsReason");
    const rejected = opened(monday).when(people.worker, "reject", monday, { text: "归交警大队管" });
    expect(rejected.ticket).toMatchObject({ state: "closed", outcome: "rejected" });
    const objected = rejected.when(people.resident, "reopen", monday);
    expect(objected.ticket).toMatchObject({ state: "open", level: "community", handler: "孟岚" });
  });

  it("is extended with a reason, by working days", () => {
    const confirmed = opened(monday).when(people.worker, "confirm", monday);
    expect(confirmed.when(people.worker, "extend", monday, { days: 2 }).refused).toBe("needsReason");
    const extended = confirmed.when(people.worker, "extend", monday, { days: 2, text: "等配件" });
    // Sunday 20 is a make-up day for the National Day holiday: seven working days from Monday 14 end on Tuesday 22.
    expect(confirmed.ticket.dues["act"]).toBe(at("2026-09-22T18:00"));
    expect(extended.ticket.dues["act"]).toBe(at("2026-09-24T18:00"));
  });
});

describe("roles", () => {
  const open = opened(monday);

  it("let nobody act but who answers for the ticket", () => {
    for (const who of [people.resident, people.neighbour, people.otherWorker, people.mediator]) {
      expect(open.when(who, "confirm", monday).refused, who.alias).toBe("notYours");
    }
    for (const who of [people.worker, people.lead, people.secretary]) {
      expect(open.when(who, "confirm", monday).ticket.stage, who.alias).toBe("accepted");
    }
  });

  it("let only those who asked rate, reopen or withdraw", () => {
    const finished = open.when(people.worker, "finish", monday, { text: "好了" });
    for (const verb of ["rate", "reopen"] as const) {
      expect(finished.when(people.neighbour, verb, monday, { mark: 1 }).refused).toBe("notYours");
      expect(finished.when(people.secretary, verb, monday, { mark: 5 }).refused).toBe("notYours");
    }
    expect(open.when(people.neighbour, "withdraw", monday).refused).toBe("notYours");
  });

  it("let a neighbour join and then rate, without touching the reporter's mark", () => {
    const joined = open.when(people.neighbour, "support", monday);
    const rated = joined
      .when(people.worker, "finish", monday, { text: "好了" })
      .when(people.resident, "rate", monday, { mark: 5 })
      .when(people.neighbour, "rate", monday, { mark: 1 });
    expect(rated.ticket).toMatchObject({ rating: 5, ratings: { p1: 5, p2: 1 } });
  });

  it("keep a dispute to mediators and the secretary", () => {
    const dispute = opened(monday, { kind: "dispute" as never });
    expect(dispute.ticket.handler).toBe("田静");
    expect(dispute.when(people.worker, "confirm", monday).refused).toBe("notYours");
    expect(dispute.when(people.lead, "confirm", monday).refused).toBe("notYours");
    expect(dispute.when(people.neighbour, "support", monday).refused).toBe("notYours");
    expect(dispute.when(people.mediator, "confirm", monday).ticket.stage).toBe("accepted");
  });

  it("let whichever worker of the estate is first take what is nobody's", () => {
    const nobodys = opened(monday, { place: { estate: "葵花里小区" } });
    const taken = nobodys.when(people.otherWorker, "confirm", monday);
    expect(taken.ticket).toMatchObject({ handler: "郭敏", grid: "一格", level: "grid", firstHandler: "郭敏" });
  });
});

describe("clocks", () => {
  it("remind the grid worker at the deadline, not before, and climb when nobody answers", () => {
    const open = opened(monday);
    const due = at("2026-09-14T15:30");
    expect([...open.clocks.values()].sort()[0]).toBe(due);
    const reminded = open.ring();
    expect(reminded.said).toEqual([{ to: "handler", wording: "unanswered" }]);
    const climbed = reminded.ring();
    expect(climbed.ticket).toMatchObject({ level: "community", handler: "孟岚", firstHandler: "罗强" });
    expect(climbed.events.at(-1)).toMatchObject({ type: "climbed", at: at("2026-09-15T18:00"), by: "clock" });
  });

  it("give danger ten minutes to answer and two hours to act, day and night", () => {
    const night = at("2026-09-14T23:30");
    const { ticket } = opened(night, { urgency: "danger" as never });
    expect(ticket.dues).toEqual({ respond: night + 600_000, act: night + 7_200_000 });
  });

  it("count the first answer of ordinary matters in working hours: lunch, nights and weekends stand still", () => {
    const friday = at("2026-09-11T17:00");
    expect(opened(friday).ticket.dues["respond"]).toBe(at("2026-09-14T11:30"));
  });

  it("let no clock of one state ring in the next", () => {
    const confirmed = opened(monday).when(people.worker, "confirm", monday);
    expect([...confirmed.clocks.keys()].every((name) => name.endsWith(".accepted"))).toBe(true);
  });

  it("run nothing that could act after the end", () => {
    const withdrawn = opened(monday).when(people.resident, "withdraw", monday);
    expect(withdrawn.clocks.size).toBe(0);
  });

  it("settle a finished ticket that nobody rates, after one reminder", () => {
    const settled = opened(monday).when(people.worker, "finish", monday, { text: "好了" }).ring().ring().ring();
    expect(types(settled).slice(-3)).toEqual(["reminded", "settled", "archived"]);
    expect(settled.ticket.rating).toBeUndefined();
    expect(settled.clocks.size).toBe(0);
  });
});

describe("a reading that nobody is sure of", () => {
  it("is a question to the grid worker and nothing to the group", () => {
    const asked = opened(monday, { sure: false });
    expect(asked.said).toEqual([{ to: "handler", wording: "asked" }]);
    expect(asked.when(people.worker, "dismiss", monday).ticket).toMatchObject({ state: "closed", outcome: "unfiled" });
    expect(asked.when(people.worker, "confirm", monday).said.map(({ wording }) => wording)).toContain("receivedTaken");
  });
});

it("has a flow for every kind", () => {
  expect(KINDS.filter((kind) => kind !== "none").map((kind) => house.flowFor(kind).flow.name)).toEqual(
    KINDS.filter((kind) => kind !== "none"),
  );
});

import { afterEach, beforeEach, expect, it } from "vitest";
import { type Fresh, onBothDatabases } from "../../testing/databases.ts";
import { at, house, lampReading, people } from "../../testing/house.ts";
import type { Office } from "../../tickets/keep.ts";
import { carryOut, fileReport } from "../../tickets/office.ts";
import { createRegister } from "../register.ts";
import { createShelf } from "../shelf.ts";
import { createLists, createWishes } from "./find-lists.ts";

const NOW = at("2026-09-14T10:00");

onBothDatabases("the wish wall and the three lists", (fresh) => {
  let home: Fresh;
  let office: Office;

  beforeEach(async () => {
    home = await fresh();
    office = { ...house, register: createRegister(home.database), reachable: () => true };
  });
  afterEach(() => home.drop());

  async function reports(kind: "wish" | "demand" | "dispute", summary: string): Promise<number> {
    const reading = { ...lampReading, kind, summary };
    const matter = await fileReport(office, { reading, reporter: people.resident, home: lampReading.place }, [], summary, NOW);
    return matter?.ticket.number ?? 0;
  }

  it("hold a wish from its publishing on, until it is claimed and after", async () => {
    const wishes = createWishes(home.database);
    const lists = createLists(home.database);
    const wish = await reports("wish", "想要一副老花镜");
    expect(await wishes.counts(9)).toEqual({ open: 0, claimed: 0, done: 0 });
    await carryOut(office, wish, { verb: "confirm", by: people.worker, text: "一位老人想要一副老花镜" }, NOW);
    expect((await wishes.latest("open", 9)).map(({ ticket }) => ticket.published)).toEqual(["一位老人想要一副老花镜"]);
    expect((await lists.needs(9)).map(({ ticket }) => ticket.number)).toEqual([wish]);
    await carryOut(office, wish, { verb: "claim", by: people.unit }, NOW);
    expect(await wishes.counts(9)).toEqual({ open: 0, claimed: 1, done: 0 });
    expect(await lists.needs(9)).toEqual([]);
    expect((await lists.projects(9)).map(({ ticket }) => ticket.claimant?.id)).toEqual([people.unit.id]);
  });

  it("hold what a unit was called to, and offers, and nothing of a quarrel", async () => {
    const lists = createLists(home.database);
    await reports("dispute", "楼上楼下吵架");
    const lamp = await reports("demand", "楼道灯坏了");
    await carryOut(office, lamp, { verb: "whistle", by: people.worker, to: "县供电公司" }, NOW);
    expect((await lists.needs(9)).map(({ ticket }) => ticket.number)).toEqual([lamp]);
    await carryOut(office, lamp, { verb: "accept", by: people.unit }, NOW);
    expect(await lists.needs(9)).toEqual([]);
    expect((await lists.projects(9)).map(({ ticket }) => ticket.unit)).toEqual(["县供电公司"]);
    await office.register.transact((transaction) => transaction.offer("县供电公司", "检查老旧线路", NOW));
    expect(await lists.offers(9)).toEqual([{ unit: "县供电公司", text: "检查老旧线路", at: NOW }]);
  });

  it("number the line of a form once", async () => {
    const shelf = createShelf(home.database);
    const first = await shelf.transact((transaction) => transaction.orderLine("form", NOW));
    expect(first).toBeGreaterThan(0);
    expect(await shelf.transact((transaction) => transaction.orderLine("form", NOW))).toBeUndefined();
    expect(await shelf.transact((transaction) => transaction.orderLine("another", NOW))).toBeGreaterThan(first ?? 0);
  });
});

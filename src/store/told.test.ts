import { afterEach, beforeEach, expect, it } from "vitest";
import { MINUTE } from "../shared/instant.ts";
import { type Fresh, onBothDatabases } from "../testing/databases.ts";
import { at, house, lampReading, people } from "../testing/house.ts";
import type { Office } from "../tickets/keep.ts";
import { fileReport } from "../tickets/office.ts";
import { createQueue } from "./queue.ts";
import { createRegister } from "./register.ts";

const NOW = at("2026-09-14T10:00");
const STAFF = "网格工作群";

onBothDatabases("open matters that somebody was told of", (fresh) => {
  let home: Fresh;
  let office: Office;

  beforeEach(async () => {
    home = await fresh();
    office = { ...house, register: createRegister(home.database), reachable: () => true };
  });
  afterEach(() => home.drop());

  async function reports(kind: "hazard" | "demand"): Promise<number> {
    const reading = { ...lampReading, kind };
    const matter = await fileReport(office, { reading, reporter: people.resident, home: lampReading.place }, [], "坏了", NOW);
    return matter?.ticket.number ?? 0;
  }

  it("are the open ones, said to this person, here and lately", async () => {
    const lamp = await reports("demand");
    const danger = await reports("hazard");
    const told = async (person: string, room: string | undefined, since: number): Promise<readonly number[]> =>
      (await office.register.toldTo(person, room, since)).map(({ ticket }) => ticket.number);
    const { id } = people.worker;
    expect(await told(id, STAFF, NOW - MINUTE)).toEqual([]); // nothing has been said yet

    const queue = createQueue(home.database);
    const due = (await queue.due(NOW, 50)).map((row) => row.id);
    await queue.said(await queue.claim(due, NOW), NOW, "说了", undefined);
    expect(await told(id, STAFF, NOW - MINUTE)).toEqual([lamp, danger]);
    expect(await told(id, undefined, NOW - MINUTE)).toEqual([lamp, danger]);
    expect(await told(id, "共建单位群", NOW - MINUTE)).toEqual([]);
    expect(await told(id, STAFF, NOW + MINUTE)).toEqual([]);
    expect(await told(people.secretary.id, STAFF, NOW - MINUTE)).toEqual([]);
  });
});

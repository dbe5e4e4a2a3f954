import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { partsIn } from "../board/board.fixture.ts";
import { createBoard } from "../board/board.ts";
import { clientCommand } from "../commands/client.ts";
import { loadOffline } from "../load-triage.ts";
import { open311Desk } from "../open311-desk.ts";
import { DAY, HOUR, type Instant, MINUTE } from "../shared/instant.ts";
import { createRegister } from "../store/register.ts";
import type { Office } from "../tickets/keep.ts";
import { carryOut, fileReport } from "../tickets/office.ts";
import type { Kind } from "../tickets/reading.ts";
import { type Fresh, onBothDatabases } from "./databases.ts";
import { errorsIn, type GeoReportClient, geoReportClient, requestsIn, servicesIn } from "./georeport-client.ts";
import { givenTo } from "./given.ts";
import { at, house, lampReading, people } from "./house.ts";

const START = at("2026-09-14T09:00");
const KINDS: readonly Kind[] = ["demand", "dispute", "wish", "hazard", "inquiry", "proposal"];
const RESIDENT = { id: "p7", alias: "3-2-501 李女士" };

onBothDatabases("Open311", (fresh) => {
  let home: Fresh;
  let office: Office;
  let client: GeoReportClient;
  let key: string;
  let now: Instant = START;

  beforeAll(async () => {
    home = await fresh();
    const { database } = home;
    office = { ...house, register: createRegister(database), reachable: () => false };
    const open311 = open311Desk({
      house,
      database,
      triage: loadOffline(house.desk.community),
      reachable: () => false,
      clock: () => now,
      url: undefined,
    });
    const board = createBoard({ ...partsIn({ state: "starting" }, []), hosts: [], open311 });
    client = geoReportClient((request) => board.fetch(request), "http://127.0.0.1/open311/v2");
    const { given, written } = givenTo(home.dataDir, ["add", "市民热线"]);
    await clientCommand.run(home.url === undefined ? given : { ...given, config: { ...given.config, DATABASE_URL: home.url } });
    key = /市民热线: (\S+)/.exec(written())?.[1] ?? "";

    const place = { estate: "葵花里小区", building: "5", unit: "2", room: "501" };
    for (const [index, kind] of KINDS.entries()) {
      const summary = kind === "dispute" ? "楼上半夜拖桌子" : "找李女士，电话13812345678，3-2-501<script>alert(1)</script>灯坏了";
      const reading = { ...lampReading, kind, summary, place } as typeof lampReading;
      await fileReport(office, { reading, reporter: RESIDENT, home: {} }, [], summary, START + index * MINUTE);
    }
    await fileReport(office, { reading: { ...lampReading, sure: false }, reporter: RESIDENT, home: {} }, [], "灯", START + HOUR);
    now = START + 2 * HOUR;
  });
  afterAll(() => home.drop());

  const file = (rest: Readonly<Record<string, string>> = {}) =>
    client.post({
      api_key: key,
      service_code: "路灯",
      address_string: "葵花里小区5号楼2单元501",
      description: "5号楼楼道灯坏了好几天",
      email: "li@example.com",
      phone: "13812345678",
      first_name: "小兰",
      ...rest,
    });

  describe("what may be asked without a key", () => {
    it("where the endpoint is and what it speaks", async () => {
      const { status, body } = await client.get("discovery.json");
      expect(status).toBe(200);
      const found = body as Record<string, unknown> & { endpoints: readonly Record<string, unknown>[] };
      expect(Object.keys(found).sort()).toEqual(["changeset", "contact", "endpoints", "key_service"]);
      const [endpoint] = found.endpoints;
      expect(Object.keys(endpoint ?? {}).sort()).toEqual(["changeset", "formats", "specification", "type", "url"]);
      expect(endpoint).toMatchObject({
        specification: "http://wiki.open311.org/GeoReport_v2",
        url: "http://127.0.0.1/open311/v2",
        type: "production",
        formats: ["application/json"],
      });
    });

    it("the services, each with its definition", async () => {
      const services = servicesIn(await client.get("services.json", { jurisdiction_id: "any" }));
      expect(services.map(({ service_code }) => service_code)).toContain("路灯");
      const definition = await client.get(`services/${encodeURIComponent("路灯")}.json`);
      expect(definition).toEqual({ status: 200, body: { service_code: "路灯", attributes: [] } });
      const missing = await client.get("services/none.json");
      expect(missing.status).toBe(404);
      expect(errorsIn(missing)).toMatch(/service_code/);
    });

    it("that something is under way in an estate, and no word of it", async () => {
      const found = requestsIn(await client.get("requests.json"));
      expect(found.map(({ service_request_id }) => service_request_id)).toEqual(["4", "1"]);
      for (const { description, address } of found) expect([description, address]).toEqual([null, "葵花里小区"]);
    });
  });

  describe("what a client with a key reads", () => {
    it("what and in which house, without names, numbers, doors or tags; and never a dispute, wish, question or proposal", async () => {
      const found = requestsIn(await client.get("requests.json", { api_key: key }));
      expect(found.map(({ service_request_id }) => service_request_id)).toEqual(["4", "1"]);
      const text = JSON.stringify(found);
      expect(text).not.toMatch(/李女士|1381234|501|<|alert|拖桌子/);
      expect(found[1]).toMatchObject({
        status: "open",
        address: "葵花里小区 5号楼2单元",
        agency_responsible: "葵花里社区",
        requested_datetime: "2026-09-14T09:00:00+08:00",
      });
      for (const number of [2, 3, 5, 6, 7, 99]) {
        const hidden = await client.get(`requests/${number}.json`, { api_key: key });
        expect(hidden.status).toBe(404);
        expect(errorsIn(hidden)).toMatch(/service_request_id/);
      }
      expect(requestsIn(await client.get("requests.json", { service_request_id: "2,1,7", api_key: key }))).toHaveLength(1);
    });

    it("some of them, by number, kind of matter, time and state", async () => {
      const list = async (query: Record<string, string>) =>
        requestsIn(await client.get("requests.json", { api_key: key, ...query })).map((one) => one["service_request_id"]);
      expect(await list({ status: "open,closed", service_code: "", start_date: "" })).toEqual(["4", "1"]);
      expect(await list({ status: "closed" })).toEqual([]);
      expect(await list({ service_code: "路灯照明,下水道" })).toEqual(["4", "1"]);
      expect(await list({ service_code: "下水道" })).toEqual([]);
      expect(await list({ end_date: "2026-09-14T01:01:00Z" })).toEqual(["1"]);
      expect(await list({ start_date: "2026-09-14T09:02:00+08:00" })).toEqual(["4"]);
      expect(await list({ start_date: "2026-01-01T00:00:00Z", end_date: "2026-02-01T00:00:00Z" })).toEqual([]);
    });

    it("what is wrong with the question, all at once", async () => {
      const wrong = await client.get("requests.json", { status: "lost", start_date: "yesterday" });
      expect(wrong.status).toBe(400);
      expect(errorsIn(wrong)).toMatch(/start_date.*status/);
      const long = await client.get("requests.json", { start_date: "2026-01-01T00:00:00Z", end_date: "2026-09-01T00:00:00Z" });
      expect(long.status).toBe(400);
      expect(errorsIn(long)).toMatch(/90 days/);
      expect((await client.get("requests.xml")).status).toBe(404);
      expect((await client.get("requests/1.xml")).status).toBe(400);
    });
  });

  describe("what a client files", () => {
    it("goes to the grid of its address, and can be followed to its end", async () => {
      const made = await file();
      expect(made.status).toBe(200);
      const [receipt] = made.body as readonly Record<string, unknown>[];
      expect(Object.keys(receipt ?? {}).sort()).toEqual(["account_id", "service_notice", "service_request_id"]);
      const number = Number(receipt?.["service_request_id"]);
      const matter = await office.register.matter(number);
      expect(matter?.ticket).toMatchObject({
        kind: "demand",
        category: "路灯",
        grid: "二格",
        handler: "罗强",
        place: { estate: "葵花里小区", building: "5", unit: "2", room: "501" },
        reporters: [{ id: "open311:市民热线", alias: "市民热线" }],
      });
      const [open] = requestsIn(await client.get(`requests/${number}.json`, { api_key: key }));
      expect(open).toMatchObject({ status: "open", service_code: "路灯", address: "葵花里小区 5号楼2单元" });

      await carryOut(office, number, { verb: "confirm", by: people.worker }, now + MINUTE);
      await carryOut(office, number, { verb: "finish", by: people.worker, text: "换了灯泡" }, now + HOUR);
      const [closed] = requestsIn(await client.get(`requests/${number}.json`, { api_key: key }));
      expect(closed).toMatchObject({ status: "closed", status_notes: "解决", updated_datetime: "2026-09-14T12:00:00+08:00" });
      const rows = await home.database.db.selectFrom("outbox").select(["person", "room"]).where("ticket", "=", number).execute();
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ person }) => person?.startsWith("open311:") === true)).toEqual([]);
    });

    it("is one matter when it is sent twice on a day, and another the day after", async () => {
      const number = async () => (await file({ description: "楼道灯一闪一闪" })).body;
      const [first, second] = await Promise.all([number(), number()]);
      expect(second).toEqual(first);
      expect(await number()).toEqual(first);
      now += DAY;
      expect(await number()).not.toEqual(first);
      now -= DAY;
    });

    it("as a quarrel goes to the mediator, and is never seen here again", async () => {
      const made = await file({ service_code: "噪音", description: "楼上邻居天天半夜吵架摔东西，骂我们，要打起来了" });
      const number = Number((made.body as readonly Record<string, string>[])[0]?.["service_request_id"]);
      expect((await office.register.matter(number))?.ticket.kind).toBe("dispute");
      expect((await client.get(`requests/${number}.json`, { api_key: key })).status).toBe(404);
    });

    it("holds no code, nor who sent it", async () => {
      const made = await file({
        description: '<script>fetch("//x")</script><b>灯</b>坏了 a<b',
        address_string: "葵花里小区5号楼<img src=x>",
      });
      const number = (made.body as readonly Record<string, string>[])[0]?.["service_request_id"] ?? "";
      const [request] = requestsIn(await client.get(`requests/${number}.json`, { api_key: key }));
      expect(JSON.stringify(request)).not.toMatch(/[<>]/);
      const { db } = home.database;
      const kept = JSON.stringify([
        await db.selectFrom("messages").selectAll().execute(),
        await db.selectFrom("tickets").selectAll().where("number", "=", Number(number)).execute(),
      ]);
      expect(kept).not.toMatch(/<script|fetch|li@example|小兰/);
    });

    it("is refused with what is missing", async () => {
      expect(await client.post({ service_code: "路灯" })).toEqual({
        status: 403,
        body: [{ code: 403, description: "Missing api_key" }],
      });
      const bad = await file({ api_key: "wrong" });
      expect(bad.status).toBe(403);
      expect(errorsIn(bad)).toMatch(/Invalid api_key/);
      const empty = await file({ service_code: "", address_string: "", description: "" });
      expect(empty.status).toBe(400);
      expect(errorsIn(empty)).toMatch(/service_code.*address_string.*description/);
      expect((await file({ service_code: "魔法" })).status).toBe(404);
      expect((await file({ address_string: "", lat: "37.7", long: "-122.4" })).status).toBe(400);
      expect((await file({ description: "灯".repeat(4_001) })).status).toBe(400);
      expect((await file({ description: "灯".repeat(40_000) })).status).toBe(400);
      expect((await client.get("requests.json", { api_key: "wrong" })).status).toBe(403);
    });

    it("is let through so many times a minute, each client for itself", async () => {
      now += HOUR;
      const statuses: number[] = [];
      for (let count = 0; count < 122; count++) statuses.push((await client.get("requests/1.json", { api_key: key })).status);
      expect(statuses.filter((status) => status === 429)).toHaveLength(2);
      expect((await client.get("requests/1.json")).status).toBe(200);
      now += MINUTE;
      expect((await client.get("requests/1.json", { api_key: key })).status).toBe(200);
    });
  });

  it("a key is kept as its hash alone, and opens nothing once it is removed", async () => {
    const rows = await home.database.db.selectFrom("clients").selectAll().execute();
    expect(rows.map(({ name }) => name)).toEqual(["市民热线"]);
    expect(JSON.stringify(rows)).not.toContain(key);
    const run = async (...args: readonly string[]): Promise<string> => {
      const { given, written } = givenTo(home.dataDir, args);
      await clientCommand.run(home.url === undefined ? given : { ...given, config: { ...given.config, DATABASE_URL: home.url } });
      return written();
    };
    expect(await run("list")).toMatch(/^市民热线 \d{4}-/);
    await expect(run("add", "市民热线")).rejects.toThrow(/already/);
    await expect(run("add", "孟岚")).rejects.toThrow(/community's people/);
    await expect(run("add", "=cmd")).rejects.toThrow(/not a name/);
    await expect(run("grow", "x")).rejects.toThrow(/is written/);
    await expect(run("remove", "没有的")).rejects.toThrow(/not a client/);
    await run("remove", "市民热线");
    expect((await file()).status).toBe(403);
  });
});

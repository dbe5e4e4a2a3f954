import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMemory } from "./memory.ts";
import { type Fresh, freshSqlite } from "./testing/databases.ts";

const redis = process.env["TEST_REDIS_URL"];
let home: Fresh;
beforeAll(async () => {
  home = await freshSqlite();
});
afterAll(() => home.drop());

it("says in one line that Redis does not answer", async () => {
  await expect(openMemory({ KEYV_URL: "redis://127.0.0.1:1" }, home.database, Date.now)).rejects.toThrow(
    /^KEYV_URL does not answer/,
  );
});

describe.skipIf(redis === undefined)("on Redis (TEST_REDIS_URL)", () => {
  it("keeps what it is given for as long as it is told", async () => {
    const { memory, close } = await openMemory({ KEYV_URL: redis }, home.database, Date.now);
    const key = `test:${randomUUID()}`;
    await memory.set(key, "罗强", 60_000);
    expect(await memory.get(key)).toBe("罗强");
    await memory.delete(key);
    expect(await memory.get(key)).toBeUndefined();
    await close();
  });
});

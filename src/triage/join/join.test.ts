import { describe, expect, it } from "vitest";
import type { OpenMatter } from "../../tickets/reading.ts";
import { createOffline } from "../offline.ts";
import { categories, community, lexicon, report, weights } from "../seeds.fixture.ts";

const offline = createOffline({ lexicon, categories, community, weights });
const OUTAGE: OpenMatter = {
  number: 4,
  kind: "demand",
  category: "供电",
  summary: "3号楼停电了",
  place: { estate: "葵花里小区", building: "3" },
  by: "3-2-501 李女士",
};
const joins = async (text: string, alias: string, open: readonly OpenMatter[] = [OUTAGE]) =>
  (await offline.read(report(text, { alias, open }))).joins;

describe("a neighbour's words", () => {
  it.each(["我家也没电", "我家也停了，冰箱里的肉要化了", "还没来电吗，3号楼的"])(
    "join the outage of their own house: %s",
    async (text) => expect(await joins(text, "3-1-402 老丁")).toBe(4),
  );
  it.each(["6号楼也停电了", "我家也没电"])("from another house are another matter: %s", async (text) =>
    expect(await joins(text, "6-1-202 花花")).toBeUndefined(),
  );
  it.each(["哈哈今天群里真热闹", "晚饭吃啥", "电费在哪交啊"])("about something else join nothing: %s", async (text) =>
    expect(await joins(text, "3-1-402 老丁")).toBeUndefined(),
  );
});

it("takes two things that are both broken for two matters, however they are told", async () => {
  const lamp: OpenMatter = {
    number: 3,
    kind: "demand",
    category: "路灯",
    summary: "楼道灯坏了，2号楼1单元三楼",
    place: { estate: "葵花里小区", building: "2", unit: "1", spot: "楼道" },
  };
  expect(await joins("电梯又坏了，2号楼1单元", "2-1-302 老李", [lamp])).toBeUndefined();
  expect(await joins("楼道灯又坏了，2号楼1单元", "2-1-302 老李", [lamp])).toBe(3);
});

it("never joins a quarrel or a wish, whatever is said", async () => {
  for (const kind of ["dispute", "wish"] as const)
    expect(await joins("我家也没电", "3-1-402 老丁", [{ ...OUTAGE, kind }])).toBeUndefined();
});

it("lets nobody who speaks of tickets be a voice for one", async () => {
  expect(await joins("3号楼停电那张工单谁投诉的，我家也没电", "3-1-402 老丁")).toBeUndefined();
});

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

const OPEN: readonly (readonly [category: string, summary: string])[] = [
  ["路灯", "南门进来第二盏路灯不亮"],
  ["电梯", "6号楼2单元电梯老是在四楼停着不动"],
  ["保洁", "垃圾桶满了没人倒"],
  ["停车", "消防通道停满了车"],
  ["供水", "4号楼水压太小"],
  ["下水道", "2号楼门口的井盖松了"],
  ["噪音", "广场舞音响太吵"],
  ["宠物", "花园里到处是狗屎"],
  ["门禁", "1号楼门禁刷不开"],
  ["墙体", "北院墙塌了一截"],
  ["道路", "东门外路面全是坑"],
  ["通信", "网又断了"],
  ["绿化", "中心花园的树枝挡路"],
  ["物业服务", "物业费收据开不出来"],
  ["消防", "3号楼楼道堆满纸箱"],
  ["公共空间", "儿童乐园的滑梯裂了"],
  ["供暖", "5号楼暖气不热"],
  ["河道", "人工湖的水发臭"],
  ["漏水", "地下车库漏水"],
  ["供电", "充电棚没电了"],
];

it("loses no new report among many open matters", async () => {
  const open: OpenMatter[] = [];
  for (const [category, summary] of OPEN) {
    const { place } = await offline.read(report(summary, { alias: "" }));
    open.push({ number: open.length + 1, kind: "demand", category, summary, place });
  }
  const fresh = [
    "快递柜打不开，我的药在里头",
    "北门岗亭没人值班",
    "活动室的空调坏了",
    "楼上往下扔烟头，差点烧着被子",
    "西门口的栏杆倒了砸着人",
    "健身器材螺丝松了",
    "有人在楼道里烧纸，满楼的烟",
    "人工湖边的护栏断了一截",
    "晾衣杆让人拆了",
    "公交站牌倒在马路上",
  ];
  const lost: string[] = [];
  for (const text of fresh)
    if ((await joins(text, "4-1-302 郑姐", open)) !== undefined) lost.push(`${text} ${await joins(text, "4-1-302 郑姐", open)}`);
  expect(lost).toEqual([]);
});

it("never joins a quarrel or a wish, whatever is said", async () => {
  for (const kind of ["dispute", "wish"] as const)
    expect(await joins("我家也没电", "3-1-402 老丁", [{ ...OUTAGE, kind }])).toBeUndefined();
});

it("lets nobody who speaks of tickets be a voice for one", async () => {
  expect(await joins("3号楼停电那张工单谁投诉的，我家也没电", "3-1-402 老丁")).toBeUndefined();
});

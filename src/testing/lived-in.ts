import { MINUTE } from "../shared/instant.ts";
import type { Scene } from "./scene.ts";

const SECRETARY = "社区书记孟岚";
const WORKER = "网格员罗强";
const STAFF_ROOM = { room: "网格工作群" };
const UNITS_ROOM = { room: "共建单位群" };
const RESIDENTS_ROOM = { room: "葵花里小区居民群" };

/** What a community has said in a morning, so that every page has something to show; #2 is a quarrel that no page may tell of. */
const MORNING: readonly (readonly [who: string, where: { readonly room: string } | "private", text: string])[] = [
  ["5-1-302 王阿姨", RESIDENTS_ROOM, "5号楼楼道灯坏了，晚上上楼看不见"],
  ["4-1-101 冯先生", "private", "楼上天天半夜拖桌子吵得睡不着，说了几次还骂人，请帮忙调解"],
  ["4-3-101 柳奶奶", "private", "家里没有书桌，孙子天天趴在床边写作业，想要一张旧书桌"],
  [WORKER, STAFF_ROOM, "3 确认 一名初一学生想要一张能写作业的书桌"],
  ["4-2-201 吴大爷", "private", "想要一副老花镜，看报纸看不清"],
  [WORKER, STAFF_ROOM, "4 确认 一位老人想要一副老花镜"],
  ["县第二中学乔老师", UNITS_ROOM, "认领 3"],
  [WORKER, STAFF_ROOM, "1 吹哨 县供电公司"],
  ["县供电公司周伟", "private", "资源 可以免费检查老旧线路"],
  [SECRETARY, "private", "通知 葵花里小区 明天上午9点到11点停水，请提前储水"],
  [SECRETARY, "private", "确认"],
  [SECRETARY, "private", "会议 下周三晚7点 议事会 议题 停车棚改造、垃圾点搬迁 地点 党群服务中心 邀请 葵花里物业"],
  [SECRETARY, "private", "确认"],
  ["5-2-101 小何", RESIDENTS_ROOM, "会议1 报名 2人"],
  [SECRETARY, "private", "征集 要不要在东门装充电桩 到周日"],
  [SECRETARY, "private", "确认"],
  ["5-2-101 小何", "private", "议事1 意见 充电桩离楼太近怕起火"],
  [SECRETARY, "private", "问卷 物业服务 项目 保洁、绿化、维修"],
  [SECRETARY, "private", "项目 6号楼加装电梯 名单 6-1-101到6-1-402"],
  [SECRETARY, "private", "确认"],
  [WORKER, STAFF_ROOM, "项目1 6-1-101、102 同意"],
  [WORKER, STAFF_ROOM, "项目1 6-1-201 不同意 担心挡光"],
  [WORKER, STAFF_ROOM, "项目1 6-1-201 走访 已解释采光方案"],
];

/** Lets the morning happen, a few minutes between two lines. */
export async function liveThere(scene: Scene): Promise<void> {
  for (const [who, where, text] of MORNING) {
    await scene.says(who, where, text);
    await scene.pass(2 * MINUTE);
  }
}

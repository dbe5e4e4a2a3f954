import { describe, expect, it } from "vitest";
import { loadCommunity } from "../../flows/load-community.ts";
import { workCalendar } from "../../schedule/workdays.ts";
import { zoneOf } from "../../shared/zone.ts";
import { aheadReader } from "../../triage/when/when.ts";
import { readNotice } from "./read-notice.ts";

const shanghai = zoneOf("Asia/Shanghai");
const readTime = aheadReader(
  workCalendar(
    shanghai,
    [
      [510, 720],
      [870, 1080],
    ],
    [450, 1320],
  ),
);
/** Two estates: 葵花里小区 has six buildings, 槐荫巷小区 four. A Monday. */
const community = loadCommunity("seeds/community.yaml");
const now = Date.parse("2026-03-09T09:30:00+08:00");
const read = (text: string, here = community) => readNotice(text, { community: here, readTime, now });

/** `葵花里小区:3 | 03-10T09:00~03-10T11:00 | 停水`, with `?place` behind when something must be asked. */
function told(text: string, here = community): string {
  const notice = read(text, here);
  if (notice === undefined) return "no notice";
  const { to, when, body, unclear } = notice;
  const area = ({ estate = "", buildings }: { estate?: string; buildings?: readonly string[] }): string =>
    `${estate}${buildings === undefined ? "" : `:${buildings.join(",")}`}`;
  const whom =
    to === undefined ? "" : to.kind === "all" ? "all" : to.kind === "areas" ? to.areas.map(area).join("+") : to.rooms.join("+");
  const minute = (at: number): string => shanghai.iso(at).slice(5, 16);
  const time = [when?.from, when?.to].flatMap((at) => (at === undefined ? [] : minute(at))).join("~");
  return `${whom}|${time}|${body}${unclear === undefined ? "" : `|?${unclear}`}`;
}

describe("a notice by chat", () => {
  it.each([
    ["通知 5号楼 明天上午9点到11点停水，请提前储水", "葵花里小区:5|03-10T09:00~03-10T11:00|明天上午9点到11点停水，请提前储水"],
    ["通知：5号楼明天上午9点停水", "葵花里小区:5|03-10T09:00|5号楼明天上午9点停水"],
    ["通知一下5号楼，明晚八点停电检修", "葵花里小区:5|03-10T20:00|明晚八点停电检修"],
    ["发通知 葵花里小区 周六上午大扫除", "葵花里小区|03-14T08:00~03-14T12:00|周六上午大扫除"],
    ["发个通知：葵花里小区周六上午8点大扫除", "葵花里小区|03-14T08:00|葵花里小区周六上午8点大扫除"],
    ["通知葵花里 后天下午3点义诊", "葵花里小区|03-11T15:00|后天下午3点义诊"],
    ["通知 槐荫巷 本周五下午消杀", "槐荫巷小区|03-13T13:00~03-13T18:00|本周五下午消杀"],
    ["通知 槐荫巷小区居民 明天停暖", "槐荫巷小区|03-10T00:00~03-11T00:00|明天停暖"],
    ["通知 全体居民 注意防火，不要在楼道充电", "all||注意防火，不要在楼道充电"],
    ["通知 所有群 明早7点开始降温", "all|03-10T07:00|明早7点开始降温"],
    ["通知 各群：请大家看好孩子", "all||请大家看好孩子"],
    ["通知所有居民群 今晚8点放电影", "all|03-09T20:00|今晚8点放电影"],
    ["通知 大家 明天上午9点发米", "all|03-10T09:00|明天上午9点发米"],
    ["通知 5-6号楼 明天下午2点到5点停电", "葵花里小区:5,6|03-10T14:00~03-10T17:00|明天下午2点到5点停电"],
    ["通知 5、6号楼 今天换水表", "葵花里小区:5,6|03-09T00:00~03-10T00:00|今天换水表"],
    ["通知 5号楼和6号楼 请挪车", "葵花里小区:5,6||请挪车"],
    ["通知 五号楼 请挪车", "葵花里小区:5||请挪车"],
    ["通知 葵花里小区1-3号楼 明天停水", "葵花里小区:1,2,3|03-10T00:00~03-11T00:00|明天停水"],
    ["通知 葵花里小区 1号楼至3号楼 明天停水", "葵花里小区:1,2,3|03-10T00:00~03-11T00:00|明天停水"],
    ["通知 槐荫巷小区3号楼：今晚9点停水", "槐荫巷小区:3|03-09T21:00|今晚9点停水"],
    ["通知 葵花里小区和槐荫巷小区 周日上午9点接种疫苗", "葵花里小区+槐荫巷小区|03-15T09:00|周日上午9点接种疫苗"],
    ["通知 二格 今天下午入户走访", "葵花里小区:4,5,6|03-09T13:00~03-09T18:00|今天下午入户走访"],
    ["通知 三格 请补交资料", "槐荫巷小区||请补交资料"],
    ["通知 网格工作群 周三上午8点半例会", "网格工作群|03-11T08:30|周三上午8点半例会"],
    ["通知 网格员 月底前交台账", "网格工作群|03-09T09:30~04-01T00:00|月底前交台账"],
    ["通知 志愿者 周六早上7点集合", "志愿服务群|03-14T07:00|周六早上7点集合"],
    ["通知 共建单位 周五前报活动计划", "共建单位群|03-09T09:30~03-14T00:00|周五前报活动计划"],
    ["通知 葵花里小区居民群 明天停气", "葵花里小区居民群|03-10T00:00~03-11T00:00|明天停气"],
    ["通知 明天上午9点到11点6号楼停水", "葵花里小区:6|03-10T09:00~03-10T11:00|明天上午9点到11点6号楼停水"],
    ["通知 因管道抢修，葵花里小区明天上午停水", "葵花里小区|03-10T08:00~03-10T12:00|因管道抢修，葵花里小区明天上午停水"],
    ["群发：全体业主 物业费月底前交清", "all|03-09T09:30~04-01T00:00|物业费月底前交清"],
    ["麻烦发一下通知，6栋 今晚10点到明早6点停水", "葵花里小区:6|03-09T22:00~03-10T06:00|今晚10点到明早6点停水"],
    ["通知　５号楼　明天停水", "葵花里小区:5|03-10T00:00~03-11T00:00|明天停水"],
    ["通知\n葵花里小区\n明天停水\n请提前储水", "葵花里小区|03-10T00:00~03-11T00:00|明天停水\n请提前储水"],
    ["通知 5号楼2单元 明天停水", "葵花里小区:5|03-10T00:00~03-11T00:00|5号楼2单元 明天停水"],
    ["通知下周一葵花里停水", "葵花里小区|03-16T00:00~03-17T00:00|下周一葵花里停水"],
    ["通知 葵花里小区 昨天通知的停水改到后天上午9点", "葵花里小区|03-11T09:00|昨天通知的停水改到后天上午9点"],
  ])("%s", (text, wanted) => {
    expect(told(text)).toBe(wanted);
  });

  it.each([
    ["通知 3号楼 明天停水", ":3|03-10T00:00~03-11T00:00|明天停水|?estate"],
    ["通知 1-3号楼 明天停水", ":1,2,3|03-10T00:00~03-11T00:00|明天停水|?estate"],
    ["通知 9号楼 明天停水", ":9|03-10T00:00~03-11T00:00|明天停水|?place"],
    ["通知 槐荫巷6号楼 明天停水", "槐荫巷小区:6|03-10T00:00~03-11T00:00|明天停水|?place"],
    ["通知 明天停水，请大家提前储水", "|03-10T00:00~03-11T00:00|明天停水，请大家提前储水|?place"],
    ["通知 葵花里小区", "葵花里小区|||?body"],
    ["通知", "|||?body"],
    ["通知 5号楼 过几天停水", "葵花里小区:5||过几天停水|?time"],
    ["通知 5号楼 下周停电检修", "葵花里小区:5||下周停电检修|?time"],
    ["通知 5号楼 2月30号停水", "葵花里小区:5||2月30号停水|?time"],
  ])("%s must be asked about", (text, wanted) => {
    expect(told(text)).toBe(wanted);
  });

  it("has no doubt about the estate when there is one", () => {
    const small = { ...community, estates: community.estates.slice(0, 1) };
    expect(told("通知 3号楼 明天停水", small)).toBe("葵花里小区:3|03-10T00:00~03-11T00:00|明天停水");
  });

  it("needs no time for what is always so", () => {
    expect(told("通知 全体居民 国庆期间注意防火")).toBe("all||国庆期间注意防火");
  });

  it.each([
    "通知收到了",
    "通知单在哪",
    "通知书丢了",
    "通知呢？",
    "通知发了吗",
    "没接到通知啊",
    "停水怎么不通知",
    "通知我了",
    "物业通知明天停水",
    "通知什么时候出？",
  ])("is not %s", (text) => {
    expect(read(text)).toBeUndefined();
  });
});

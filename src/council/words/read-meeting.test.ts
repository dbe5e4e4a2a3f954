import { describe, expect, it } from "vitest";
import { chamber } from "../../testing/council.ts";
import { house } from "../../testing/house.ts";
import { readMeeting } from "./read-meeting.ts";

const { community } = house.desk;
const readTime = chamber.readAhead;
/** A Monday. */
const now = Date.parse("2026-03-09T09:30:00+08:00");
const read = (text: string) => readMeeting(text, { community, readTime, now });

/** `03-18T19:00 council 议事会 [停车棚改造;#12 垃圾点]  @活动室 +县供电公司 ~online ?time`. */
function told(text: string): string {
  const meeting = read(text);
  if (meeting === undefined) return "no meeting";
  const { at, kind, title, topics, venue, invite, online, unclear } = meeting;
  const minute = (moment: number): string => house.desk.calendar.zone.iso(moment).slice(5, 16);
  const words = [
    at === undefined ? "" : [at.from, at.to].flatMap((one) => (one === undefined ? [] : minute(one))).join("~"),
    kind,
    title ?? "",
    topics.length === 0
      ? ""
      : `[${topics.map((topic) => [topic.ticket === undefined ? "" : `#${topic.ticket}`, topic.text].filter((one) => one !== "").join(" ")).join(";")}]`,
    venue === undefined ? "" : `@${venue}`,
    ...invite.map((one) => `+${one.unit ?? one.room ?? one.person ?? one.role ?? `“${one.words}”`}`),
    online ? "~online" : "",
    unclear === undefined ? "" : `?${unclear}`,
  ];
  return words.filter((word) => word !== "").join(" ");
}

describe("a meeting by chat", () => {
  it.each([
    ["会议 下周三晚7点 议事会 议题 停车棚改造、垃圾点搬迁", "03-18T19:00 council 议事会 [停车棚改造;垃圾点搬迁]"],
    ["会议 议事会 下周三晚7点 议题：停车棚改造", "03-18T19:00 council 议事会 [停车棚改造]"],
    ["会议：下周三晚上7点，居民议事会，议题：停车棚改造；垃圾点搬迁", "03-18T19:00 council 居民议事会 [停车棚改造;垃圾点搬迁]"],
    ["会议 议题 停车棚改造 时间 下周三晚7点 议事会", "03-18T19:00 council 议事会 [停车棚改造]"],
    [
      "会议\n时间：下周三晚7点\n地点：社区活动室\n议题：\n1. 停车棚改造\n2. 垃圾点搬迁\n邀请：县供电公司、葵花里物业",
      "03-18T19:00 other [停车棚改造;垃圾点搬迁] @社区活动室 +县供电公司 +葵花里物业",
    ],
    [
      "会议 明天下午3点 联席会议 地点 党群服务中心 邀请 县供电公司、葵花里物业",
      "03-10T15:00 jointMeeting 联席会议 @党群服务中心 +县供电公司 +葵花里物业",
    ],
    ["会议 周五上午9点 六方会议 议题 #12、#15 停车棚", "03-13T09:00 jointMeeting 六方会议 [#12;#15 停车棚]"],
    ["会议 周五上午9点 六方联席会议 讨论 #12", "03-13T09:00 jointMeeting 六方联席会议 [#12]"],
    ["开会 后天下午两点半 共商会 议题 充电桩选址", "03-11T14:30 coGovernance 共商会 [充电桩选址]"],
    ["召开党员大会 本周六上午9点 地点：三楼会议室", "03-14T09:00 partyMembers 党员大会 @三楼会议室"],
    ["会议 明晚7点半 支委会", "03-10T19:30 branchCommittee 支委会"],
    ["定于3月20日下午3点召开居民代表大会，审议物业合同", "03-20T15:00 representatives 居民代表大会 [物业合同]"],
    ["定于3月20日（周五）下午3点在社区活动室召开居民代表会议", "03-20T15:00 representatives 居民代表会议 @社区活动室"],
    ["会议 今晚8点 3号楼楼栋会 讨论 电梯更换", "03-09T20:00 building 3号楼楼栋会 [电梯更换]"],
    ["开个会 明天上午10点 讨论停车棚改造", "03-10T10:00 other [停车棚改造]"],
    ["组织一次议事会，周四晚七点，小广场，议题是噪音治理", "03-12T19:00 council 议事会 [噪音治理] @小广场"],
    ["请安排议事会 周四晚七点", "03-12T19:00 council 议事会"],
    ["会议 周四晚七点到九点 议事会", "03-12T19:00~03-12T21:00 council 议事会"],
    ["会议 3月20号19:30 业主大会 议题 选举业委会", "03-20T19:30 owners 业主大会 [选举业委会]"],
    ["会议 腾讯会议 明晚8点 议事会 议题 停车", "03-10T20:00 council 议事会 [停车] ~online"],
    ["会议 线上 明晚8点 网格例会", "03-10T20:00 other 网格例会 ~online"],
    ["会议 周五下班后 工作会议", "03-13T18:00 other 工作会议"],
    ["会议 议事会 明天下午3点 邀请 网格员、志愿者", "03-10T15:00 council 议事会 +gridWorker +volunteer"],
    ["会议 议事会 明天下午3点 邀请 供电公司 贺经理", "03-10T15:00 council 议事会 +县供电公司 +葵花里物业"],
    ["会议 议事会 明天下午3点 邀请县二中参加", "03-10T15:00 council 议事会 +县第二中学"],
    ["会议 议事会 明天下午3点 邀请 共建单位群", "03-10T15:00 council 议事会 +共建单位群"],
    ["会议 议事会 明天下午3点 邀请 派出所", "03-10T15:00 council 议事会 +“派出所”"],
    ["会议 议事会 明天下午3点 议题 工单12 路灯、15号工单 井盖", "03-10T15:00 council 议事会 [#12 路灯;#15 井盖]"],
    ["会议 议事会 明天下午3点 议题 一、路灯 二、井盖", "03-10T15:00 council 议事会 [路灯;井盖]"],
    ["会议 议事会 明天下午3点 议题：①路灯②井盖", "03-10T15:00 council 议事会 [路灯;井盖]"],
    ["会议通知：明天下午3点，葵花里小区居民议事会", "03-10T15:00 council 葵花里小区居民议事会"],
    ["会议　明天下午３点　议事会　议题　路灯", "03-10T15:00 council 议事会 [路灯]"],
    ["会议 议事会 时间：3月12日下午2:30 地点：小广场 议题：路灯 邀请：田静", "03-12T14:30 council 议事会 [路灯] @小广场 +田静"],
    ["下周三晚上7点召开议事会，讨论路灯", "03-18T19:00 council 议事会 [路灯]"],
    ["会议 国庆后第一个工作日上午9点 联席会议", "10-08T09:00 jointMeeting 联席会议"],
    ["会议 明天上午9点 座谈会 备注：带笔记本", "03-10T09:00 other 座谈会"],
    ["会议 明天上午9点 听证会 议题 物业费调整 列席 县住建局", "03-10T09:00 other 听证会 [物业费调整] +县住建局"],
  ])("%s", (text, wanted) => {
    expect(told(text)).toBe(wanted);
  });

  it.each([
    ["会议 议事会 议题 停车棚改造", "council 议事会 [停车棚改造] ?time"],
    ["会议 下周三 议事会", "council 议事会 ?time"],
    ["会议 下周三晚上 议事会", "council 议事会 ?time"],
    ["会议 过几天 议事会 议题 停车棚", "council 议事会 [停车棚] ?time"],
    ["会议 月底前 联席会议", "jointMeeting 联席会议 ?time"],
    ["会议 3月20日（周四）下午3点 议事会", "council 议事会 ?time"],
    ["召开党员大会", "partyMembers 党员大会 ?time"],
  ])("%s must be asked about", (text, wanted) => {
    expect(told(text)).toBe(wanted);
  });

  it.each([
    "会议室在哪",
    "会议纪要发一下",
    "会议取消",
    "会议改到周五",
    "会议几点开始？",
    "明天开会吗？",
    "开会了",
    "昨天开会说的那个事",
    "会议签到",
    "开会去",
    "我在开会",
    "会议精神学习一下",
    "开业主大会要多少户同意",
    "我们明天下午3点开议事会",
  ])("is not %s", (text) => {
    expect(read(text)).toBeUndefined();
  });
});

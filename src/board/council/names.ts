import type { Affair, AffairKind } from "../../council/affair.ts";

/** The kinds that the council's pages show; projects have pages of their own, rounds are told in chat. */
export const SHOWN_KINDS = ["notice", "meeting", "vote", "survey"] as const satisfies readonly AffairKind[];
export type ShownKind = (typeof SHOWN_KINDS)[number];

export const AFFAIR_NAMES: Readonly<Record<AffairKind, string>> = {
  notice: "通知",
  meeting: "会议",
  vote: "议事",
  project: "项目",
  survey: "问卷",
  round: "巡查",
};

const STAGES: Readonly<Record<string, string>> = {
  draft: "草稿",
  posted: "已发布",
  cancelled: "已取消",
  dropped: "不发了",
  called: "已通知",
  held: "开会中",
  public: "公示中",
  done: "已结束",
  collecting: "征集意见",
  proposed: "已提方案",
  discussing: "讨论中",
  voting: "表决中",
  counted: "已计票",
  doing: "落实中",
  result: "公开结果",
  asking: "收集中",
  open: "征询中",
};

/** What people call where an affair is. */
export function stageName({ kind, stage }: Pick<Affair, "kind" | "stage">): string {
  return kind === "survey" && stage === "counted" ? "已汇总" : (STAGES[stage] ?? stage);
}

const EVENTS: Readonly<Record<string, string>> = {
  drafted: "拟稿",
  redrafted: "改稿",
  posted: "发布",
  corrected: "更正",
  resent: "补发",
  cancelled: "取消",
  dropped: "不发了",
  forgotten: "没人确认，作罢",
  called: "发出通知",
  moved: "改时间",
  topicAdded: "加议题",
  counted: "登记人数",
  minuted: "记录",
  resolved: "形成决议",
  notPassed: "没有通过",
  ended: "散会",
  public: "公示",
  published: "公示",
  publicOver: "公示期满",
  collecting: "开始征集",
  discussing: "开始讨论",
  voting: "开始表决",
  proposed: "提出方案",
  extended: "延期",
  asked: "发出",
  opened: "开始征询",
  listed: "加进名单",
  unlisted: "移出名单",
  allAgreed: "全部同意",
  done: "结束",
};

/** The history as people read it; what is new here is left out. */
export function eventName(type: string): string | undefined {
  return EVENTS[type];
}

/** What people call a kind of matter. */
export const KIND_NAMES: Readonly<Record<string, string>> = {
  demand: "诉求",
  dispute: "纠纷",
  wish: "微心愿",
  hazard: "安全隐患",
  inquiry: "咨询",
  proposal: "建议",
};

export const URGENCY_NAMES: Readonly<Record<string, string>> = {
  danger: "危及安全",
  utility: "水电气热",
  ordinary: "一般",
  complex: "复杂",
};

export const LEVEL_NAMES: Readonly<Record<string, string>> = { grid: "网格", community: "社区", joint: "联合" };

export const OUTCOME_NAMES: Readonly<Record<string, string>> = {
  resolved: "已办结",
  explained: "已说明",
  outsideDuty: "已指路",
  suspended: "已挂起",
  rejected: "已退回",
  withdrawn: "已撤销",
  merged: "已合并",
  unfiled: "未立案",
};

/** The events of the history, as people read them. */
const EVENT_NAMES: Readonly<Record<string, string>> = {
  opened: "登记",
  reminded: "提醒",
  noted: "备注",
  climbed: "超时转上一级",
  supplemented: "补充",
  finished: "办结",
  withdrawn: "撤销",
  started: "开始办理",
  arrived: "到场",
  supported: "邻居也反映",
  recalled: "撤回原话",
  reopened: "重新办理",
  confirmed: "确认",
  rated: "评价",
  dismissed: "不立案",
  archived: "归档",
  whistled: "吹哨",
  visited: "回访",
  reportedIn: "单位报到",
  rejected: "退回",
  merged: "合并",
  escalated: "升级",
  urged: "督办",
  transferred: "转交",
  ruled: "裁定",
  resumed: "恢复办理",
  overdue: "超过期限",
  failed: "未达成协议",
  secured: "先行排险",
  released: "放弃认领",
  referred: "转介",
  passed: "复查合格",
  objected: "单位异议",
  forgotten: "无人确认",
  extended: "延期",
  explained: "说明原因",
  split: "拆分",
  settled: "办结确认",
  scheduled: "列入议题",
  repaired: "整改完成",
  policed: "移交派出所",
  ordered: "下整改通知",
  faulted: "复查不合格",
  consulted: "会商",
  broken: "协议未履行",
  thanked: "感谢",
  suspended: "挂起",
  published: "公开心愿",
  paused: "等居民补充",
  partyNamed: "写明对方",
  meetingSet: "约谈",
  included: "恢复统计",
  excluded: "不计入统计",
  declined: "不愿调解",
  contacted: "已联系",
  consented: "双方同意调解",
  claimed: "认领",
  agreed: "达成协议",
  absorbed: "并入另一件",
  reclassified: "改类",
  recounted: "期限重算",
  undone: "撤回上一步",
};

/** What an event is called; one that is new here is shown as it is written. */
export function eventName(type: string): string {
  return EVENT_NAMES[type] ?? type;
}

import type { Verb } from "../../tickets/command.ts";

/** What a form asks for besides the order itself. */
export type Field =
  | { readonly as: "text"; readonly label: string; readonly isNeeded: boolean; readonly isLong?: true }
  | { readonly as: "mode" | "person" | "unit" | "anyUnit" | "kind" | "mark"; readonly label: string }
  | { readonly as: "when"; readonly label: string }
  | { readonly as: "days" | "into"; readonly label: string };

export type OrderForm = { readonly name: string; readonly hint?: string; readonly fields: readonly Field[] };

const needed = (label: string): Field => ({ as: "text", label, isNeeded: true, isLong: true });
const optional = (label: string): Field => ({ as: "text", label, isNeeded: false });
const REASON = needed("原因（会告诉居民）");

/** Every order that a page offers, in the order in which they stand there. Joining in and taking words back belong to the chat. */
export const ORDER_FORMS: Readonly<Record<Exclude<Verb, "support" | "recall">, OrderForm>> = {
  confirm: { name: "确认接手", fields: [{ as: "mode", label: "怎么服务（可不选）" }] },
  accept: { name: "接单", fields: [] },
  claim: { name: "认领", fields: [] },
  contact: { name: "已联系上", fields: [] },
  dismiss: { name: "不立案", hint: "不是要办的事。", fields: [] },
  arrive: { name: "到场", fields: [] },
  start: { name: "开始办理", fields: [optional("说一句（可不写）")] },
  finish: { name: "办结", fields: [needed("办理结果（会告诉居民）")] },
  consent: { name: "双方同意调解", fields: [] },
  party: { name: "写明对方", fields: [{ as: "text", label: "对方的门牌和称呼", isNeeded: true }] },
  meet: { name: "约谈", fields: [{ as: "when", label: "时间" }, optional("地点（可不写）")] },
  agree: { name: "达成协议", fields: [needed("双方各做什么、什么时候做到")] },
  fail: { name: "未达成", fields: [needed("原因")] },
  visit: { name: "回访", fields: [needed("回访情况")] },
  secure: { name: "已先行排险", fields: [needed("怎么做的")] },
  notice: {
    name: "下整改通知",
    fields: [
      { as: "unit", label: "单位" },
      { as: "when", label: "整改期限" },
    ],
  },
  pass: { name: "复查合格", fields: [] },
  fault: { name: "复查不合格", fields: [needed("哪里不合格")] },
  whistle: { name: "吹哨请单位", fields: [{ as: "unit", label: "单位" }, optional("事由（可不写）")] },
  consult: { name: "会商", fields: [{ as: "when", label: "时间" }, optional("和谁商量（可不写）")] },
  rule: { name: "裁定由谁办", fields: [{ as: "anyUnit", label: "由谁办" }] },
  urge: { name: "督办", hint: "再催一次经办人和单位。", fields: [] },
  transfer: { name: "转给别人", fields: [{ as: "person", label: "转给" }] },
  escalate: { name: "升级", hint: "请上一级来协调。", fields: [REASON] },
  extend: { name: "延期", fields: [{ as: "days", label: "几个工作日（1 到 30）" }, REASON] },
  await: { name: "请居民补充", hint: "等居民的时间不算在期限里。", fields: [needed("想请居民补充什么")] },
  suspend: { name: "挂起", fields: [{ as: "when", label: "到什么时候" }, REASON] },
  resume: { name: "恢复办理", fields: [] },
  explain: { name: "说明办不了", fields: [REASON] },
  refer: { name: "转介", hint: "不归社区管，告诉居民找谁。", fields: [needed("请居民找谁、怎么联系")] },
  reject: { name: "退回", fields: [REASON] },
  object: { name: "异议", hint: "认为不归本单位办。", fields: [needed("理由")] },
  release: { name: "放弃认领", fields: [] },
  merge: { name: "合并", fields: [{ as: "into", label: "并到哪一件（编号）" }] },
  split: { name: "拆分", fields: [needed("谁说的、是哪件事，例如“3-2-501 李女士 另一处漏水”")] },
  reclassify: { name: "改类", fields: [{ as: "kind", label: "其实是" }] },
  agenda: { name: "列入议题", fields: [] },
  decline: { name: "不愿调解", fields: [optional("说一句（可不写）")] },
  police: { name: "移交派出所", fields: [optional("说一句（可不写）")] },
  note: { name: "写备注", fields: [needed("备注（居民看不到）")] },
  supplement: { name: "补充", fields: [needed("补充什么")] },
  rate: { name: "评价", fields: [{ as: "mark", label: "满意吗" }] },
  reopen: { name: "没解决", fields: [optional("哪里没解决（可不写）")] },
  withdraw: { name: "撤销", fields: [] },
  thank: { name: "感谢", hint: "可以公开感谢办事的人。", fields: [] },
  exclude: { name: "不计入三率", fields: [needed("原因")] },
  include: { name: "恢复计入三率", fields: [] },
};

/** What a matter needs now and then; it stands below what moves it on. */
const SELDOM: readonly Verb[] = [
  ...(["urge", "transfer", "escalate", "extend", "await", "suspend", "explain", "refer", "reject", "release", "merge"] as const),
  ...(["split", "reclassify", "agenda", "decline", "police", "note", "exclude", "include"] as const),
];

/** Whether an order moves the matter on, as most days need it. */
export function isUsual(verb: Verb): boolean {
  return !SELDOM.includes(verb);
}

/** The order that a form names; undefined for a word that no form has. */
export function verbNamed(word: string | undefined): keyof typeof ORDER_FORMS | undefined {
  return word !== undefined && Object.hasOwn(ORDER_FORMS, word) ? (word as keyof typeof ORDER_FORMS) : undefined;
}

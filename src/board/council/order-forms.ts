import type { Affair, Meeting } from "../../council/affair.ts";
import { mayOrder } from "../../council/permit.ts";
import type { Instant } from "../../shared/instant.ts";
import type { Actor } from "../../tickets/ticket.ts";

/** One order as a form: `word` is said before what is written, as in chat. */
export type OrderForm = {
  readonly verb: string;
  readonly word: string;
  readonly label: string;
  /** What is written; without it the order is the word alone. */
  readonly asks?: { readonly label: string; readonly isNumber?: true; readonly isOptional?: true };
};

const form = (verb: string, word: string, label: string, asks?: OrderForm["asks"]): OrderForm => ({
  verb,
  word,
  label,
  ...(asks === undefined ? {} : { asks }),
});
const cancel = form("cancel", "取消", "取消", { label: "为什么取消", isOptional: true });
const drop = form("drop", "不发", "不发了");
const confirm = (label: string): OrderForm => form("confirm", "确认", label);
const entitled = form("entitled", "应到", "登记应到", { label: "应到多少", isNumber: true });

/** The orders that this person may give about this affair now, the likeliest first. They are checked again when they are given. */
export function formsFor(actor: Actor, affair: Affair, now: Instant): readonly OrderForm[] {
  return formsAt(affair, now).filter(({ verb }) => mayOrder(actor, verb, affair));
}

function formsAt(affair: Affair, now: Instant): readonly OrderForm[] {
  switch (affair.kind) {
    case "notice":
      if (affair.correction !== undefined) return [confirm("发出更正"), form("drop", "不发", "不更正了")];
      if (affair.stage === "draft") return [confirm("确认发布"), form("correct", "改", "改内容", { label: "新的内容" }), drop];
      return affair.stage === "posted"
        ? [form("correct", "更正", "更正", { label: "更正成什么" }), form("resend", "补发", "补发没收到的群"), cancel]
        : [];
    case "meeting":
      return meetingForms(affair, now);
    case "vote":
      return [...(affair.pending === undefined ? [] : [confirm("确认发出"), drop]), ...(VOTE_FORMS[affair.stage] ?? [])];
    case "survey":
      if (affair.stage === "draft") return [confirm("确认发出"), drop];
      if (affair.stage === "asking") return [form("end", "结束", "现在就汇总"), cancel];
      return affair.stage === "counted" ? [confirm("低分项列入下次议事")] : [];
    case "project":
      return PROJECT_FORMS[affair.stage] ?? [];
    case "round":
      return [];
  }
}

function meetingForms({ stage, at, history }: Meeting, now: Instant): readonly OrderForm[] {
  const isEnded = history.at(-1)?.type === "ended";
  const topic = form("topic", "加议题", "加议题", { label: "议题，可带事项编号（#12）" });
  const move = form("correct", "改到", "改时间", { label: "改到什么时候，如 明天下午3点" });
  if (stage === "draft") return [confirm("发出会议通知"), move, topic, drop];
  if (stage !== "called" && stage !== "held") return [];
  if (stage === "called" && now < at) return [topic, move, cancel];
  return [
    ...(isEnded ? [confirm("公示决议")] : []),
    form("came", "实到", "登记到会", { label: "到会人数", isNumber: true }),
    entitled,
    form("minute", "记录", "加记录", { label: "记录内容" }),
    form("resolve", "决议", "形成决议", { label: "决议内容，可写同意几票、反对几票" }),
    ...(isEnded ? [] : [form("end", "结束", "散会")]),
  ];
}

const propose = form("propose", "方案", "提方案", { label: "方案，多个用 A、B 分开" });
const discuss = form("discuss", "讨论", "开始讨论", { label: "到什么时候，如 周日", isOptional: true });
const poll = form("poll", "表决", "开始表决", { label: "到什么时候，如 下周三", isOptional: true });
const extend = form("extend", "延期到", "延期", { label: "延到什么时候" });
const close = form("close", "结束", "提前结束");
const opinions = form("opinions", "意见", "把意见私聊发我");

const VOTE_FORMS: Readonly<Record<string, readonly OrderForm[]>> = {
  draft: [form("correct", "改", "改议题", { label: "新的议题" }), entitled],
  collecting: [opinions, propose, extend, close, cancel],
  proposed: [discuss, poll, propose, entitled, opinions, cancel],
  discussing: [opinions, poll, extend, close, cancel],
  voting: [entitled, extend, cancel],
  counted: [entitled, extend, cancel],
  doing: [form("tell", "结果", "公开结果", { label: "办成了什么样" })],
};

const PROJECT_FORMS: Readonly<Record<string, readonly OrderForm[]>> = {
  draft: [
    confirm("开始征询"),
    form("add", "加", "加住户", { label: "门牌，如 6-1-101" }),
    form("remove", "去掉", "去掉住户", { label: "门牌" }),
    form("drop", "不要了", "不做了"),
  ],
  open: [
    form("add", "加", "加住户", { label: "门牌，如 6-1-101" }),
    form("remove", "去掉", "去掉住户", { label: "门牌" }),
    form("end", "结束", "征询结束"),
    form("cancel", "取消", "取消项目", { label: "为什么取消", isOptional: true }),
  ],
};

import type { AffairKind } from "../affair.ts";
import { PROJECT_VERBS } from "../consent/verbs.ts";
import { VOTE_VERBS } from "../vote/verbs.ts";

/** An order about an affair as its words say it; which affair is found by `aim.ts`. */
export type WrittenOrder = {
  readonly verb: string;
  readonly text: string;
  readonly number?: number;
  readonly kind?: AffairKind;
  /** 刚才那个: the affair that was spoken of last. */
  readonly isLast?: boolean;
};

/** What people call the affairs; the bot says them so: 【通知5】. */
const NAMES: { readonly [name: string]: AffairKind } = {
  通知: "notice",
  公告: "notice",
  会议: "meeting",
  会: "meeting",
  议事: "vote",
  征集: "vote",
  表决: "vote",
  项目: "project",
  问卷: "survey",
  巡查: "round",
};
const NAMED = `(${Object.keys(NAMES).join("|")})\\s*[#＃]?(\\d{1,6})(?![\\d-]|\\s*(?:[点月日天时个]|[:：]\\d{2}(?!\\d)|号?[楼栋幢座]))(?:号)?`;
const HEAD = new RegExp(`^([\\u4e00-\\u9fa5]{0,4}?)[【\\s]*${NAMED}[】：:，,\\s]*`);
const MARK = new RegExp(`【(${Object.keys(NAMES).join("|")})(\\d{1,6})】`);

const VERBS: readonly (readonly [string, RegExp])[] = [
  [
    "confirm",
    /^(?:(?:好的?|行|可以|没问题|同意)[，,\s]*)?(?:(?:确认|确定)(?:发布?|发送|发出去?|公示)?|发布|发出去?|发送|可以发|同意发|公示|发)(?:一下|吧|了)?[。.!！]*$/,
  ],
  ["drop", /^(?:先?不发了?|先?别发了?|作罢|算了|不用发了?|删掉|删了|作废)[。.!！]*$/],
  ["resend", /^(?:重发|补发|再发)(?:一下|一次|一遍)?[。.!！]*$/],
  ["correct", /^(?:更正为?|改为|改成|改到|推迟到|提前到|修改为?|改)[：:，,\s]*([\s\S]*)$/],
  ["correct", /^((?:把|将)[\s\S]{1,20}?(?:改成|改为|换成|改到)[\s\S]+)$/],
  ["correct", /^((?:地点|地址|会场|场地|时间)\s*(?:改|换|变|[:：])[\s\S]*)$/],
  ["cancel", /^(?:取消|撤销|撤回|不开了)[：:，,\s]*([\s\S]*)$/],
  ["minute", /^(?:记录|纪要|会议纪要|记一下)[：:，,\s]*([\s\S]*)$/],
  ["resolve", /^(?:决议|决定|议定|形成决议)[：:，,\s]*([\s\S]*)$/],
  ["end", /^(?:结束|散会|开完了?|会开完了|报完了?)[。.!！]*$/],
  ["topic", /^(?:加议题|增加议题|补充议题|议题加?)[：:，,\s]*([\s\S]*)$/],
  ["entitled", /^(应到\s*\d{1,4}\s*[人名户位]?[，,、。\s]*(?:(?:实到|到会)\s*\d{1,4}\s*[人名户位]?)?)[。.!！]*$/],
  ["came", /^(?:实到|到会)\s*(\d{1,4})\s*[人名户位]?[。.!！]*$/],
  ["checkIn", /^(?:到会|签到)[：:，,\s]*([\s\S]*)$/],
  ["object", /^(?:有?异议|不同意)[：:，,\s]*([\s\S]*)$/],
  ["show", /^(?:情况|进度|进展|怎么样了?|名单|谁来|多少人|发到(?:了)?哪.{0,6}|(?:发出去|发|都收到|收到)了(?:吗|没有?))?[?？]*$/],
];

/** Kinds whose orders have words of their own. */
const VERBS_OF: { readonly [kind in AffairKind]?: typeof VERBS } = { vote: VOTE_VERBS, project: PROJECT_VERBS };

const THE_LAST = "(?:刚才|刚刚|刚发|上面|上一?[条个]|这[条个]|那[条个])(?:发)?(?:的|那[条个]|这[条个])*(?:通知|公告|会议?|消息)?";
/** `刚才那个改一下，改成下午1点`; `取消刚才的通知`. */
const LAST_FIRST = new RegExp(
  `^(?:请|麻烦|把)*\\s*${THE_LAST}(?:(?:给|帮)我|要|得|先)*(?:(?:改|更正|修改)(?:一?下|改)?(?=[，,：:\\s]))?[，,：:\\s]*(?=\\S)`,
);
const LAST_THEN = new RegExp(`^(取消|撤回|撤销|重发|更正|修改)\\s*${THE_LAST}[，,：:\\s]*`);

/** Reads `会议3 记录 …`, `取消通知5 下雨`, `更正通知5：改到下午2点`, or the verb alone behind a quote. Undefined: it is none of these. */
export function readOrder(raw: string, quoted: string | undefined): WrittenOrder | undefined {
  const text = raw.trim().replace(/[０-９]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  const aimed = aimIn(text, quoted);
  const ofLast = text.replace(LAST_FIRST, "").replace(LAST_THEN, "$1 ");
  const isLast = aimed === undefined && ofLast !== text;
  const rest = aimed === undefined ? ofLast.trim() : aimed.rest;
  // 查通知5: the word for looking says nothing more than the number does.
  const said = verbIn(rest.replace(/^(?:查看?|看看?)\s*(?=$)/, ""), aimed?.kind);
  if (said === undefined || (said.verb === "show" && aimed === undefined)) return undefined;
  return {
    ...said,
    ...(aimed === undefined ? {} : { number: aimed.number, kind: aimed.kind }),
    ...(isLast ? { isLast } : {}),
  };
}

const ASKS_ABOUT = new RegExp(
  `^(${Object.keys(NAMES).join("|")})的?(?:情况|进度|进展|怎么样了?|名单|(?:都有)?谁来|(?:有)?(?:多少|几个?)[人户](?:来|报名|投了)?了?)[?？]*$`,
);

/** `会议谁来`, without a number: the kind of affair that is asked about, the latest of it. */
export function kindAskedAbout(text: string): AffairKind | undefined {
  return NAMES[ASKS_ABOUT.exec(text.trim())?.[1] ?? ""];
}

/** The affair whose sentence was quoted. */
export function quotedAffair(quoted: string | undefined): { readonly number: number; readonly kind: AffairKind } | undefined {
  const match = MARK.exec(quoted ?? "");
  const kind = NAMES[match?.[1] ?? ""];
  return kind === undefined ? undefined : { number: Number(match?.[2]), kind };
}

/** `会议3 报名`: the affair that a text names at its head, and the rest of it. */
export function affairNamed(text: string) {
  return aimIn(text.trim(), undefined);
}

/** What people call an affair of this kind. */
export function nameOf(kind: AffairKind): string {
  return Object.keys(NAMES).find((name) => NAMES[name] === kind) ?? "";
}

/** How an affair's sentences are marked: 【议事4】. */
export function markOf({ kind, number }: { readonly kind: AffairKind; readonly number: number }): string {
  return `【${nameOf(kind)}${number}】`;
}

/** The affair that a text names anywhere at its head: `会议3 …`, `更正通知5 …`; the rest is what is said of it. */
function aimIn(text: string, quoted: string | undefined) {
  const match = HEAD.exec(text);
  const kind = NAMES[match?.[2] ?? ""];
  if (match !== null && kind !== undefined) {
    return { number: Number(match[3]), kind, rest: `${match[1] ?? ""} ${text.slice(match[0].length)}`.trim() };
  }
  const found = quotedAffair(quoted);
  return found === undefined ? undefined : { ...found, rest: text };
}

function verbIn(text: string, kind: AffairKind | undefined): Pick<WrittenOrder, "verb" | "text"> | undefined {
  for (const [verb, pattern] of VERBS_OF[kind ?? "notice"] ?? VERBS) {
    const match = pattern.exec(text);
    if (match !== null) return { verb, text: (match[1] ?? "").trim() };
  }
  return undefined;
}

import type { Verb } from "../../tickets/command.ts";
import type { Asking, Reply } from "./reply.ts";

type Rule = {
  readonly verb: Verb | Asking;
  readonly words: string;
  readonly plain?: false;
  readonly mark?: number;
  readonly whole?: true;
};

/**
 * The words of each reply, the longer ones first (DESIGN: Ticket numbers and replies).
 * `whole`: nothing but a number may stand beside it. `plain: false`: everyday words.
 */
const RULES: readonly Rule[] = [
  { verb: "code", words: "绑定码|验证码" },
  { verb: "bind", words: "绑定" },
  { verb: "dismiss", words: "不是|不立案|不用立案|不用办|不算" },
  { verb: "reject", words: "退回|不予受理|不受理" },
  { verb: "confirm", words: "收到[，,、 ]*(?:正)?在办|收到[，,、 ]*马上办|确认|立案|受理|接单" },
  { verb: "confirm", words: "收到|好的?|知道了|马上去|马上办", plain: false, whole: true },
  { verb: "arrive", words: "已?到场了?|已?到现场了?" },
  { verb: "arrive", words: "到了|我到了", plain: false, whole: true },
  { verb: "start", words: "正在处理|处理中|在处理|正在办理?|办理中|在办" },
  { verb: "finish", words: "已?办结了?|已?办理完毕|已?完结" },
  { verb: "finish", words: "已?经?(?:修好|办好|办完|解决|处理好|处理完|弄好|搞定|换好|疏通|清理干净)了?", plain: false },
  { verb: "extend", words: "延期|延迟|宽限" },
  { verb: "escalate", words: "升级|上报" },
  { verb: "transfer", words: "转交给?|转派给?|转给|转" },
  { verb: "note", words: "备注|记一下" },
  { verb: "track", words: "查询|查看|查一下|查" },
  { verb: "mine", words: "我的工单|我的诉求|我的事|我报的事", whole: true },
  { verb: "mine", words: "我的", plain: false, whole: true },
  { verb: "supplement", words: "补充" },
  { verb: "withdraw", words: "撤销|撤回", whole: true },
  { verb: "withdraw", words: "取消|不用了", plain: false, whole: true },
  { verb: "reopen", words: "还?是?没有?(?:解决|修好|办好|弄好)(?:呢|啊|呀)?|没用|还是不行|还是老样子" },
  { verb: "rate", words: "非常满意|我?很满意|满意满意|满意", mark: 5, whole: true },
  { verb: "rate", words: "挺好的?|很好|非常好|不错", mark: 5, plain: false, whole: true },
  { verb: "rate", words: "基本满意|还可以|比较满意", mark: 3, whole: true },
  { verb: "rate", words: "不满意|很不满意|不太满意", mark: 1, whole: true },
  { verb: "support", words: "(?:我|我们)家?也(?:是|一样|这样)(?:的|啊|呢)?|\\+1|同求|同上" },
  { verb: "help", words: "怎么用|帮助|使用说明|你会什么", whole: true },
];

const NUMBER =
  "(?:[#＃]?\\s*(\\d{1,15})(?![\\d.]|\\s*(?:[天日楼栋幢座室点:：%]|个|单元|小时|工作日|号\\s*(?:楼|院|门|栋|单元|线|路)))\\s*(?:号工单|号)?[，,：:、 ]*)?";
/** A word that must stand alone may still be followed by thanks. */
const END = "[，,。.!！~～ ]*(?:(?:谢谢|多谢|感谢|辛苦)[^？?]{0,12})?$";

const COMPILED = RULES.map((rule) => ({
  ...rule,
  // number? word number? rest
  pattern: new RegExp(
    `^${NUMBER}(?:请|我要|已)?(?:${rule.words})(?:了|吧|哈|一下)?[，,：:、 ]*${NUMBER}${rule.whole === true ? END : "([\\s\\S]*)$"}`,
  ),
}));

/** A longer text is no reply; nobody types so much behind a word. */
const LONGEST = 6_000;

/** The reply that a text is, or undefined: then it is talk. Full-width digits, a missing # and punctuation are forgiven. */
export function parseReply(raw: string): Reply | undefined {
  const text = halfWidth(raw)
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .trim();
  if (text === "" || text.length > LONGEST) return undefined;
  return markOnly(text) ?? byRule(text);
}

/** Digits, letters, ＃ and ＋ as a keyboard without Chinese types them; the punctuation of the words stays theirs. */
function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ＃＋]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** Several replies in one line: `12 办结 已修好；15 延期 2天 等配件`. Each part must be a reply with its own number, else it is one. */
export function parseReplies(raw: string): readonly Reply[] {
  const parts = raw.split(/[;；\n]+/).filter((part) => part.trim() !== "");
  if (parts.length > 1 && parts.length <= 10) {
    const replies = parts.map(parseReply);
    if (replies.every((reply) => reply?.number !== undefined)) return replies as Reply[];
  }
  return sameForAll(raw) ?? [parseReply(raw)].filter((one) => one !== undefined);
}

/** `确认 1 2`, `1和2都确认`: the same bare word for each number. */
function sameForAll(raw: string): readonly Reply[] | undefined {
  const text = halfWidth(raw).trim();
  const numbers = [...text.matchAll(/\d{1,15}/g)].map(([digits]) => Number(digits));
  if (numbers.length < 2 || numbers.length > 10 || text.length > 80) return undefined;
  const word = text.replace(/[\d#号都、，,和\s]+/g, "");
  const reply = parseReply(word);
  const isBare = reply?.plain && reply.bare && ["confirm", "start", "arrive"].includes(reply.verb);
  return isBare ? numbers.map((number) => ({ ...reply, number })) : undefined;
}

function byRule(text: string): Reply | undefined {
  for (const { verb, mark, plain, whole, pattern } of COMPILED) {
    const match = pattern.exec(text);
    if (match === null) continue;

    const number = match[1] ?? match[2];
    const rest = whole === true ? "" : (match[3] ?? "").trim();
    if (continues(text, verb, rest)) continue;
    const days = verb === "extend" ? daysIn(rest) : undefined;
    return {
      verb,
      ...(number === undefined ? {} : { number: Number(number) }),
      text: verb === "extend" ? withoutDays(rest) : rest === "" && verb === "finish" && plain === false ? ownWords(text) : rest,
      ...(days === undefined ? {} : { days }),
      ...(mark === undefined ? {} : { mark }),
      plain: plain ?? true,
      bare: rest === "",
    };
  }
  return undefined;
}

/** `12 修好了` says the result itself: 修好了. */
function ownWords(text: string): string {
  return text.replace(/^[#＃]?\d+[，,：:、\s]*/, "");
}

/** `转弯处灯坏了`, `查水表的来了`, `补充水分`, `确认过眼神`: the word goes on into another word, so it is talk. */
function continues(text: string, verb: Verb | Asking, rest: string): boolean {
  if (rest === "") return false;
  if (verb === "finish") return /^(?:吗|么|没|不|[?？])/.test(rest);
  const gap = text.slice(0, text.length - rest.length);
  if (/[，,：:、\s]$/.test(gap) || /\d$/.test(gap)) return false;
  if (verb === "transfer")
    return !/^[\p{Script=Han}]{2,6}(?:[，,\s]|$)/u.test(rest) || /^[弯移发身眼账钱让载入出口角]/.test(rest);
  return verb !== "extend" && verb !== "bind";
}

/** `5`, `5分`, `12 5分`: a mark alone. */
function markOnly(text: string): Reply | undefined {
  const match = /^(?:[#＃]?(\d{1,9})[，,：: ]+)?(?:打)?([1-5一二三四五])\s*(?:分|星)?[。.!！]?$/.exec(text);
  if (match === null) return undefined;
  const mark = "一二三四五".indexOf(match[2] ?? "") + 1 || Number(match[2]);
  return {
    verb: "rate",
    mark,
    text: "",
    plain: false,
    bare: true,
    ...(match[1] === undefined ? {} : { number: Number(match[1]) }),
  };
}

const DAYS = /(\d{1,3}|[一二两三四五六七八九十])\s*(?:个)?(?:工作)?[天日]/;

function daysIn(text: string): number | undefined {
  const found = DAYS.exec(text)?.[1];
  if (found === undefined) return undefined;
  const chinese = "一二三四五六七八九十".indexOf(found) + 1;
  return found === "两" ? 2 : chinese > 0 ? chinese : Number(found);
}

function withoutDays(text: string): string {
  return text
    .replace(DAYS, "")
    .replace(/^[，,：:、\s]+/, "")
    .trim();
}

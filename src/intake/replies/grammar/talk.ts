import type { Rule } from "./rule.ts";

/** Thanks, marks and faces: nothing. */
const THANKS =
  /^[，,。.!！~～、\s]*(?:(?:谢谢|多谢|感谢|辛苦|麻烦|谢)[^？?但]{0,12})?(?:[，,。.!！~～\s]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\[[^\]]{1,4}\])*$/u;

export function isThanks(rest: string): boolean {
  return rest.length < 40 && THANKS.test(rest);
}

/** `办结了吗`, `确认没有？`: the word itself is asked about. */
const ASKED = /^(?:了|过)?(?:吗|么|嘛|没有?|没|否|不|呢|吧)?[?？]+$|^(?:了|过)?(?:吗|么|没有?|没|否|不)[。.!！~～]*$/;
/** What behind a word turns it into a condition, an attribute or a question. */
const GOES_ON =
  /^(?:吗|么|就|再|的话|才|之后|以后|之前|以前|后|前|[?？]|告诉|跟|说|还|又|的|谁|什么|怎么|为什么|哪|多久|几|是不是|有没有|过[^，,。了\s]|方案|方法|办法|问题|中心|通知|时间)/;
const QUESTION = /(?:吗|没|没有|呢)[?？]?$|[?？]$/;
/** `满意，但是还没亮` is no mark. */
const UNHAPPY = /没|(?<!再也)不(?!错|再)|还是|才怪|鬼|吗|[?？]/;
const NOT_IT = /^(?:吗|么|没有?$|不了?$|[?？]|不[^了是归予能]|谁|什么时候|怎么|多久)/;
/** Everyday objects of words that are also orders, even with a gap between. */
const OTHER_THINGS: { readonly [verb: string]: RegExp } = {
  resume: /^(?:供[水电暖气热]|通[车水电]|正常|出厂|原状|营业|上课|运营)/,
  escalate: /^(?:改造|系统|版本|套餐|打怪|补丁|软件|换代)/,
  exclude: /^(?:故障|法|一切|万难|异己)/,
  claim: /^(?:失物|快递|包裹|钥匙|树|一[只条]|宠物)/,
};

export type Seen = {
  readonly rule: Rule;
  readonly word: string;
  readonly rest: string;
  /** A gap, a mark or a number stands between the word and the rest. */
  readonly isApart: boolean;
  /** The rest is what may stand behind this word without a gap. */
  readonly follows: boolean;
  /** A ticket's number stands before the word. */
  readonly isSure: boolean;
  readonly marked: boolean;
};

/** `转弯处灯坏了`, `查水表的来了`, `补充水分`, `确认过眼神`: the word goes on into another word, so it is talk. */
export function continues({ rule, word, rest, isApart, follows, isSure }: Seen): boolean {
  const { verb, plain } = rule;
  if (/一下[吧哈]?$/.test(word) && ["confirm", "finish", "arrive", "explain", "object"].includes(verb) && rule.glued !== ".")
    return true;
  if (rest === "") return false;
  if (plain === false && verb !== "reopen" && QUESTION.test(rest)) return true;
  if (verb === "track") return !(isApart || follows || isSure);
  if (verb !== "reopen" && verb !== "offer" && ASKED.test(rest)) return true;
  if (OTHER_THINGS[verb]?.test(rest) === true) return true;
  if (verb === "rate") return !isApart || (rule.mark === 5 && UNHAPPY.test(rest));
  if (follows) return NOT_IT.test(rest) && rule.glued !== ".";
  if (isApart) return /^(?:吗|么|[?？])/.test(rest);
  if (verb === "finish" && plain === false) return GOES_ON.test(rest) || /^[没不]/.test(rest) || !/了$/.test(word) || !isSure;
  return !isSure || GOES_ON.test(rest) || NOT_IT.test(rest);
}

import type { Reply } from "../reply.ts";

/** What a number is followed by when it counts something else than tickets: 3号楼, 2天, 12月, 5个, 3.5, 3-201. */
export const NO_TICKET =
  "(?!\\d|[楼路门]|\\s+楼(?![道梯顶上下里])|\\s+路(?![灯面口上边])|\\s+门(?![禁口锁厅])|\\.\\d|\\s*[:：](?=\\d)|\\s*(?:[天日栋幢座室点%层月年户人元块米次盏台辆间岁度只张位把家斤吨名区倍万千百级梯组场]|弄(?![好完妥])|分钟" +
  "|处(?![理里])|排(?!险|除|线)|期|个|單元|单元|小时|工作日|星期|周|礼拜|公里|平方?米|两边|边|毛钱)" +
  "|\\s*号\\s*(?:楼|院|门|栋|单元|线|路|厅|井|梯|电|车|库|地|房|铺|桌|居|那天|当天|早|上午|中午|下午|晚|前|之前|以前|以后)" +
  "|\\s*[-~～/—–]\\s*\\d)";

const DIGITS = `(\\d{1,15})(?:(?<=#\\s*\\d{1,15})(?!\\d|\\s*[楼栋幢]|\\s*号\\s*[楼栋])|${NO_TICKET})`;
const MARK_BEFORE = "(?:第|编号|工单号?|单号|单子|心愿|事项|诉求|案件|[Nn][Oo]\\.?)?\\s*#?";
const MARK_AFTER =
  "(?:\\s*号(?:的?工单|单子|单(?!元)|心愿|事项|诉求|案件|件)?|\\s*单子|\\s*工单|\\s*心愿)?(?:\\s*[这那](?:个|件|条|单)(?:事情?|工单|单子|心愿)?|\\s*的?这事)?";

/** A ticket's number in all its dress: `12`, `#12`, `12号工单`, `工单12`, `第12号`, `12这件`. One group: the digits. */
export const NUMBER = `${MARK_BEFORE}\\s*${DIGITS}${MARK_AFTER}`;

const MARKED = /#|工单|编号|单号|单子|心愿|事项|诉求|案件|[这那]|单|no/i;

/** Whether the words around a number say that it is a ticket's: `#12`, `12号工单`, and not `12号`. */
export function isMarked(dressed: string): boolean {
  return MARKED.test(dressed);
}

const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]|\ufe0f/g;
const BRACKETED = /[【（([]\s*(?:工单)?#?(\d{1,6})(?:号工单|号)?\s*[】）)\]]/g;
const WRITTEN =
  /(工单|单号|编号|第)?([一二三四五六七八九十]{1,3})(号工单|号单)|(工单|单号|编号)([一二三四五六七八九十]{1,3})(?![一-龥])/g;

/** The text as a keyboard without Chinese types its digits, letters, ＃ and ＋; the punctuation of the words stays theirs. */
export function plainForm(raw: string): string {
  return raw
    .replace(/[０-９Ａ-Ｚａ-ｚ＃＋]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(INVISIBLE, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/(?: ?\n ?)+/g, "\n")
    .replace(BRACKETED, " #$1 ")
    .replace(
      WRITTEN,
      (_all, before, first, after, other, second) => `${before ?? other ?? ""}${written(first ?? second)}${after ?? ""}`,
    )
    .trim();
}

const NUMERALS = "零一二三四五六七八九";

/** 三 → 3, 十二 → 12, 二十五 → 25, 两三 → 3 (the later, when somebody says a range). */
function written(words: string): number {
  const plain = words.replaceAll("两", "二").replaceAll("俩", "二");
  const ten = plain.indexOf("十");
  if (ten === -1) return NUMERALS.indexOf(plain.at(-1) ?? "");
  const tens = ten === 0 ? 1 : NUMERALS.indexOf(plain[ten - 1] ?? "");
  return tens * 10 + Math.max(0, NUMERALS.indexOf(plain[ten + 1] ?? "零"));
}

const COUNT = "(?:\\d{1,3}\\s*[-~～到至]\\s*)?(\\d{1,3}|[一二两俩三四五六七八九十]{1,3}|半)";
const SPAN = `${COUNT}\\s*个?\\s*(工作日|[天日](?!期)|周|星期|礼拜|小时)`;
const DAYS = new RegExp(`(?<![月\\d])${SPAN}(?:左右|的?时间)?`);

/** A length of time at the very start, for words that mean `extend` only before one: 再给两天. */
export const DAYS_FIRST = `(?:我|我们|大概|最多|个)?${SPAN}`;

/** How many working days a text names; a week is five of them. Undefined for a date (到12月3日). */
export function daysIn(text: string): number | undefined {
  const found = DAYS.exec(text);
  if (found === null || /^[到至]/.test(text)) return undefined;
  const count = found[1] ?? "";
  const days = count === "半" ? 1 : /\d/.test(count) ? Number(count) : written(count);
  if (found[2] === "小时") return Math.ceil(days / 24);
  return /周|星期|礼拜/.test(found[2] ?? "") ? days * 5 : days;
}

export function withoutDays(text: string): string {
  return text
    .replace(DAYS, " ")
    .replace(/^[，,：:、。\s吧了啊哈]+/, "")
    .replace(/ {2,}/g, " ")
    .replace(/[，,、：:\s]+$/, "")
    .trim();
}

/** A word that names a moment: 明天, 周六上午, 12月3日, 下午3点. */
export const MOMENT =
  "(?:今天|今晚|今日|明天|明早|明晚|明日|后天|大后天|周[一二三四五六日天末]|星期|礼拜|下周|下个?月|下星期|本周|这周|月底|年底|年前|节后|节前|上午|下午|晚上|早上|中午|春节|元旦|国庆|[\\d一二三四五六七八九十]{1,3}\\s*[点月号日:：])";

const KINDS: readonly (readonly [string, NonNullable<Reply["kind"]>])[] = [
  ["矛盾纠纷|邻里纠纷|邻里矛盾|纠纷|矛盾|纠份", "dispute"],
  ["微心愿|心愿|愿望", "wish"],
  ["安全隐患|隐患|隐换", "hazard"],
  ["咨询|资询|问询", "inquiry"],
  ["议事提案|建议|提案|议题|意见", "proposal"],
  ["诉求|报修|投诉", "demand"],
];

const KIND = new RegExp(
  `^(?:成|为|到|是|属于|算)?(?:一个|个|一件)?(?:${KINDS.map(([words]) => `(${words})`).join("|")})(?:类别?的?|件|的)?(?:吧|才对|哈|了)*(?=$|[，,。.；;！!\\s])`,
);

/** The only kind of matter that a text names anywhere; undefined when it names none, or two. */
export function kindIn(text: string): NonNullable<Reply["kind"]> | undefined {
  const named = KINDS.filter(([words]) => new RegExp(words).test(text)).map(([, kind]) => kind);
  return named.length === 1 ? named[0] : undefined;
}

/** The kind of matter that a text begins with, and what stands behind it. */
export function kindFirst(text: string): { readonly kind: NonNullable<Reply["kind"]>; readonly rest: string } | undefined {
  const found = KIND.exec(text);
  if (found === null) return undefined;
  const which = found.slice(1).findIndex((word) => word !== undefined);
  const kind = KINDS[which]?.[1];
  return kind === undefined ? undefined : { kind, rest: text.slice(found[0].length).replace(/^[，,。.；;！!\s]+/, "") };
}

const HAND = /^(?:#?(\d{1,9})[，,：: ]+)?(?:\[(?:强|赞|弱)\]|👍|👎|\p{Emoji_Modifier})+$/u;
const ALONE =
  /^(?:(?:工单)?#?(\d{1,9})(?:号工单|号)?[，,：: ]+|#(\d{1,9})(?=[打给评])|(\d{1,9})号工单)?(?:我?(?:打|给|评)(?:个|了)?)?([1-5一二两三四五])\s*(?:分|颗?星)?(?:好评|吧|哈|了)?[。.!！~]*$/;

/** `5`, `5分`, `12 5分`, `打5分`, 👍: a mark alone. */
export function markOnly(text: string): Reply | undefined {
  if (text.length > 30) return undefined;
  const hand = HAND.exec(text);
  const match = hand ?? ALONE.exec(text);
  if (match === null) return undefined;
  const number = match[1] ?? match[2] ?? match[3];
  const digit = match[4] ?? "";
  const mark = hand !== null ? (/弱|👎/.test(text) ? 1 : 5) : /\d/.test(digit) ? Number(digit) : written(digit);
  return { verb: "rate", mark, text: "", plain: false, bare: true, ...(number === undefined ? {} : { number: Number(number) }) };
}

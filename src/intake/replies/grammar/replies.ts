import type { Reply } from "../reply.ts";
import { NUMBER, plainForm } from "./fields.ts";
import { withoutFiller, withoutGreeting } from "./head.ts";
import { pairIn } from "./pairs.ts";
import { LONGEST, parseReply } from "./parse-reply.ts";

export type { Reply } from "../reply.ts";
export { parseReply } from "./parse-reply.ts";

/** Where one line may hold several replies, the surer marks first. */
const BOUNDS = [/[;；\n]+/, /[;；\n。]+/, /[;；\n。]+|[，,](?=\s*(?:工单)?#?\d)/, /[;；\n。]+|[，,\s]\s*(?=(?:工单)?#?\d)/];
const MOST = 10;
/** Words whose text may well hold numbers: a gap alone does not end it. */
const OWN_WORDS: readonly Reply["verb"][] = ["note", "supplement", "visit", "agree", "private"];

/** Several replies in one line: `12 办结 已修好；15 延期 2天 等配件`. Each part must be a reply with its own number, else it is one. */
export function parseReplies(raw: string): readonly Reply[] {
  if (raw.length > LONGEST) return [];
  const text = plainForm(raw);
  if (text === "") return [];
  return (
    (/\d[\s\S]*\d/.test(text) ? (several(text) ?? sameForAll(text)) : undefined) ??
    [parseReply(text)].filter((one) => one !== undefined).filter((one) => !namesAnother(one))
  );
}

/** Words behind an order that name another ticket hold another order: read part by part (`guess/`), never as this one's result. */
function namesAnother({ verb, number, text }: Reply): boolean {
  if (OWN_WORDS.includes(verb) || verb === "merge" || verb === "split") return false;
  return [...text.matchAll(/#\s*(\d{1,9})/g)].some(([, digits]) => Number(digits) !== number);
}

function several(text: string): readonly Reply[] | undefined {
  for (const [rank, bound] of BOUNDS.entries()) {
    const parts = text.split(bound).filter((part) => part.trim() !== "");
    if (parts.length < 2 || parts.length > MOST) continue;
    const replies = parts.map((part) => sameForAll(part) ?? [parseReply(part)]);
    const known = replies.flat().filter((reply) => reply?.number !== undefined) as Reply[];
    const isWhole = known.length === replies.flat().length;
    const ownWords = rank === BOUNDS.length - 1 && known.some(({ verb }) => OWN_WORDS.includes(verb));
    if (isWhole && !ownWords) return known.map((reply, index) => withResult(reply, known[index + 1]));
  }
  return isMixed(text.split(BOUNDS.at(-1) as RegExp).map((part) => part.trim())) ? [] : undefined;
}

/** What is still being worked at: no order, and no part of another ticket's result. */
const UNDER_WAY = /还[在没得要差缺]|没|正在|在[修弄办等联]|[明后]天|下[周午]|周[一二三四五六日]|等|缺|约/u;

/** `1 办结 换灯泡 2 还在弄`: an order among other news, which is read part by part (`guess/`). */
function isMixed(parts: readonly string[]): boolean {
  const [first, ...others] = parts.filter((part) => part !== "");
  if (first === undefined || others.length === 0 || parts.length > MOST) return false;
  const isNumbered = [first, ...others].every((part) => /^(?:工单)?#?\d{1,9}(?!\d)/u.test(part));
  return isNumbered && parseReply(first)?.number !== undefined && others.some((part) => UNDER_WAY.test(part));
}

/** `32已办结 34也办完了，垃圾都清走了`: what was done is told once for both. */
function withResult(reply: Reply, next: Reply | undefined): Reply {
  const isShared = reply.verb === "finish" && reply.text === "" && next?.verb === "finish";
  return isShared ? { ...reply, text: next.text, bare: false } : reply;
}

const LINK = "\\s*(?:和|与|跟|、|，|,|\\+|\\s)\\s*";
const MANY = new RegExp(
  `^(?:把|将)?\\s*(?<list>${NUMBER}(?:${LINK}${NUMBER})+)\\s*(?:工单)?\\s*(?<all>(?:都|全部?|均|一并|一起|[两三]个)*)(?:已经?)?[，,：:\\s]*(?<words>.+)$`,
  "s",
);
/** `1-3都办完了`, `1到3号全清了`; `1-3-201`, `3-5天` and `1-3单元` are none. */
const RANGE =
  /^#?(?<from>\d{1,6})号?\s*[-~～—–到至]\s*#?(?<to>\d{1,6})(?:号|工单)*\s*(?<words>(?:这[几两三些]?[个件]?)?(?:都|全部?|均|一并|一起).+)$/su;
const BEHIND = new RegExp(
  `^(?<words>\\D{2,12}?)\\s*(?<list>${NUMBER}(?:${LINK}${NUMBER})+)(?:[。.!！\\s]*$|(?<rest>[，,]\\D.*$))`,
);
/** Words that need no words of their own: the same for each. */
const SHORT: readonly Reply["verb"][] = [
  "confirm",
  "accept",
  "start",
  "arrive",
  "claim",
  "contact",
  "urge",
  "resume",
  "pass",
  "secure",
  "exclude",
  "include",
  "dismiss",
];

/** `确认 1 2`, `1和2都确认`, `12和13都办结了，灯都换了`: the same for each number. */
function sameForAll(text: string): readonly Reply[] | undefined {
  if (pairIn(text) !== undefined) return undefined;
  const said = listedOut(withoutFiller(withoutGreeting(text)));
  const groups = (MANY.exec(said) ?? (said.length > 120 ? null : BEHIND.exec(said)))?.groups;
  if (groups === undefined) return undefined;
  const { list = "", words = "", all = "", rest = "" } = groups;
  return forEach(list, `${words}${rest}`, all !== "" || /^(?:都|全)/.test(words));
}

/** A range of numbers, each by itself. */
function listedOut(text: string): string {
  const { from = "", to = "", words = "" } = RANGE.exec(text)?.groups ?? {};
  const count = Number(to) - Number(from) + 1;
  if (words === "" || count < 2 || count > MOST) return text;
  return `${Array.from({ length: count }, (_, index) => Number(from) + index).join("、")}${words}`;
}

function forEach(list: string, words: string, isAll: boolean): readonly Reply[] | undefined {
  const numbers = [...list.matchAll(/\d{1,15}/g)].map(([digits]) => Number(digits));
  const [first] = numbers;
  if (first === undefined || numbers.length > MOST) return undefined;
  const reply = parseReply(`#${first} ${words.replace(/^(?:都|全部?|均)/, "")}`);
  if (reply?.number === undefined || reply.verb === "merge" || reply.verb === "rate") return undefined;
  const isShort = reply.bare && reply.plain && SHORT.includes(reply.verb);
  const isTold = !reply.bare || isAll || reply.text !== "";
  return isShort || isTold ? numbers.map((number) => ({ ...reply, number })) : undefined;
}

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
  return undefined;
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
  const said = withoutFiller(withoutGreeting(text));
  const groups = (MANY.exec(said) ?? (said.length > 120 ? null : BEHIND.exec(said)))?.groups;
  if (groups === undefined) return undefined;
  const { list = "", words = "", all = "", rest = "" } = groups;
  return forEach(list, `${words}${rest}`, all !== "" || /^(?:都|全)/.test(words));
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

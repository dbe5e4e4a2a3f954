import type { Reply } from "../reply.ts";
import { daysIn, kindFirst, MOMENT, markOnly, NUMBER, plainForm, withoutDays } from "./fields.ts";
import { firstCharacters } from "./first-characters.ts";
import { type Head, headOf, withoutFiller, withoutGreeting } from "./head.ts";
import { insideOut } from "./inside.ts";
import { pairIn } from "./pairs.ts";
import type { Rule } from "./rule.ts";
import { continues, isThanks } from "./talk.ts";
import { RULES } from "./words.ts";

/** A longer text is no reply; nobody types so much behind a word. */
export const LONGEST = 6_000;

type Compiled = Rule & { readonly pattern: RegExp; readonly follows?: RegExp };

const SUFFIX = "(?:一下)?[了啦吧哈呀啊哦喽咯嘞呗]{0,2}";
const GAP = /^[，,：:、。.!！~～;；\s]+/;
/** `转 110` calls the police: that is no ticket. */
const HOTLINE = /^(?:110|119|120|122|12345|12319)(?!\d)/;
const AFTER = new RegExp(`^${NUMBER}`);
const AT_END = /(?:^|[，,。\s])(?:(?:工单|编号|#)\s*#?(\d{1,15})(?:号工单|号)?|#?(\d{1,15})号工单)[。.!！]*$/;
const NAMES_A_MOMENT: readonly Reply["verb"][] = ["consult", "meet", "suspend", "extend", "notice", "visit", "rate"];

const byFirst = new Map<string, Compiled[]>();
for (const rule of RULES) {
  const pattern = new RegExp(`^(?:${rule.words})${SUFFIX}`);
  const compiled = { ...rule, pattern, ...(rule.glued === undefined ? {} : { follows: new RegExp(`^(?:${rule.glued})`, "u") }) };
  for (const char of firstCharacters(rule.words)) byFirst.set(char, [...(byFirst.get(char) ?? []), compiled]);
}

/** The reply that a text is, or undefined: then it is talk. Full-width digits, a missing # and punctuation are forgiven. */
export function parseReply(raw: string): Reply | undefined {
  if (raw.length > LONGEST) return undefined;
  const text = plainForm(raw);
  return text === "" ? undefined : (markOnly(text) ?? pairIn(text) ?? said(text));
}

function said(text: string): Reply | undefined {
  const greeted = withoutGreeting(text);
  return spoken(text) ?? (greeted === text || greeted === "" ? undefined : (pairIn(greeted) ?? spoken(greeted)));
}

function spoken(text: string): Reply | undefined {
  const head = headOf(text);
  const found = byRules(head, head.body) ?? bare(head);
  if (found !== undefined) return found;
  const isLoose = /^\d+[，,：: ]/.test(text) && !head.weak;
  return insideOut(head, isLoose) ?? (head.number === undefined ? undefined : markOf(head));
}

/** The same without courtesies: `麻烦帮我查一下12`, `我已经办结了`. */
function bare(head: Head): Reply | undefined {
  const body = withoutFiller(head.body);
  return body === head.body ? undefined : byRules(head, body);
}

function markOf({ number, body }: Head): Reply | undefined {
  const mark = markOnly(body);
  return mark === undefined || mark.number !== undefined || number === undefined ? undefined : { ...mark, number };
}

function byRules(head: Head, body: string): Reply | undefined {
  for (const rule of byFirst.get(body[0] ?? "") ?? []) {
    const match = rule.pattern.exec(body);
    const reply = match === null ? undefined : replyBy(rule, head, body, match[0]);
    if (reply !== undefined) return reply;
  }
  return undefined;
}

function replyBy(rule: Compiled, head: Head, body: string, word: string): Reply | undefined {
  const behind = numberBehind(rule, head, body.slice(word.length));
  const number = head.number ?? behind.number;
  const rest = isThanks(behind.rest) ? "" : behind.rest.replace(GAP, "").trim();
  const isApart = rest === "" || GAP.test(behind.rest) || behind.isGap === true;
  const follows = rule.follows?.test(behind.rest) === true;
  if (rule.whole === true && rest !== "") return undefined;
  const isSure = head.number !== undefined && !head.weak && !rule.whole;
  if (continues({ rule, word, rest, isApart, follows, isSure, marked: head.marked })) return undefined;
  return filled(rule, number, rest, head.number === number ? head.body : word);
}

/** The ticket's number behind the word, when none stood before it, and what follows. */
function numberBehind(
  { verb, follows }: Compiled,
  head: Head,
  after: string,
): { readonly number?: number; readonly rest: string; readonly isGap?: boolean } {
  if (head.number !== undefined) return { rest: after };
  const gap = GAP.exec(after)?.[0] ?? "";
  const near = after.slice(gap.length);
  const match = HOTLINE.test(near) ? null : AFTER.exec(near);
  const isDay =
    match !== null && NAMES_A_MOMENT.includes(verb) && (/^\d+\s*号$/.test(match[0]) || (gap === "" && follows?.test(near)));
  if (match !== null && !isDay) {
    const rest = near.slice(match[0].length);
    const isHouse = /^\d+\s*号$/.test(match[0]) && /^[\p{Script=Han}]/u.test(rest) && follows?.test(rest) !== true;
    if (!isHouse) return { number: Number(match[1]), rest, isGap: true };
  }
  const last = AT_END.exec(after) ?? (verb === "transfer" ? /\s#?(\d{1,9})()$/.exec(after) : null);
  if (last === null) return { rest: after };
  return { number: Number(last[1] || last[2]), rest: after.slice(0, last.index) };
}

function filled(rule: Rule, number: number | undefined, rest: string, body: string): Reply | undefined {
  const { verb, mark, plain = true, needs } = rule;
  const kind = verb === "reclassify" ? kindFirst(rest) : undefined;
  const days = verb === "extend" ? daysIn(rest) : undefined;
  if (needs === "number" && number === undefined) return undefined;
  if (needs === "numberOrNothing" && number === undefined && rest !== "") return undefined;
  if (needs === "kind" && kind === undefined) return undefined;
  if (needs === "days" && days === undefined) return undefined;
  if (needs === "text" && rest === "") return undefined;
  if (verb === "transfer" && /谁|哪[个位]/.test(rest.slice(0, 6))) return undefined;
  return {
    verb,
    ...(number === undefined ? {} : { number }),
    text: kind?.rest ?? textOf(rule, rest, body),
    ...(days === undefined ? {} : { days }),
    ...(mark === undefined ? {} : { mark }),
    ...(kind === undefined ? {} : { kind: kind.kind }),
    plain,
    bare: rest === "",
  };
}

const UNTIL = new RegExp(`^(?:时间)?(?:到|至|是|在|定在|定为|于)(?=\\s*(?:${MOMENT}|\\d))`);
const DOER = /^(\S{2,14}?)(?:去|来)?(?:办理?|处理|跟进|负责|解决|接手)(?:一下|吧|了)?(?=$|[，,。\s])/;

function textOf({ verb, plain }: Rule, rest: string, body: string): string {
  // `12 修好了` says the result itself: 修好了.
  if (verb === "finish" && plain === false && rest === "") return body.replace(/[。.!！~～\s]+$/, "");
  if (verb === "extend") return withoutDays(rest).replace(UNTIL, "");
  if (verb === "transfer" || verb === "rule")
    return rest
      .replace(/^(?:给|到|由)/, "")
      .replace(DOER, "$1")
      .replace(/^(\S{2,12}?)[吧了哈]+(?=$|[，,。\s])/, "$1");
  if (verb === "whistle") return rest.replace(/(?:过)?来一[下趟](?:吧)?[，,。\s]*/, " ").trim();
  return ["consult", "meet", "suspend", "notice"].includes(verb) ? rest.replace(UNTIL, "") : rest;
}

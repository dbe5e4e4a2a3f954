import { isMarked, NUMBER } from "./fields.ts";

/** What stands before the word of a reply: courtesies, `把`, and the ticket's number. */
export type Head = {
  readonly number?: number;
  /** `#12`, `12号工单`: surely a ticket. */
  readonly marked: boolean;
  /** `12号` alone may be a day or a house, and `1、` the point of a list. */
  readonly weak: boolean;
  /** Behind the number, as written. */
  readonly body: string;
};

const GREETING =
  /^(?:(?:好的?|好嘞|嗯+|哦|对|是的|ok|OK|收到|明白|您好|你好|大家好|各位|小格|报告|回复|刚才那个|那个|师傅|主任|书记|哈喽|hi)[，,。！!~、\s]+|小格(?=[\d#查我])|@\S{1,12}\s+)/;
const FILLER =
  /^(?:请您?帮?|麻烦您?你?|劳烦您?|帮(?:我们|我|忙|个忙|一下)?|烦请|拜托|我想问(?:一下|下)?|想问(?:一下|下)?|问一?下|请问(?:一下|下)?|我们?(?:这边|这里|单位|物业|所)?(?!的|家|也|去(?!办理))|本人|这边|已经?|现在(?!办|解|处)|刚刚?(?!才)|今天|都|也|先|就|要|想要?|需要?|申请|可以(?!感谢|公开|表扬|发|还|提供|出|支)|给我|您好|你好|[，, ]|这个?(?!是|算|应|心)|这件事?|那个|那件事?|这事|此事|该工单|人|全部?|早就?|终于|应该可以|确实|其实(?!是)|直接|来)/;
const TAKEN = /^(?:把|将|关于|对于?|请把|给)?\s*/;
const FIRST_NUMBER = new RegExp(`^${NUMBER}`);
const GAP = /^(?:的|事情?)?[-—>，,：:、。\s]*/;

/** The text without what people say first; twice, for `好的，收到，`. */
export function withoutGreeting(text: string): string {
  return text.replace(GREETING, "").replace(GREETING, "");
}

export function withoutFiller(text: string): string {
  let left = text;
  for (let turn = 0; turn < 5; turn += 1) {
    const next = left.replace(FILLER, "");
    if (next === left) return left;
    left = next;
  }
  return left;
}

/** Reads the number at the start of a text, when one is there. */
export function headOf(text: string): Head {
  return numbered(text) ?? numbered(withoutFiller(text)) ?? { marked: false, weak: false, body: text };
}

function numbered(text: string): Head | undefined {
  const taken = TAKEN.exec(text)?.[0] ?? "";
  const match = FIRST_NUMBER.exec(text.slice(taken.length));
  if (match === null) return undefined;
  const after = text.slice(taken.length + match[0].length);
  const gap = GAP.exec(after)?.[0] ?? "";
  const marked = isMarked(match[0]) || taken.trim() !== "";
  return {
    number: Number(match[1]),
    marked,
    weak: !marked && (/号$/.test(match[0]) || /、/.test(gap)),
    body: after.slice(gap.length),
  };
}

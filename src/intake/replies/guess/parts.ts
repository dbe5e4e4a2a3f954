import { NO_TICKET } from "../grammar/fields.ts";

/** Numbers that stand together, and the words that follow them: `12和15都好了；18还得三天` has two parts. */
export type Part = { readonly numbers: readonly number[]; readonly words: string };

const NUMBER = new RegExp(
  `(?<![\\d.:月周\\-－])[#＃]?(\\d{1,6})(?!号(?:来|再|才))(?:号工单|号)?(?!号?(?:会议室|活动室|线|窗口))${NO_TICKET}`,
  "g",
);
const WRITTEN =
  /(?<![十百\p{Script=Han}])([二三四五六七八九]?十[一二三四五六七八九]?)(?:号工单|号)(?!楼|院|门|线|路|上午|下午|早|晚|前)/gu;
const CONNECTS = /^[\s、，,和跟与及都]*$/;

/** Numbers in a text that may be tickets': no days, hours, houses or sums. */
export function numbersIn(text: string): readonly number[] {
  return [...new Set(found(plain(text)).map(({ number }) => number))];
}

/** The text in parts, by the ticket numbers that count; words before the first number belong to the first part. */
export function partsOf(text: string, counts: (number: number) => boolean): readonly Part[] {
  const whole = plain(text);
  const places = found(whole).filter(({ number }) => counts(number));
  const parts: { numbers: number[]; from: number }[] = [];
  let end = 0;
  for (const { number, start, stop } of places) {
    const last = parts.at(-1);
    if (last !== undefined && CONNECTS.test(whole.slice(end, start))) last.numbers.push(number);
    else parts.push({ numbers: [number], from: stop });
    const now = parts.at(-1);
    if (now !== undefined) now.from = stop;
    end = stop;
  }
  const before = places[0] === undefined ? "" : whole.slice(0, places[0].start);
  return parts.map(({ numbers, from }, index) => {
    const next = parts[index + 1];
    const until = next === undefined ? whole.length : startOf(places, next.numbers[0] ?? 0, from);
    const words = `${index === 0 ? before : ""}${whole.slice(from, until)}`.replace(/^[，,：:、。；;\s]+|[，,、；;\s]+$/g, "");
    return { numbers: [...new Set(numbers)], words };
  });
}

/** Whether each number begins what is told of it, as in a list: `1灯换了 2清了 3还在弄`, and not `1 师傅说2号来`. */
export function isTold(text: string, counts: (number: number) => boolean): boolean {
  const whole = plain(text);
  const places = found(whole).filter(({ number }) => counts(number));
  return places.every(({ start, stop }, index) => {
    const before = whole.slice(0, start);
    const begins = index === 0 ? /^(?:.{0,6}[\s，,：:])?$/u.test(before) : /[\s，,、。；;了和跟与及]$/u.test(before);
    return begins && !/^号(?:去|到|能)/u.test(whole.slice(stop - 1));
  });
}

type Place = { readonly number: number; readonly start: number; readonly stop: number };

function startOf(places: readonly Place[], number: number, after: number): number {
  return places.find((place) => place.number === number && place.start >= after)?.start ?? after;
}

function found(text: string): readonly Place[] {
  return [...text.matchAll(NUMBER)].map((match) => ({
    number: Number(match[1]),
    start: match.index,
    stop: match.index + match[0].length,
  }));
}

function plain(text: string): string {
  return text
    .replace(/[０-９]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(WRITTEN, (_, digits: string) => `#${written(digits)} `);
}

function written(digits: string): number {
  const [tens = "", ones = ""] = digits.split("十");
  const of = (digit: string): number => "一二三四五六七八九".indexOf(digit) + 1;
  return (tens === "" ? 1 : of(tens)) * 10 + (ones === "" ? 0 : of(ones));
}

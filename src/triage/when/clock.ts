import type { Parser } from "chrono-node/zh/hans";
import { NUMBER, numberOf, parserOf, type Said } from "./parser.ts";
import { PART } from "./part-of-day.ts";

/** `8`, `十二`, `两三` (two hours), `十一二`. */
const HOUR = "(?:[0-9]{1,2}|二十[一二三四]?|十?[一二两三四五六七八九]{1,2}|十|零)";
const SHORT = `差(?<short>一刻|${NUMBER}分)钟?`;

/** Points of a list, lines, decimals and little bits, which are no hours: `三点建议`, `两点一线`, `两点五公里`, `一点水`. */
const NO_HOUR =
  "(?!一线|儿|建议|意见|要求|问题|想法|看法|原因|理由|注意|说明|体会|感受|希望|好处|坏处|不足|疑问|诉求|事|水|用|东西|都|也|没|不是|[零一二三四五六七八九0-9]+(?:个百分|米|公里|里|元|块|平|倍|级|吨|斤|度|万|折|毛|%))";
const MINUTE =
  "(?:(?<full>钟|整)|(?<half>半(?!天|个))|(?<quarter>[一三])刻|[零过]?(?<minute>[0-9]{2}(?![0-9])|[0-9](?=分)|[二三四五]?十[一二三四五六七八九]?|(?<=零)[一二三四五六七八九]|[一二三四五六七八九](?=分))分?(?![个人户名位块元])|差(?<less>一刻|五分|十分))?";

/** An hour whose `点` comes later: `9-11点`, `两点到四点` needs none. */
const SHARED = `(?=\\s?[-~到至、—–]\\s?${HOUR}(?:点|时(?![候间]))${NO_HOUR})`;

const CLOCK = `(?:${SHORT})?(?<hour>${HOUR})(?:\\s?(?:(?<point>点)${NO_HOUR}${MINUTE}|时(?![候间不而常段尚代刻期光长])(?:(?<sharp>[0-9]{1,2})分)?)|:(?<colon>[0-5][0-9])(?![0-9])|(?<shared>${SHARED}))`;

const PATTERN = new RegExp(`(?<part>${PART})?(?<gap>的?(?:大概|大约|约|差不多|将近|快)?\\s?)${CLOCK}|(?<alone>${PART})`);

/** Before an hour: the rest of a number, of an order or of a score. */
const NOT_AFTER = /[0-9./#a-z]:?$|[第提几有这那半]$|比分.{0,4}$/;
const GREETING = /^(?:好|安)/;

/** Parts of the day and clock times: `晚上`, `早上差十分八点`, `7:30`, `凌晨两三点`, `17时`. */
export const clockParser: Parser = parserOf(PATTERN, (groups, { before, after }) => {
  const { part, alone, hour = "" } = groups;
  // The 一 of `星期一早上` and the 二 of `周二十点` belong to the weekday; chrono tries again one letter on.
  if (/(?:周|星期|礼拜)$/.test(before) && /^[一二三四五六]/.test(alone ?? part ?? hour)) return undefined;
  if (alone !== undefined) {
    // `早晚`, `迟早`, `多半夜里` are no times, nor is `晚上好`.
    return GREETING.test(after) || /[迟每]$/.test(before) ? undefined : { known: {}, tags: [`part:${alone}`] };
  }
  if (part === undefined && NOT_AFTER.test(before)) return undefined;
  // `有一点堵`, `一时半会`: one hour must be said more plainly.
  const plain = groups["colon"] ?? groups["half"] ?? groups["quarter"] ?? groups["minute"] ?? groups["sharp"] ?? groups["full"];
  if (hour === "一" && part === undefined && plain === undefined) return undefined;

  return clockOf(groups, hour, part);
});

function clockOf(groups: Readonly<Record<string, string | undefined>>, hour: string, part: string | undefined): Said | undefined {
  const [first, second] = hoursOf(hour);
  const minutes = first * 60 + minuteOf(groups);
  if (!(minutes >= 0 && minutes <= 24 * 60)) return undefined;

  const spoken = groups["point"] !== undefined || groups["shared"] !== undefined || /^[1-9]$/.test(hour);
  const known = { hour: Math.floor(minutes / 60), minute: minutes % 60 };
  const tags = [...(part === undefined ? [] : [`part:${part}`]), ...(spoken && groups["sharp"] === undefined ? ["spoken"] : [])];
  return second === undefined ? { known, tags } : { known, until: { hour: second, minute: known.minute }, tags };
}

/** `两三` → 2 and 3, `十一二` → 11 and 12; two neighbouring digits are two hours. */
function hoursOf(text: string): readonly [number, number?] {
  const pair = /^(?<tens>十?)(?<low>[一二两三四五六七八])(?<high>[二三四五六七八九])$/.exec(text)?.groups;
  if (pair === undefined) return [text === "零" ? 0 : numberOf(text)];

  const { tens = "", low = "", high = "" } = pair;
  return [numberOf(tens + low), numberOf(tens + high)];
}

function minuteOf(groups: Readonly<Record<string, string | undefined>>): number {
  const { short, less, half, quarter, minute, colon, sharp } = groups;
  const missing = short ?? less;
  if (missing !== undefined) return missing === "一刻" ? -15 : -numberOf(missing.replace("分", ""));
  if (half !== undefined) return 30;
  if (quarter !== undefined) return quarter === "一" ? 15 : 45;
  return numberOf(minute ?? colon ?? sharp ?? "0");
}

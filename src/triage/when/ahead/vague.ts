import type { Piece } from "../pieces.ts";

const WEEKDAY = "一二三四五六日天末1-7";

/** A time is promised and none is told. */
const VAGUE = new RegExp(
  `过(?:[几两一]天|一?阵|段|些)|改[天日]|[找抽挑约]个?(?:时间|空)|有(?:空|时间)(?!的)|回头|尽[快早]|近[期日]|不久|随时|择[期日]|另行通知|待[定通]|哪天|到时候?再|这[几两]天|月[初中]|[上中下]旬|年[初底后]|[一两三]两?天[后内]?再|[几若]干?天后|(?:[下这]个?|本)(?:周|星期|礼拜)(?![${WEEKDAY}内])|[下这]个?月(?![0-9一二三四五六七八九十底末初中第最内])|晚些|晚点|一会儿|待会|过完年|开春|[早午晚]饭后|[0-9半一两三四五六]个?月后`,
);

/** Whether a text without any certain time still speaks of one: `过几天`, `下周`, `找个时间`. */
export function isVague(text: string): boolean {
  return VAGUE.test(text);
}

/** `昨天通知的停水`: what was, retold; a time that is merely over (`这周三` on a Saturday) is a mistake to ask about. */
export function isRetold(text: string, { start, end }: Piece): boolean {
  return /^(?:[昨去]|前(?!后)|大前|上(?!午))|前$/.test(text.slice(start, end));
}

/** `3月15日前后`, `周四或周五`: it is still to be settled. */
const OPEN = /^(?:前后|左右(?!邻)|上下|或者?|还是)/;

/** Whether what stands behind a time leaves it open. */
export function isLeftOpen(text: string, { start, end, clock }: Piece): boolean {
  if (/(?:或者?|还是)$/.test(text.slice(0, start))) return true;
  const after = text.slice(end);
  return OPEN.test(after) && !(clock !== undefined && /^(?:左右|前后)/.test(after));
}

/** How a deadline is said behind a time: `周五前`, `今天之内`. */
const UNTIL = /^的?(?:[之以]?前(?![后台门面厅院排楼几任边往])|[之以]?内(?![容部涝]))/;

/** Where a deadline lies: at the end of a day that was named (the Civil Code counts it in, article 1259), at the beginning of an hour. */
export function limitOf(text: string, piece: Piece): "start" | "end" | undefined {
  if (piece.limit !== undefined) return piece.limit;
  if (!UNTIL.test(text.slice(piece.end))) return undefined;
  return piece.clock === undefined && piece.part === undefined ? "end" : "start";
}

import type { Tended } from "../../outbox/queue.ts";
import type { Instant } from "../../shared/instant.ts";
import type { Address } from "../../tickets/saying/sentence.ts";

/** `群：葵花里小区居民群`, `私聊：5-1-302 王阿姨`. */
export function addressed(to: Address): string {
  return "room" in to ? `群：${to.room}` : `私聊：${to.person.alias}`;
}

/** Why a sentence could not be said, for people; what is behind it is for whoever runs the program. */
export function plainWhy(why: string): string {
  if (why.includes("not in the group")) return "账号不在这个群里，请把小格拉进群";
  if (why.includes("no known account")) return "还不认得这个人的微信，请他先私聊小格说一句话";
  if (why.includes("process ended")) return "正在说的时候程序停了，请先到那里看看说出去没有";
  return "没有发出去";
}

/** Why a sentence still waits. */
export function waitsFor(row: Tended, now: Instant, waking: Instant, sayTime: (at: Instant) => string): string {
  if (row.attempts > 0) return `第${row.attempts}次没发出去（${plainWhy(row.why ?? "")}），${sayTime(row.dueAt)}再试`;
  if (row.follows !== undefined) return "等前一句说完";
  if (row.dueAt > now) return `到${sayTime(row.dueAt)}才说`;
  if (waking > now && !row.urgent) return `夜里不说，${sayTime(waking)}再说`;
  return "排着队，马上说";
}

const PURPOSES: Readonly<Record<Tended["purpose"], string>> = {
  acknowledge: "收到的回执",
  notify: "告知",
  ask: "询问",
  remind: "提醒",
  answer: "回复",
  announce: "播报",
};

/** What a sentence is for; told where its words are not. */
export function purposeOf({ purpose }: Tended): string {
  return PURPOSES[purpose];
}

import type { Instant, When } from "../../shared/instant.ts";

/** Reads the time of an order, looking ahead: what it tells, `unclear` when it must be asked, undefined when it tells none. */
export type ReadAhead = (text: string, now: Instant) => When | "unclear" | undefined;

/** The time that a text tells for certain. */
export function toldTime(read: ReadAhead, text: string, now: Instant): When | undefined {
  const when = read(text, now);
  return when === "unclear" ? undefined : when;
}

const ONLY_A_TIME =
  /^(?:时间)?(?:改|推迟|提前|延期?)?(?:到|为|成)?[\s\d零一二两三四五六七八九十半点分刻年月日号周星期礼拜上下本这大后明今天晚早中午前傍凌晨间末底节工作第个\-~～—至到:：（）()]+$/u;

/** Whether a text is nothing but a time, in whatever words: 改到后天上午10点, 下午2点到4点. */
export function isOnlyTime(text: string): boolean {
  return ONLY_A_TIME.test(text);
}

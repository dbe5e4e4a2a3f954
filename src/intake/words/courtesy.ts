/** What people say first out of politeness, or to the talk before: thanks, agreement, a mark, `我家也是`. */
const COURTESY =
  /^\s*(?:(?:@\S+\s*)?(?:好(?:的|嘞|吧)?|嗯+|行|收到|知道了|没事了?|算了|对了|满意|没解决|撤销|(?:非常|太|多)?(?:谢谢|感谢|多谢|辛苦)[^，,。！!；;]{0,12}|不用[^，,。！!；;]{0,10}|我们?家也(?:是|一样)|\+1|查\s*#?\d+|补充)[了啊呀哈的]*[，,。！!；;～~\s]*)+(?<=[，,。！!；;～~\s])(?:不过|但是?|另外|还有|可是|只是|就是|对了|而且|也|再)*[，,\s]*/;

/** `大家晚上好，`, `各位邻居，`: whom somebody speaks to, before they come to it. */
const GREETING =
  /^\s*(?:@\S+\s*)?(?:(?:大家|各位(?:邻居|业主|领导)?们?|邻居们?|你们|您|群里的?(?:各位|朋友|邻居)?们?)(?:早上|上午|中午|下午|晚上)?好?|(?:早上|上午|中午|下午|晚上)好|早安|晚安|你好|您好|在吗|请问|打扰(?:一下|大家)?了?|不好意思|我的天|天[呐哪啊]|哎[呀哟]|妈呀)[啊呀哈的]*[，,。！!；;、～~\s]+/;

/** The parts of a message that may tell something of their own: each line, and what stands behind a greeting. */
export function partsToHear(text: string): readonly string[] {
  const lines = text.split("\n").slice(0, LINES);
  const parts = [...(lines.length > 1 ? lines : []), ...lines.map((line) => line.replace(GREETING, ""))];
  return [...new Set(parts.map((part) => part.trim()))].filter((part) => part.length >= 4 && part !== text.trim());
}

/** Whoever writes more lines at once has said what it is by then. */
const LINES = 12;

/** The words behind a courtesy: a danger told after `谢谢，` is a danger. Undefined when there is none, or nothing behind it. */
export function behindCourtesy(text: string): string | undefined {
  const rest = text.replace(COURTESY, "").trim();
  return rest !== text.trim() && rest.length >= 4 ? rest : undefined;
}

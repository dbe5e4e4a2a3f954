/** What people say first out of politeness, or to the talk before: thanks, agreement, a mark, `我家也是`. */
const COURTESY =
  /^\s*(?:(?:@\S+\s*)?(?:好(?:的|嘞|吧)?|嗯+|行|收到|知道了|没事了?|算了|对了|满意|没解决|撤销|(?:非常|太|多)?(?:谢谢|感谢|多谢|辛苦)[^，,。！!；;]{0,12}|不用[^，,。！!；;]{0,10}|我们?家也(?:是|一样)|\+1|查\s*#?\d+|补充)[了啊呀哈的]*[，,。！!；;～~\s]*)+(?<=[，,。！!；;～~\s])(?:不过|但是?|另外|还有|可是|只是|就是|对了|而且|也|再)*[，,\s]*/;

/** The words behind a courtesy: a danger told after `谢谢，` is a danger. Undefined when there is none, or nothing behind it. */
export function behindCourtesy(text: string): string | undefined {
  const rest = text.replace(COURTESY, "").trim();
  return rest !== text.trim() && rest.length >= 4 ? rest : undefined;
}

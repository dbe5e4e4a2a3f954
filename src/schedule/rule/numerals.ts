const DIGITS = "零一二三四五六七八九";

/** Reads 3, 三, 两, 十二, 廿三, 初八 and 三十; undefined when it is no number up to 99. */
export function readNumber(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const plain = text.replace(/^初/, "").replace("两", "二").replace("廿", "二十").replace("卅", "三十").replace("二十十", "二十");
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(plain);
  if (match === null || plain === "") return undefined;
  const [, tens, ten, ones] = match;
  if (ten === undefined) return tens !== undefined && ones !== undefined ? undefined : DIGITS.indexOf(tens ?? ones ?? "");
  return (tens === undefined ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === undefined ? 0 : DIGITS.indexOf(ones));
}

/** 1 (Monday) to 7 (Sunday) for 一 to 日. */
export function readWeekday(text: string): number | undefined {
  const found = "一二三四五六日".indexOf(text.replace("天", "日"));
  return text.length === 1 && found >= 0 ? found + 1 : undefined;
}

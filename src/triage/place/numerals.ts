const DIGITS = "零一二三四五六七八九";

/** A house number as people write it, in ASCII digits: `三` → `3`, `二十一` → `21`, `02` → `2`; letters become capitals (`a座` → `A`). */
export function houseNumber(text: string): string {
  if (/^[0-9]+$/.test(text)) return String(Number(text));
  if (/^[a-z]/i.test(text)) return text.toUpperCase();

  return String(chineseNumber(text));
}

/** A unit as people name it: a number, or its side (`东`) or its letter (`甲`), which stay as they are. */
export function unitName(text: string): string {
  return /^[东西南北中甲乙丙丁]$/.test(text) ? text : houseNumber(text);
}

/** Up to 999: `十二`, `一百零三`, and digit by digit as in `一二〇`. */
function chineseNumber(text: string): number {
  const plain = text.replaceAll("〇", "零").replaceAll("两", "二");
  if (!/[十百]/.test(plain)) return Number(Array.from(plain, (digit) => DIGITS.indexOf(digit)).join(""));

  const [hundreds, below] = plain.includes("百") ? plain.split("百") : ["", plain];
  const [tens, ones] = (below ?? "").includes("十") ? (below ?? "").split("十") : ["零", below];
  return (
    100 * digit(hundreds, 0) +
    10 * digit(tens?.replace("零", ""), 1) * ((below ?? "").includes("十") ? 1 : 0) +
    digit(ones?.replace("零", ""), 0)
  );
}

function digit(text: string | undefined, whenEmpty: number): number {
  return text === undefined || text === "" ? whenEmpty : DIGITS.indexOf(text);
}

/** With these somebody comes to another thing; `还有人说`, `另外那个` go on about the same. */
const MORE = "(?:还有(?!人|的|没)|另外(?!那|的|[一二两三四几半])|再就是|再一个|对了|顺便(?!给|把)|其次)";
const BEGINS_MORE = new RegExp(`^${MORE}[，,、\\s]*`, "u");
const COMES_TO_MORE = new RegExp(`(?<=[。！？!?；;，,、\\s])(?=${MORE})`, "u");

/** `1、`, `二.`, `③`: each of several things has its number, one after the other; so `5、6号楼` numbers nothing. */
const NUMBERS = ["1一①", "2二②", "3三③", "4四④", "5五⑤", "6六⑥", "7七⑦", "8八⑧", "9九⑨"].map(
  ([digit, word, ring]) => new RegExp(`(?<=^|[。！？!?；;，,、：:\\s])(?:[${digit}${word}][、．.)）]|${ring})\\s*`, "u"),
);
const BEGINS_NUMBERED = /^(?:[1-9一二三四五六七八九](?:[．.)）](?!\d)|、(?!\d))|[①-⑨])\s*/u;

/** No longer message is taken apart. */
const LONGEST = 600;

/** A part of what somebody said. `isLed`: its writer leads over to it, by a number or by such words as `还有`. */
export type Item = { readonly text: string; readonly isLed: boolean; readonly isNumbered: boolean };

/** A line, without what leads over to it. */
export function itemOf(line: string): Item {
  const text = line.replace(BEGINS_NUMBERED, "");
  if (text !== line) return { text, isLed: true, isNumbered: true };
  const rest = line.replace(BEGINS_MORE, "");
  return { text: rest, isLed: rest !== line, isNumbered: false };
}

/** The parts of a message, without its heading, as its writer numbered or joined them; the message alone where it has none, or is very long. */
export function itemsOf(text: string): readonly Item[] {
  if (text.length > LONGEST) return [itemOf(text)];
  return listed(text) ?? text.split(COMES_TO_MORE).map((part) => itemOf(part.trim()));
}

/** The points of a list, whatever stands before the first; undefined where there are not two. */
function listed(text: string): readonly Item[] | undefined {
  const points: string[] = [];
  let rest = text;
  for (const number of NUMBERS) {
    const found = number.exec(rest);
    if (found === null) break;
    points.push(rest.slice(0, found.index));
    rest = rest.slice(found.index + found[0].length);
  }
  const [, ...own] = [...points, rest];
  return own.length < 2 ? undefined : own.map((point) => ({ text: point.trim(), isLed: true, isNumbered: true }));
}

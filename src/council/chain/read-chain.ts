import { fromHan } from "../words/household.ts";
import { isNameLike } from "./names.ts";
import { type ChainLine, readLine } from "./read-line.ts";

/** A reposted list (接龙): what it is for and who stands in it, in its order. */
export type Chain = { readonly title?: string; readonly lines: readonly ChainLine[]; readonly isTruncated: boolean };

const MARK = /^\s*[#【[「]?\s*(?:接龙(?!头|条)|群接龙|开始接龙|group\s*note|solitaire)[】\]」]?\s*[:：,，!！]?\s*/iu;
/** A chain that waits for its first line; talk says the word too (`接龙满了吗`). */
const OPENS = /^\s*[#【[「]\s*(?:接龙|group\s*note)/iu;
const MARK_WITHIN = /接龙(?!头|条)/u;
const EXAMPLE =
  /^(?:例如?|示例|样例|格式|模板|比如|举例)\s*[:：]|[(（【](?:例|示例|样例|模板)[)）】]$|^[(（【](?:例|示例|样例|模板)[)）】]/u;
const ABOUT =
  /^(?:时间|地点|内容|要求|费用|注意|集合|活动|人数|报名|备注|截止|对象|名额|联系|携带|主题|说明|主办|规则|温馨提示)[^:：]{0,6}[:：]/u;
const NUMBERED =
  /^\s*[(（【[]?(?<digits>[0-9]{1,3})(?:\s*[.、．)）】\]:：,，。]|\s+(?=[^\s0-9]|[0-9]+[-号栋]))[)）】\].、．]?\s*(?<content>.*)$/u;
const TIGHT = /^\s*(?<digits>[0-9]{1,3})(?<content>(?![号栋楼月日点人年个元块大小位份])\p{Script=Han}.*)$/u;
const HAN_NUMBERED = /^\s*[(（]?(?<digits>[一二三四五六七八九十]{1,3})[)）]?[、.．]\s*(?<content>.*)$/u;
/** `9:30 集合`, `11.28 周六活动`: hours and dates of a title. */
const NO_NUMBER = /^\s*(?:[0-9]{1,2}[:：][0-9]{2}|[0-9]{1,2}[.．][0-9]{1,2}(?![-0-9号栋#a-z])|20[0-9]{2}[.年-])/u;
const CUT = /(?:…|\.{3,}|。{3,})\s*$/u;
/** A last line that stops inside a bracket or a house number. */
const BROKEN = /[(（][^)）]*$|[0-9]-$|(?<![0-9-])[0-9]{1,2}-[0-9]{1,2}$/u;

type Numbered = { readonly position: number; readonly content: string; readonly han: boolean };

/** Reads a chain as people really post it; undefined for a text that is none: no mark, and no numbered list of people. */
export function readChain(text: string): Chain | undefined {
  const plain = plainText(text);
  const isCut = CUT.test(plain);
  const rows = rowsOf(plain.replace(CUT, ""));
  const isMarked = rows.some((row) => MARK.test(row)) || rows.slice(0, 3).some((row) => MARK_WITHIN.test(row));
  const { title, lines } = sort(rows, isMarked);
  if (isMarked ? lines.length === 0 && !rows.some((row) => OPENS.test(row)) : !isListOfPeople(lines)) return undefined;

  const last = lines.at(-1);
  const isTruncated = isCut || (last !== undefined && BROKEN.test(last.raw) && rows.at(-1)?.endsWith(last.raw) === true);
  const kept = isTruncated && last !== undefined ? [...lines.slice(0, -1), ...cutLine(last)] : lines;
  return { ...(title === "" ? {} : { title }), lines: kept, isTruncated };
}

/** A name of one letter may be any name: it counts when it is posted whole. */
function cutLine(line: ChainLine): readonly ChainLine[] {
  const isTellable =
    line.people.some((name) => Array.from(name).length >= 2) || (line.people.length === 0 && line.household !== undefined);
  return isTellable ? [{ ...line, isCut: true }] : [];
}

const CIRCLED = /[①-⑳㉑-㊿❶-❿⓫-⓴⒈-⒛]/gu;
const KEYCAP = /([0-9])\u{FE0F}?\u{20E3}/gu;

function plainText(text: string): string {
  return text
    .slice(0, 8_000)
    .replace(/<br\s*\/?>/giu, "\n")
    .replace(/🔟/gu, "10. ")
    .replace(/(?:[0-9]\u{FE0F}?\u{20E3})+/gu, (keys) => `${keys.replace(KEYCAP, "$1")}. `)
    .replace(CIRCLED, (sign) => `${ringed(sign)}. `)
    .replace(/…+/gu, "...")
    .replace(/[０-９Ａ-Ｚａ-ｚ．＃＋－～＊／]/gu, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll("\u3000", " ")
    .replace(/[\u200B-\u200F\u2060\uFEFF]/gu, "");
}

function ringed(sign: string): string {
  const black = sign.codePointAt(0) ?? 0;
  if (black >= 0x2776 && black <= 0x277f) return String(black - 0x2775);
  if (black >= 0x24eb && black <= 0x24f4) return String(black - 0x24e0);
  return sign.normalize("NFKC").replace(".", "");
}

/** Lines, and a list that was pasted into one line taken apart where the next number follows. */
function rowsOf(text: string): readonly string[] {
  return text.split(/\r?\n/u).flatMap((row) => {
    const starts = [...row.matchAll(/(?<=^|[\s;；,，])(?<digits>[0-9]{1,3})[.、)）](?![0-9]{1,2}(?![-0-9]))/gu)];
    const isRun =
      starts.length >= 2 &&
      starts.every(({ groups }, index) => Number(groups?.["digits"]) === Number(starts[0]?.groups?.["digits"]) + index);
    if (!isRun) return [row];
    const cuts = [0, ...starts.map(({ index }) => index), row.length];
    return cuts
      .slice(1)
      .map((end, index) => row.slice(cuts[index], end).replace(/[\s;；,，]+$/u, ""))
      .filter((part) => part.trim() !== "");
  });
}

function sort(rows: readonly string[], isMarked: boolean): { readonly title: string; readonly lines: readonly ChainLine[] } {
  const titles: string[] = [];
  const lines: ChainLine[] = [];
  const hasNumbers = rows.some((row) => numberedRow(row.replace(MARK, ""), 1, isMarked) !== undefined);
  const hasDigits = rows.some((row) => numberedRow(row, 1, false)?.han === false);
  for (const row of rows) {
    const bare = row.replace(MARK, "").trim();
    const numbered = numberedRow(bare, (lines.at(-1)?.position ?? 0) + 1, isMarked);
    const content =
      numbered === undefined || (numbered.han && hasDigits) || ABOUT.test(numbered.content) ? undefined : numbered.content;
    if (EXAMPLE.test(bare) || (content !== undefined && EXAMPLE.test(content))) continue;
    if (numbered !== undefined && content !== undefined)
      lines.push(...[readLine(numbered.position, content)].filter((line) => line !== undefined));
    else {
      // Before the first number stands the title, unless nobody numbers anything.
      const joins = lines.length > 0 || (isMarked && !hasNumbers) ? unnumbered(bare, lines.length + 1) : [];
      if (lines.length === 0 && joins.every(({ household }) => household === undefined)) titles.push(bare);
      else lines.push(...joins);
    }
  }
  return { title: titles.filter((one) => one !== "").join("\n"), lines };
}

function numberedRow(row: string, expected: number, isMarked: boolean): Numbered | undefined {
  if (NO_NUMBER.test(row)) return undefined;
  const groups = NUMBERED.exec(row)?.groups;
  if (groups !== undefined) return { position: Number(groups["digits"]), content: groups["content"] ?? "", han: false };
  const tight = isMarked ? TIGHT.exec(row)?.groups : undefined;
  if (tight !== undefined && Number(tight["digits"]) === expected)
    return { position: expected, content: tight["content"] ?? "", han: false };
  const han = HAN_NUMBERED.exec(row)?.groups;
  return han === undefined ? undefined : { position: fromHan(han["digits"] ?? ""), content: han["content"] ?? "", han: true };
}

/** Somebody who wrote under the list without a number: only with a name, and nothing that is a sentence. */
function unnumbered(row: string, position: number): readonly ChainLine[] {
  const line = row.length <= 24 ? readLine(position, row) : undefined;
  const isJoin =
    line !== undefined &&
    line.people.length > 0 &&
    line.people.every(isNameLike) &&
    (line.household !== undefined || line.note === undefined);
  return isJoin ? [line] : [];
}

/** Without a mark: at least two lines, counted from the beginning, most of them people. */
function isListOfPeople(lines: readonly ChainLine[]): boolean {
  const people = lines.filter(
    ({ people: names, household, raw }) => raw.length <= 40 && (household !== undefined || names.some(isNameLike)),
  );
  return lines.length >= 2 && (lines[0]?.position ?? 9) <= 2 && people.length >= 0.6 * lines.length;
}

/** What one item of a survey got, 1–5; `item` its number or its name when told, and why. */
export type Mark = { readonly item?: number | string; readonly mark: number; readonly reason?: string };

/** Words of three or five steps, on the scale of five. */
const WORDS: Readonly<Record<string, number>> = {
  非常满意: 5,
  很满意: 5,
  非常好: 5,
  很好: 5,
  满意: 5,
  优: 5,
  好: 5,
  比较满意: 4,
  基本满意: 4,
  较好: 4,
  良: 4,
  还行: 3,
  一般般: 3,
  一般: 3,
  凑合: 3,
  不太满意: 2,
  不太好: 2,
  较差: 2,
  不满意: 1,
  很不满意: 1,
  不好: 1,
  很差: 1,
  太差: 1,
  差: 1,
};
const WORD = Object.keys(WORDS)
  .sort((one, other) => other.length - one.length)
  .join("|");
const ENDS = "(?=$|[\\s,，。;；!！、])";
/** A digit may be glued to its reason (`2分太脏了`); `三分糖` and `一分钱` are no marks. */
const POINTS = `(?:[1-5]\\s?(?:分(?!钟|多|之|半|米|开|类|别|钱|糖|熟|法)|星${ENDS})|[一二三四五](?:分|星)${ENDS})`;
const NUMBERED = new RegExp(`(?<![0-9])(?<item>[1-9]|1[0-9]|[①-⑩])[.、:：)）\\s]{0,2}(?<mark>${WORD}|${POINTS})`, "gu");
const NAMED = new RegExp(
  `(?<item>[\\p{Script=Han}]{2,8}?)\\s?[:：]?\\s?(?:给|打|是|为)?\\s?(?<mark>${POINTS}|(?:${WORD})${ENDS})`,
  "gu",
);
const DIGITS = /^[1-5](?:[\s,，、/]+[1-5])+$/u;
/** Words of a sentence and no item: `必须五星`, `还差2分`. */
const NO_ITEM = /^(?:都|全|整体|总体|各项)|[还差扣得比等我您他你了个就的到这那没给必留去少投抢]/u;
const BARE = new RegExp(
  `^(?:都|全部?|整体|总体|各项)?(?:都|是|给|打)?(?:(?<mark>${WORD}|${POINTS})|(?<known>[一-龥]{0,2}满意|${POINTS})[,，。\\s]+(?<reason>.{2,40}))$`,
  "u",
);

/** Reads `1好 2一般 3差`, `4 5 3`, `物业2分 太脏了，保安4分`; undefined for what gives no marks. */
export function marksIn(words: string): readonly Mark[] | undefined {
  if (DIGITS.test(words)) return words.split(/[\s,，、/]+/u).map((digit, index) => ({ item: index + 1, mark: Number(digit) }));
  const numbered = itemsIn(words, NUMBERED);
  if (numbered !== undefined) return numbered.map(({ item, ...mark }) => ({ item: numberOf(item), ...mark }));
  const named = itemsIn(words, NAMED);
  const isOfItems = named?.every(({ item }) => !NO_ITEM.test(item)) === true;
  // One item by a bare word (`物业不好`) is talk; with points, or several, it is an answer.
  if (named !== undefined && isOfItems && (named.length > 1 || /[1-5一二三四五]\s?(?:分|星)/u.test(words))) return named;
  if (named !== undefined && !isOfItems && !/^(?:都|全|整体|总体|各项)/u.test(words)) return undefined;
  const { mark: alone, known, reason } = BARE.exec(words)?.groups ?? {};
  const mark = alone ?? (known !== undefined && (/[1-5一二三四五]/u.test(known) || known in WORDS) ? known : undefined);
  return mark === undefined ? undefined : [{ mark: markOf(mark), ...(reason === undefined ? {} : { reason: reason.trim() }) }];
}

type Item = { readonly item: string; readonly mark: number; readonly reason?: string };

/** The items one after another; what stands between two is the reason of the first. Nothing may stand before the first. */
function itemsIn(words: string, pattern: RegExp): readonly Item[] | undefined {
  const found = [...words.matchAll(pattern)];
  if (found.length === 0 || (found[0]?.index ?? 0) > 0) return undefined;
  const items = found.map((match, index) => {
    const reason = words
      .slice(match.index + match[0].length, found[index + 1]?.index ?? words.length)
      .replace(/^[\s,，。;；、:：(（]+|[\s,，。;；、)）]+$/gu, "");
    const { item = "", mark = "" } = match.groups ?? {};
    return { item, mark: markOf(mark), ...(reason === "" ? {} : { reason }) };
  });
  return items.some(({ reason = "" }) => reason.length > 40) ? undefined : items;
}

function markOf(text: string): number {
  const first = text.charAt(0);
  return WORDS[text] ?? ("一二三四五".indexOf(first) + 1 || Number(first));
}

function numberOf(text: string): number {
  return Number(text.normalize("NFKC"));
}

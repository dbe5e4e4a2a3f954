/** The port to whatever smooths a text, and the names that it may not make up. What it answers is checked (`acceptPolished`). */
export type Polisher = {
  /** Never throws; undefined when there is no answer. */
  readonly ask: (template: string) => Promise<string | undefined>;
  readonly names: readonly string[];
};

/** Numbers of any kind: digits with their sign, point or percent, and Chinese numerals. */
const NUMBER = /[-+]?\d+(?:[.,:/]\d+)*[%‰]?|[零〇一二两三四五六七八九十百千万亿半几]+/u;

/** Everyday words that have a numeral in them and count nothing. */
const HARMLESS = /一起|一直|一同|一如既往|万分|十分感谢/gu;

/** Words that turn a figure into another one, or name somebody or some place: each must be where the template has it. */
const TURNS =
  /不|没|未|无|非|别|全部|全都|所有|大多|多数|少数|超过|超出|不足|不到|近|约|余|多|倍|成|仅|只|首次|最|增|减|升|降|翻|涨|跌|收到|新收|办结|了结|解决|完成|在办|还在办|期初|期末|重新|超期|按时|退回|撤回|撤销|号楼|单元|[室栋]|小区|先生|女士|阿姨|大爷|大妈|大叔|奶奶|爷爷|书记|主任|经理|科长|局|公司|电话|转账|红包|扫码|点击|链接|网址|http|www|[@#＃【】「」<>{}|]/u;

/**
 * Takes a model's text in place of the template, with the label; or undefined: then the template stands. Its numbers, names and turning
 * words must be those of the template, each as often and in the same order, so that nothing is new, nothing is missing and nothing has
 * changed places. `names`: people, units, categories and whatever else must not be made up; `label` tells readers that a model wrote it (DOMAIN: AI label).
 */
export function acceptPolished(template: string, answer: string, names: readonly string[], label: string): string | undefined {
  const text = answer.normalize("NFKC").trim();
  const given = template.normalize("NFKC");
  const isTooLong = text.length > 1.5 * given.length + 40;
  if (text === "" || isTooLong || /[\p{Cc}\p{Cf}]/u.test(text.replaceAll("\n", ""))) return undefined;
  if (/[A-Za-z]/.test(text.replace(/AI/g, "")) && !/[A-Za-z]/.test(given)) return undefined;

  const find = finder(names);
  return find(text).join("\n") === find(given).join("\n") ? `${answer.trim()}\n${label}` : undefined;
}

function finder(names: readonly string[]): (text: string) => readonly string[] {
  const known = [...new Set(names.map((name) => name.normalize("NFKC")))]
    .filter((name) => name !== "")
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  const tokens = new RegExp([...known, NUMBER.source, TURNS.source].join("|"), "gu");
  return (text) => text.replace(HARMLESS, "").match(tokens) ?? [];
}

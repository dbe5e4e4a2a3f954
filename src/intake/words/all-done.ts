const LIST = "#?\\d{1,6}号?(?:\\s*[、,，和跟]\\s*#?\\d{1,6}号?)*";
const REST = "(?:其他|其它|其余|别的|剩下|另外)(?:的|[几两三四五]?[个件])*";
const DONE = "(?:全部?|都|全都)(?:已经?|给)*(?:修|弄|办|处理|搞|整|清|换)?(?:好|完|结|妥|掉|走)(?:了|完)*";
const NOT_YET = "(?:还没|没|还在|还差|得)[^，,。]{0,8}";

/** `全办完了`, `三个都好了`, `除了2都办好了`, `2还没弄，别的都办完了`, `其他都好了，就2没弄`. */
const ALL = new RegExp(
  `^(?:除(?:了|去|开)?(?<but>${LIST})(?:这个|那个)?(?:以外|之外|外)?[，,\\s]*(?:${REST})?|(?<before>${LIST})${NOT_YET}[，,\\s]+${REST}` +
    `|${REST}|(?<count>[两三四五六七八九]|\\d)[个件]|这几[个件]|我?(?:这边|手上|手里)的?)?${DONE}(?:[，,\\s]*(?:就|只有|只剩|除了)?(?<behind>${LIST})(?:${NOT_YET})?)?[。.!！~\\s]*$`,
  "u",
);
const DIGITS = "两三四五六七八九";

/** That all somebody has is done, but for some numbers; `count`: how many they say it is. */
export type AllDone = { readonly but: readonly number[]; readonly count?: number };

/** What words say that tell of everything at once; undefined: they tell of something. */
export function allDone(text: string): AllDone | undefined {
  const groups = text.length > 40 ? undefined : ALL.exec(text.trim())?.groups;
  if (groups === undefined) return undefined;
  const { but = "", before = "", behind = "", count } = groups;
  const numbers = [...`${but} ${before} ${behind}`.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const told = count === undefined ? undefined : /\d/.test(count) ? Number(count) : DIGITS.indexOf(count) + 2;
  return { but: numbers, ...(told === undefined ? {} : { count: told }) };
}

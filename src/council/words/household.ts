/** A household that words name, as `3-2-501`, `3-201` or `501`, and the words without it. */
export type Named = { readonly household?: string; readonly rest: string };

const HAN = "[一二三四五六七八九十]{1,3}";
const NUMBER = `(?:[0-9]{1,3}|${HAN})`;
const DOOR = "[1-9][0-9]{2,3}(?![0-9])";
const NOT_BEFORE = "(?<![0-9a-z#.:/¥-])";
/** Prices, years and other quantities are no doors. */
const NOT_AFTER = "(?![0-9./:%-]|\\s?(?:年|元|块|米|斤|人|个|号楼|栋|幢|多|分|票))";

/** `501刘哥`, at the beginning. */
const DOOR_FIRST = new RegExp(`^\\s?(?<room>${DOOR})${NOT_AFTER}(?=\\p{Script=Han})`, "u");

const FORMS: readonly RegExp[] = [
  new RegExp(
    `${NOT_BEFORE}(?<building>[a-z]?[0-9]{1,3})\\s?[-—–/]\\s?(?<unit>[0-9]{1,2})\\s?[-—–/]\\s?(?<room>${DOOR})室?`,
    "iu",
  ),
  new RegExp(
    `(?<building>${NUMBER}|[a-z])\\s?(?:号楼|号?[栋幢座]|#楼?|楼)\\s?(?:(?<unit>${NUMBER})\\s?(?:单元|-)\\s?)?(?<room>${DOOR})(?:室|号|户)?`,
    "iu",
  ),
  new RegExp(`${NOT_BEFORE}(?<building>[1-9][0-9]?)\\s?[-—–]\\s?(?<room>${DOOR})${NOT_AFTER}室?`, "u"),
  new RegExp(`${NOT_BEFORE}(?<room>${DOOR})(?:室|户(?!型))`, "u"),
  new RegExp(
    `(?<=^\\s?|[我咱]们?家\\s?|[\\s,，/、])(?<room>${DOOR})(?=$|[\\s,，/、]|的?(?:同意|反对|赞成|弃权|不同意|签到|报名))`,
    "u",
  ),
  DOOR_FIRST,
];

/** Finds the one address in a text whose full-width characters were made plain. */
export function householdIn(text: string): Named {
  for (const form of FORMS) {
    const match = form.exec(text);
    if (match === null) continue;
    const { building, unit, room } = match.groups ?? {};
    const household = [building, unit, room].flatMap((part) => (part === undefined ? [] : plain(part))).join("-");
    return { household, rest: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}` };
  }
  return { rest: text };
}

function plain(part: string): string {
  if (/^[0-9]+$/.test(part)) return String(Number(part));
  return /^[a-z]/i.test(part) ? part.toUpperCase() : String(fromHan(part));
}

/** `三` → 3, `二十一` → 21, `两` → 2; NaN when it is no number below a hundred. */
export function fromHan(text: string): number {
  if (/^[0-9]+$/.test(text)) return Number(text);
  const digit = (one: string): number => (one === "两" || one === "俩" ? 2 : "零一二三四五六七八九".indexOf(one));
  const match = /^(?<tens>[一二三四五六七八九]?)十(?<ones>[一二三四五六七八九]?)$/.exec(text)?.groups;
  if (match === undefined) return text.length === 1 && digit(text) >= 0 ? digit(text) : Number.NaN;
  const { tens = "", ones = "" } = match;
  return 10 * (tens === "" ? 1 : digit(tens)) + (ones === "" ? 0 : digit(ones));
}

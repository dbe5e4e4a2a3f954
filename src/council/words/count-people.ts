import { fromHan } from "./household.ts";

const N = "[0-9]{1,2}|二?十[一二三四五六七八九]?|[一二两俩三四五六七八九]";
const ADULTS = new RegExp(
  `(?<big>${N})(?:个?大人?|成人)\\s?(?:[+,，、和]\\s?)?(?<small>${N})(?:个?小孩?|个?(?:孩子|儿童|娃))`,
  "u",
);
const FAMILY = new RegExp(`(?:一|全)家(?:共|一共)?(?<all>${N})[口个人位]`, "u");
const TOTAL = new RegExp(`(?:共|一共|总共|合计|计)?(?<all>${N})\\s?(?:个人|人|位|名)(?!份)|[x×*]\\s?(?<times>${N})`, "u");
const PLUS = new RegExp(`[+＋]\\s?(?<more>${N})(?:人|个)?`, "u");
const COUPLE = /夫妇|夫妻|(?:老|小)?两口子?|俩口子?/u;
const WITH = new RegExp(
  `(?:带着?|携|和|跟|及|与)(?<many>${N})?个?(?:家属|老伴|爱人|老公|老婆|媳妇|先生|太太|孙[子女]|外孙女?|孩子|小孩|娃|宝宝|儿子|女儿|闺女|妈妈?|爸爸?|母亲|父亲|父母|爷爷|奶奶|朋友|同事|邻居|保姆)`,
  "gu",
);

/** The words of a text that count people and name nobody. */
export const COUNTING = new RegExp(
  `${ADULTS.source.replaceAll(/\?<\w+>/g, "?:")}|(?:一|全)家(?:共|一共)?(?:${N})[口个人位]|(?:共|一共|总共|合计)?(?:${N})\\s?(?:个人|人|位|名)|[x×*]\\s?(?:${N})|[+＋]\\s?(?:${N})(?:人|个)?|夫妇|夫妻|(?:老|小)?两口子?|俩口子?|${WITH.source.replaceAll(/\?<\w+>/g, "?:")}`,
  "gu",
);

/** Persons that words bring: a total when it is told, else its names and those who come along. */
export function personsIn(text: string, names: number): number {
  const least = Math.max(1, names);
  const adults = ADULTS.exec(text)?.groups;
  if (adults !== undefined) return number(adults["big"]) + number(adults["small"]);
  const total = FAMILY.exec(text)?.groups?.["all"] ?? TOTAL.exec(text)?.groups?.["all"] ?? TOTAL.exec(text)?.groups?.["times"];
  if (total !== undefined) return Math.max(least, number(total));
  const more = PLUS.exec(text)?.groups?.["more"];
  if (more !== undefined) return least + number(more);
  if (COUPLE.test(text)) return Math.max(2, names);
  const along = [...text.matchAll(WITH)].reduce(
    (sum, { groups }) => sum + (groups?.["many"] === undefined ? 1 : number(groups["many"])),
    0,
  );
  return least + along;
}

function number(text = "1"): number {
  const value = fromHan(text);
  return Number.isNaN(value) ? 1 : value;
}

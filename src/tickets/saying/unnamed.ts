import type { Community } from "../../shared/community.ts";

const HOUSE =
  /\d{1,3}(?:[-－—]\d{1,4}){1,2}|\d{1,4}\s*(?:号楼|栋|幢|座|单元|室|号院|楼|层)|[一二三四五六七八九十]{1,3}(?:号楼|栋|单元)/g;
const CALLED = /[\p{Script=Han}](?:女士|先生|阿姨|大爷|大妈|奶奶|爷爷|师傅|叔叔|老师|姐|哥|叔|婶)/gu;
const DIGITS = /\d{5,}/g;

/** Whether words that are to be published tell who or where: a house, a phone, a name that is known here. */
export function namesSomebody(community: Community, text: string): boolean {
  const names = [...community.estates.map(({ name }) => name), ...community.people.map(({ name }) => name)];
  const told = [HOUSE, CALLED, DIGITS].some((pattern) => new RegExp(pattern.source, pattern.flags.replace("g", "")).test(text));
  return told || names.some((name) => text.includes(name));
}

const WANTS = /想|希望|盼|需要|求|缺|要|能不能|能否|帮/;

/** A wish as it may be published: without anybody's name, house or number (DOMAIN: Wishes). */
export function unnamed(community: Community, text: string): string {
  const names = [...community.estates.map(({ name }) => name), ...community.people.map(({ name }) => name)];
  const bare = names.reduce((left, name) => left.replaceAll(name, ""), text);
  // Why somebody wants it (their eyes, their purse) is nobody's affair.
  const clauses = bare.split(/[，,。；;！!]/).filter((clause) => WANTS.test(clause));
  return (clauses.length === 0 ? bare : clauses.join("，"))
    .replace(HOUSE, "")
    .replace(CALLED, "一位居民")
    .replace(DIGITS, "")
    .replace(/我[们家]?/g, "")
    .replace(/^[\s，,、。的]+/, "")
    .trim();
}

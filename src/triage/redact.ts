import type { Community } from "../shared/community.ts";
import { EMAIL, ID_NUMBER, LANDLINE, LONG_NUMBER, MOBILE, nameIn, PLATE, TITLED, WECHAT_ID } from "../shared/personal.ts";

/** Numbers that belong to a person, masked: phones, identity numbers, plates, cards, mail addresses. Also used before addresses are read, so that a phone is no house number. */
export function maskNumbers(text: string): string {
  if (!/[0-9０-９@A-Za-zＡ-Ｚ]/.test(text)) return text;
  return text
    .replace(EMAIL, "〔邮箱〕")
    .replace(WECHAT_ID, "〔微信号〕")
    .replace(PLATE, "〔车牌〕")
    .replace(ID_NUMBER, "〔证件号〕")
    .replace(MOBILE, "〔电话〕")
    .replace(LANDLINE, "〔电话〕")
    .replace(LONG_NUMBER, "〔号码〕");
}

/** Masks whatever belongs to a person in a text; with the speaker's alias, the name in it too. */
export type Redact = (text: string, alias?: string) => string;

/** Makes the redactor of a community: numbers that belong to a person, the names of its people and contacts, and surnames with a form of address become masks. */
export function redactor(community: Pick<Community, "people" | "units">): Redact {
  const names = [...community.people.map(({ name }) => name), ...community.units.flatMap(({ contact }) => contact ?? [])]
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const known = names.length === 0 ? undefined : new RegExp(names.join("|"), "gu");

  return (text, alias = "") => {
    const own = nameIn(alias);
    const masked = own === undefined ? maskNumbers(text) : maskNumbers(text).replaceAll(own, "〔姓名〕");
    return (known === undefined ? masked : masked.replace(known, "〔姓名〕")).replace(TITLED, "〔姓名〕");
  };
}

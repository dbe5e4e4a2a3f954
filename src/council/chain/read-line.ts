import { COUNTING, personsIn } from "../words/count-people.ts";
import { householdIn } from "../words/household.ts";
import { isNameLike } from "./names.ts";

/** One line of a chain. `people` are the names in it, `count` how many persons come, named or not. */
export type ChainLine = {
  readonly position: number;
  readonly raw: string;
  readonly people: readonly string[];
  readonly count: number;
  readonly household?: string;
  readonly note?: string;
  /** It says that they do not come. */
  readonly isLeaving?: true;
  /** The message was cut inside this line. */
  readonly isCut?: true;
};

const STRUCK = /^~{1,2}.+~{1,2}$|\u0336/u;
const OUT =
  "(?:我|已)?(?:不去了?|去不了了?|不来了?|来不了了?|不参加了?|参加不了了?|不报了?|退出了?|退了|取消了?|取消报名|退报|撤了?|撤销|放弃|划掉|请假|有事不去了?|临时有事)";
const SAYS_OUT = new RegExp(`(?:^|[\\s,，:：(（-])${OUT}[)）]?[!！。~]*$|${OUT}[!！。~]*$`, "u");

/** A telephone number is nobody's name, and nothing of it is kept beside the line. */
const PHONE = /(?<![0-9])1[3-9][0-9]{9}(?![0-9])/gu;
/** `葵花里3-2-501李女士`: where, not who. */
const ESTATE = /(?:小区|社区|花园|家园|新村|[里苑园巷村院城府])$/u;
/** Reads what stands behind the number of a line; undefined when nobody is in it. */
export function readLine(position: number, content: string): ChainLine | undefined {
  const isStruck = STRUCK.test(content.trim());
  const raw = content.replace(/\u0336|~{1,2}/gu, "").trim();
  const text = raw
    .replace(/\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|[\u{1F3FB}-\u{1F3FF}]|\[[\p{Script=Han}a-z]{1,4}\]/giu, " ")
    .replace(PHONE, " ")
    .trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;

  const { household, rest } = householdIn(text);
  const notes = [...rest.matchAll(/[(（](?<note>[^)）]*)[)）]?/gu)].map(({ groups }) => groups?.["note"] ?? "");
  const plain = rest.replace(/[(（][^)）]*[)）]?/gu, " ");
  const isLeaving =
    isStruck || SAYS_OUT.test(plain.trim()) || notes.some((note) => new RegExp(`^${OUT}$`, "u").test(note.trim()));
  const { people, words } = namesIn(plain.replace(new RegExp(`${OUT}[!！。~]*\\s*$`, "u"), " "));
  if (people.length === 0 && household === undefined && words.length === 0) return undefined;

  const note = [...words, ...notes].filter((part) => part.trim() !== "").join(" ");
  return {
    position,
    raw,
    people,
    count: personsIn(`${plain} ${notes.join(" ")}`, people.length),
    ...(household === undefined ? {} : { household }),
    ...(note === "" ? {} : { note }),
    ...(isLeaving ? { isLeaving: true as const } : {}),
  };
}

/** The names at the beginning, and the words that are no names. */
function namesIn(text: string): { readonly people: readonly string[]; readonly words: readonly string[] } {
  const taken = [...text.matchAll(COUNTING)].map(([words]) => words.trim()).filter((words) => /带|携|和|跟|夫|口/.test(words));
  const parts = text
    .replace(COUNTING, " ")
    .split(/[\s、,，/&;；:：+＋。!！-]+/u)
    .flatMap(splitAnd)
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const people: string[] = [];
  const words: string[] = [...taken];
  for (const part of parts) {
    if (ESTATE.test(part) && !isNameLike(part) && parts.some(isNameLike)) continue;
    const isFirst = people.length === 0 && words.length === taken.length && part.length <= 12 && !/^[0-9]+$/.test(part);
    if (isFirst || isNameLike(part)) people.push(part);
    else words.push(part);
  }
  return { people: [...new Set(people)], words };
}

/** `张三和李四`, but not `张和平`. */
function splitAnd(part: string): readonly string[] {
  const sides = part.split(/[和与及]/u);
  return sides.length > 1 && sides.every(isNameLike) ? sides : [part];
}

import { EMAIL, ID_NUMBER, LANDLINE, LONG_NUMBER, MOBILE, PLATE, TITLED, WECHAT_ID } from "./personal.ts";
import type { Place } from "./place.ts";

const DIGIT = "[0-9０-９]";
const DASH = "[-－—]";
/** `3-2-501` and `11-345`: the last number is somebody's door. */
const DASHED = new RegExp(
  `(?<![0-9０-９-])(${DIGIT}{1,3}${DASH}${DIGIT}{1,3}${DASH}|${DIGIT}{1,3}${DASH}(?=${DIGIT}{3,4}(?!${DIGIT})))${DIGIT}{2,4}(?!${DIGIT})`,
  "gu",
);
/** `501室`, `302 户`. */
const DOOR = new RegExp(`(?<!${DIGIT})${DIGIT}{2,4}(?=\\s*[室户])`, "gu");
/** `3号楼501`, `2单元302`. */
const AFTER_HOUSE = new RegExp(`((?:号楼|栋|幢|座|单元)\\s*)${DIGIT}{3,4}(?!${DIGIT}|号楼|栋|幢|座|单元)`, "gu");

const HIDDEN = "***";

/**
 * A text as others may read it: phones keep 3 + 4 digits, identity numbers the first and the last (DOMAIN: Personal data), surnames stay
 * without their form of address, doors are hidden. `names` are full names that are known to be somebody's.
 */
export function maskText(text: string, names: readonly string[] = []): string {
  const known = names.filter((name) => name.length > 1).reduce((left, name) => left.replaceAll(name, maskName(name)), text);
  return known
    .replace(EMAIL, "〔邮箱〕")
    .replace(WECHAT_ID, "〔微信号〕")
    .replace(PLATE, "〔车牌〕")
    .replace(ID_NUMBER, (number) => starred(number, 1, 1))
    .replace(MOBILE, (number) => starred(number, 3, 4))
    .replace(LANDLINE, (number) => starred(number, 3, 4))
    .replace(LONG_NUMBER, (number) => starred(number, 1, 1))
    .replace(TITLED, maskName)
    .replace(DASHED, `$1${HIDDEN}`)
    .replace(DOOR, HIDDEN)
    .replace(AFTER_HOUSE, `$1${HIDDEN}`);
}

/** A resident as a list shows them: `3-2-*** 李**` for `3-2-501 李女士`. */
export function maskAlias(alias: string): string {
  const [home = ""] =
    /^[0-9０-９]+(?:[-－—号楼栋幢座单元室户\s]*[0-9０-９]+)*\s*(?:号楼|栋|幢|座|单元|室|户)?/u.exec(alias) ?? [];
  const name = alias.slice(home.length).trim();
  const groups = home.match(/[0-9０-９]+/gu) ?? [];
  const isDoor = groups.length > 2 || (groups.at(-1)?.length ?? 0) > 2;
  const house = isDoor ? home.trim().replace(/[0-9０-９]+(?=[^0-9０-９]*$)/u, HIDDEN) : home.trim();
  return [house, name === "" ? "" : maskName(name)].filter((part) => part !== "").join(" ");
}

/** The house without the door. A spot may name a door too. */
export function maskPlace({ room, spot, ...place }: Place): Place {
  const hidden = room === undefined ? {} : place.building === undefined ? {} : { room: HIDDEN };
  return { ...place, ...hidden, ...(spot === undefined ? {} : { spot: maskText(spot) }) };
}

function maskName(name: string): string {
  return `${[...name][0] ?? ""}**`;
}

/** The first and the last digits of a number that people write with gaps; the others as stars. */
function starred(number: string, first: number, last: number): string {
  const digits = number.replace(/^[+＋]?(?:86|８６)(?=.{11,})/u, "").replace(/[^0-9０-９xXＸｘ]/gu, "");
  return digits.slice(0, first) + "*".repeat(Math.max(0, digits.length - first - last)) + digits.slice(-last);
}

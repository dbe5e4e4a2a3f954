import type { AliasForm } from "../../shared/community.ts";
import { houseNumber } from "./numerals.ts";

/** The numbers of an address; a part that is not written is absent. */
export type Address = { readonly building?: string; readonly unit?: string; readonly room?: string };

const NUMBER = "(?:[0-9]{1,3}|[一二三四五六七八九十百零〇]{1,4})";

const UNIT = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?![0-9])";

/** `三栋楼`, `一座桥` count houses; `3栋楼道` names one. */
const NOT_COUNTED = "(?!楼(?![道上下梯顶门层里外前后旁])|房|桥|山|城|塔|别墅|大楼|高楼)";

/** Not a price, a year, a temperature, a time or a part of a longer number. */
const NOT_A_QUANTITY =
  "(?![0-9]|[-.:/~][0-9]|\\s?(?:元|块|度|年|月|日|点|分|秒|人|个|多|户居民|次|米|平|斤|kg|克|ml|%|℃|岁|页|条|份|w|v))";

const ROOM = `(?:${NUMBER}[层楼]\\s*)?(?<room>[1-9][0-9]{2,3})${NOT_A_QUANTITY}\\s*(?:室|号|户)?`;
const FLOOR_AND_DOOR = `(?<floor>${NUMBER})\\s*[层楼]\\s*(?<door>[0-9]{1,2})\\s*(?:室|号|户)`;

/** `5号楼2单元1103`, `12栋234`, `2 栋 1 单元 1 层 02 号`, `3#楼2-501`, `B座`, `3号2单元`. */
const NAMED = new RegExp(
  `(?<![-~至0-9a-z.、]\\s?)(?<building>${NUMBER}|[a-z])\\s*(?:号楼|#楼|#(?=\\s*[0-9])|号(?=\\s*${NUMBER}\\s*单元)|(?:号)?[栋幢座])${NOT_COUNTED}` +
    `(?:\\s*-?\\s*(?<unit>${UNIT})\\s*(?:单元|门|梯|-(?=\\s*[1-9][0-9]{2,3})))?(?:\\s*-?\\s*(?:${FLOOR_AND_DOOR}|${ROOM}))?`,
  "gu",
);

/** `3-2-501`; the last part is a room of three or four digits, so that 2026-11-21 and 3-2-1 are none. */
const THREE_PARTS = new RegExp(`(?<![0-9a-z.:/¥$#-])(?<building>[a-z]?[0-9]{1,3})-(?<unit>[0-9]|1[0-9])-${ROOM}`, "gu");

/** `11-345`: which two parts it gives, the estate's data says. */
const TWO_PARTS = new RegExp(`(?<![0-9.:/¥$#-]|[a-z])(?<first>[1-9][0-9]?)-${ROOM}`, "gu");

/** `2单元` alone. */
const UNIT_ONLY = new RegExp(`(?<![-~至0-9、])(?<unit>${UNIT})\\s*单元(?:\\s*-?\\s*(?:${FLOOR_AND_DOOR}|${ROOM}))?`, "gu");

/** Some building is named, readable or not: `1、2号楼`. */
const SOME_BUILDING = new RegExp(`(?:${NUMBER}|[a-z几两])\\s*(?:号楼|#楼|号?[栋幢])`, "u");

/** Whether a normalised text speaks of a building by its number, even of one that cannot be told. */
export function namesBuilding(text: string): boolean {
  return SOME_BUILDING.test(text);
}

/** All addresses in a normalised text, each once, in the order of their forms. `form` says how the estate's two-part numbers are read. */
export function addressesIn(text: string, form: AliasForm): readonly Address[] {
  if (!/[0-9#栋幢座楼元]/.test(text)) return [];
  const plain = text.replace(/\s*[-‐‑‒–—―−]\s*/g, "-");
  const named = Array.from(plain.matchAll(NAMED), ({ groups = {} }) => addressOf(groups));
  const three = Array.from(plain.matchAll(THREE_PARTS), ({ groups = {} }) => addressOf(groups));
  if (named.length + three.length > 0) return distinct([...named, ...three]);

  const two = Array.from(plain.matchAll(TWO_PARTS), ({ groups = {} }) => twoParts(groups, form));
  if (two.length > 0) return distinct(two);
  return distinct(Array.from(plain.matchAll(UNIT_ONLY), ({ groups = {} }) => addressOf(groups)));
}

function addressOf({ building, unit, room, floor, door }: Record<string, string | undefined>): Address {
  const atDoor = floor === undefined || door === undefined ? room : `${houseNumber(floor)}${door.padStart(2, "0")}`;
  return {
    ...(building === undefined ? {} : { building: houseNumber(building) }),
    ...(unit === undefined ? {} : { unit: houseNumber(unit) }),
    ...(atDoor === undefined ? {} : { room: atDoor }),
  };
}

function twoParts({ first = "", room = "" }: Record<string, string | undefined>, form: AliasForm): Address {
  return form === "unit-room" ? { unit: first, room } : { building: first, room };
}

function distinct(addresses: readonly Address[]): readonly Address[] {
  const key = ({ building, unit, room }: Address): string => [building, unit, room].join("-");
  return addresses.filter((address, index) => addresses.findIndex((other) => key(other) === key(address)) === index);
}

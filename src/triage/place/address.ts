import type { AliasForm } from "../../shared/community.ts";
import { houseNumber, unitName } from "./numerals.ts";

/** The numbers of an address; a part that is not written is absent. */
export type Address = { readonly building?: string; readonly unit?: string; readonly room?: string };

const HAN = "[一二三四五六七八九十百零〇两]";
const NUMBER = `(?:[0-9]{1,3}|${HAN}{1,4})`;

/** `2单元`, `二单元`, `东单元`, `西边单元`, `甲单元`. */
const UNIT = `(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?![0-9])|[东西南北中](?=边?单元)|[甲乙丙丁](?=单元))`;
const UNIT_WORD = "边?(?:单元|门(?![口禁岗锁前外])|梯(?![间口]))";

/** `三栋楼`, `一座桥` count houses; `3栋楼道` names one. */
const NOT_COUNTED = "(?!楼(?![道上下梯顶门层里外前后旁])|房|桥|山|城|塔|别墅|大楼|高楼)";

/** Not a price, a year, a temperature, a time or a part of a longer number. */
const NOT_A_QUANTITY =
  "(?![0-9]|[-.:/~][0-9]|\\s?(?:元|块|度|年|月|日|点|分|秒|人|个|多|户居民|次|米|平|斤|kg|克|ml|%|℃|岁|页|条|份|w|v))";

/** `501`, `0501`, `五零一`, `一〇零二`, perhaps after its storey. */
const DOOR = `(?:0?[1-9][0-9]{2,3}|[一二三四五六七八九][零〇一二三四五六七八九]{1,2}[一二三四五六七八九](?!${HAN}))`;
const ROOM = `(?:${NUMBER}[层楼]\\s*)?(?<room>${DOOR})${NOT_A_QUANTITY}\\s*(?:室|号|户)?`;
const FLOOR_AND_DOOR = `(?<floor>${NUMBER})\\s*[层楼]\\s*(?<door>[0-9]{1,2})\\s*(?:室|号|户)`;
/** Between the parts of an address. */
const THEN = "[\\s,，、]*-?\\s*";

/** `5号楼2单元1103`, `12栋234`, `2 栋 1 单元 1 层 02 号`, `3#楼2-501`, `5#`, `B座`, `3号2单元`. */
const NAMED = new RegExp(
  `(?<![-~至0-9a-z.、]\\s?|[同这那每哪整另])(?:(?<before>[1-9][0-9]{2,3})[室,，\\s]+)?(?<building>${NUMBER}|[a-z])\\s*` +
    `(?:号楼|#楼|#|号(?=\\s*${NUMBER}\\s*单元)|(?:号)?[栋幢座])${NOT_COUNTED}` +
    `(?:${THEN}(?<unit>${UNIT})\\s*(?:${UNIT_WORD}|-(?=\\s*[1-9][0-9]{2,3})))?(?:${THEN}(?:${FLOOR_AND_DOOR}|${ROOM}))?`,
  "gu",
);

/** `3-2-501`, `3/2/501`, `6.1.302`, `01-02-0301`; the last part is a room, so that 2026-11-21 and 3-2-1 are none. */
const THREE_PARTS = new RegExp(
  `(?<![0-9a-z.:/¥$#-])(?<building>[a-z]?[0-9]{1,3})(?<gap>[-/.])(?<unit>[0-9]|[01][0-9])\\k<gap>(?!20[0-9]{2})${ROOM}`,
  "gu",
);

/** `11-345`: which two parts it gives, the estate's data says. */
const TWO_PARTS = new RegExp(`(?<![0-9.:/¥$#-]|[a-z])(?<first>[1-9][0-9]?)-${ROOM}`, "gu");

/** `5-2单元`, and `6-3漏水` at the beginning, where something is said of the house. */
const BUILDING_AND_UNIT =
  /(?<![0-9.:/¥$#-]|[a-z])(?<building>[1-9][0-9]?)-(?<unit>[1-9])(?:单元|(?=(?<=^[0-9]{1,2}-[0-9])\s?(?:漏|停|没|楼道|电梯|门|跳闸|堵|渗)))/gu;

/** `2单元` alone. */
const UNIT_ONLY = new RegExp(`(?<![-~至0-9、])(?<unit>${UNIT})\\s*${UNIT_WORD}(?:${THEN}(?:${FLOOR_AND_DOOR}|${ROOM}))?`, "gu");

/** `502卫生间漏水`, `601室那家`: a door of one's own house, at the beginning. */
const ROOM_ONLY = /^(?<room>[1-9][0-9]{2,3})(?:室|户|那家|家|的|装修|卫生间|厨房|阳台|楼上|楼下|业主|住户)/gu;

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
  const named = all(plain, NAMED);
  const three = all(plain, THREE_PARTS);
  const [only, other] = distinct([...three, ...named]);
  // `3号楼1单元和2单元` names two places of one building.
  if (only !== undefined && other === undefined)
    return distinct([only, ...all(plain, UNIT_ONLY).map((unit) => ({ ...only, ...unit }))]);
  if (only !== undefined) return distinct([...three, ...named]);

  const two = Array.from(plain.matchAll(TWO_PARTS), ({ groups = {} }) => twoParts(groups, form));
  if (two.length > 0) return distinct(two);
  const pairs = form === "building-unit-room" ? all(plain, BUILDING_AND_UNIT) : [];
  if (pairs.length > 0) return distinct(pairs);
  const units = all(plain, UNIT_ONLY);
  return distinct(units.length > 0 ? units : all(plain, ROOM_ONLY));
}

function all(text: string, pattern: RegExp): readonly Address[] {
  return Array.from(text.matchAll(pattern), ({ groups = {} }) => addressOf(groups));
}

function addressOf({ building, unit, room, before, floor, door }: Record<string, string | undefined>): Address {
  const atDoor = floor === undefined || door === undefined ? (room ?? before) : `${houseNumber(floor)}${door.padStart(2, "0")}`;
  return {
    ...(building === undefined ? {} : { building: houseNumber(building) }),
    ...(unit === undefined ? {} : { unit: unitName(unit) }),
    ...(atDoor === undefined ? {} : { room: houseNumber(atDoor) }),
  };
}

function twoParts({ first = "", room = "" }: Record<string, string | undefined>, form: AliasForm): Address {
  const door = houseNumber(room);
  return form === "unit-room" ? { unit: first, room: door } : { building: first, room: door };
}

/** Each address once; one that only repeats a part of another says nothing new (`6.1.302, 6号楼的`). */
function distinct(addresses: readonly Address[]): readonly Address[] {
  return addresses.filter(
    (address, index) =>
      !addresses.some(
        (other, at) =>
          at !== index &&
          other.building === address.building &&
          (address.unit === undefined || other.unit === address.unit) &&
          (address.room === undefined || other.room === address.room) &&
          (at < index || other.unit !== address.unit || other.room !== address.room),
      ),
  );
}

import { fromHan, householdIn } from "../words/household.ts";

/** More than this is no list that anybody walks; a slip in a range makes it so. */
const MOST = 600;

const NUMBER = "(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})";
const GRID = new RegExp(
  `^(${NUMBER})(?:号楼|号?[栋幢座])(?:(${NUMBER}(?:[、,和]${NUMBER})*)单元)?(${NUMBER})(?:层|楼)?[到至~-](${NUMBER})(?:层|楼)每层([0-9一二两三四五六七八九十]{1,2})户$`,
  "u",
);
const RANGE = /^(.+?)\s*(?:到|至|~|——?)\s*(.+)$/u;

/** Households of a list, in its order and each once; undefined where a part of it cannot be read, or it is too long. */
export function householdsIn(text: string): readonly string[] | undefined {
  const found: string[] = [];
  // `6号楼1、2单元1到6层每层2户` has a comma of its own.
  const plain = text.normalize("NFKC").replace(/(\d)、(?=\d+单元)/g, "$1和");
  for (const item of plain
    .split(/[、,，;；\s]+/u)
    .filter((one) => (one !== "" && !/^(?:共|等)?\d*户?$/.test(one)) || /^\d{3,4}$/.test(one))) {
    const part = gridOf(item) ?? rangeOf(item) ?? oneOf(item, found.at(-1));
    if (part === undefined) return undefined;
    found.push(...part);
    if (found.length > MOST) return undefined;
  }
  return found.length === 0 ? undefined : [...new Set(found)];
}

/** One household as `6-1-102`; a bare door belongs to the building and unit of the one before it. */
export function oneOf(item: string, before: string | undefined): readonly string[] | undefined {
  const { household, rest } = householdIn(/^\d{3,4}$/.test(item) ? `${item}室` : item);
  if (household === undefined || rest.trim() !== "") return undefined;
  if (household.includes("-") || before === undefined) return [household];
  return [[...before.split("-").slice(0, -1), household].join("-")];
}

/** `6-1-101到6-1-602`: floors 1 to 6, doors 01 to 02 of each. */
function rangeOf(item: string): readonly string[] | undefined {
  const [, first = "", last = ""] = RANGE.exec(item) ?? [];
  const from = oneOf(first, undefined)?.[0];
  const to = from === undefined ? undefined : oneOf(last, from)?.[0];
  if (from === undefined || to === undefined) return undefined;
  const stem = from.split("-").slice(0, -1).join("-");
  if (stem !== to.split("-").slice(0, -1).join("-") || stem === "") return undefined;
  const [a, b] = [Number(from.split("-").at(-1)), Number(to.split("-").at(-1))];
  return block(stem, [Math.floor(a / 100), Math.floor(b / 100)], [a % 100, b % 100]);
}

/** `6号楼1单元1到6层每层2户`. */
function gridOf(item: string): readonly string[] | undefined {
  const match = GRID.exec(item);
  if (match === null) return undefined;
  const [, building = "", units = "", low = "", high = "", doors = ""] = match;
  const stems =
    units === "" ? [`${fromHan(building)}`] : units.split(/[、,和]/u).map((unit) => `${fromHan(building)}-${fromHan(unit)}`);
  const blocks = stems.map((stem) => block(stem, [fromHan(low), fromHan(high)], [1, fromHan(doors)]));
  return blocks.some((one) => one === undefined) ? undefined : blocks.flatMap((one) => one ?? []);
}

type Span = readonly [number, number];

function block(stem: string, [low, high]: Span, [first, last]: Span): readonly string[] | undefined {
  const isOrdered = low >= 1 && low <= high && first >= 1 && first <= last && high < 100;
  if (!isOrdered || (high - low + 1) * (last - first + 1) > MOST) return undefined;
  const count = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return count(low, high).flatMap((floor) =>
    count(first, last).map((door) => `${stem}-${floor}${String(door).padStart(2, "0")}`),
  );
}

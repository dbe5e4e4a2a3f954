import { allGrids, type Community, type Patch, type RoomKind } from "../../shared/community.ts";
import { fromHan } from "./household.ts";

/** An estate or some of its buildings; without `estate` nobody can tell which estate's. */
export type Area = { readonly estate?: string; readonly buildings?: readonly string[] };

/** Whom an order is for: every residents' group, some places, or certain groups by their topics. */
export type Addressee =
  | { readonly kind: "all" }
  | { readonly kind: "areas"; readonly areas: readonly Area[] }
  | { readonly kind: "rooms"; readonly rooms: readonly string[] };

/** One place or group in the words, and where it stands. */
type Mention = { readonly start: number; readonly end: number; readonly to: Addressee };

const N = "(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])";
const HOUSE = "(?:号楼|#楼?|号?[栋幢座])";
const ITEM = `${N}\\s?${HOUSE}?(?:\\s?[-~—–到至]{1,2}\\s?${N}\\s?${HOUSE}?)?`;
const BUILDINGS = new RegExp(`(?<![0-9a-zA-Z.-])${ITEM}(?:\\s?[、,，和及与/]\\s?${ITEM})*`, "gu");
const ENDS_IN_HOUSE = new RegExp(`${HOUSE}$`, "u");
const RANGE = new RegExp(`^(?<from>${N})\\s?${HOUSE}?\\s?[-~—–到至]{1,2}\\s?(?<to>${N})\\s?${HOUSE}?$`, "u");

const ALL =
  /(?:全体|所有|全部|各个?|每个)的?(?:居民|业主|住户|邻居|微信|小区)*(?:群(?!众)里?)|(?:全体|所有|全部)的?(?:居民|业主|住户|邻居|群众|小区|人)|(?:全体|全社区|各小区|大家)(?:居民|业主|住户)?/gu;
const KINDS: readonly (readonly [RoomKind, RegExp])[] = [
  ["staff", /(?:网格)?工作群|(?:全体)?网格(?:员|长)们?|(?:全体)?工作人员/gu],
  ["volunteers", /(?:全体)?志愿者们?(?:群)?|志愿服务?群/gu],
  ["units", /(?:各|全体)?共建单位(?:群)?|各单位|单位群/gu],
];

/** Every place and group that a text names, in its order; what is inside a longer name is not named. */
export function mentionsIn(community: Community, text: string): readonly Mention[] {
  const found = [
    ...community.rooms.flatMap(({ topic }) =>
      places(text, topic).map((at) => ({ ...at, to: { kind: "rooms" as const, rooms: [topic] } })),
    ),
    ...community.estates.flatMap(({ name }) =>
      spoken(community, name).flatMap((said) => places(text, said).map((at) => ({ ...at, to: areas({ estate: name }) }))),
    ),
    ...allGrids(community.grids).flatMap((grid) =>
      places(text, grid.name).map((at) => ({ ...at, to: areas(...grid.places.map(areaOf)) })),
    ),
    ...places(text, community.name).map((at) => ({ ...at, to: { kind: "all" as const } })),
    ...Array.from(text.matchAll(ALL), (match) => ({ ...spanOf(match), to: { kind: "all" as const } })),
    ...KINDS.flatMap(([kind, words]) =>
      Array.from(text.matchAll(words), (match) => ({
        ...spanOf(match),
        to: { kind: "rooms" as const, rooms: topicsOf(community, kind) },
      })),
    ),
    ...buildingsIn(text),
  ];
  const longest = found.toSorted((one, other) => one.start - other.start || other.end - one.end);
  return longest.filter((one, index) => !longest.some((other, at) => at !== index && covers(other, one, at < index)));
}

function covers(outer: Mention, inner: Mention, isEarlier: boolean): boolean {
  const isInside = outer.start <= inner.start && inner.end <= outer.end;
  return isInside && (isEarlier || outer.end - outer.start > inner.end - inner.start);
}

/** The mentions as one addressee: an estate right before its buildings is theirs; everybody is everybody. */
export function together(mentions: readonly Mention[], text: string): Addressee | undefined {
  if (mentions.length === 0) return undefined;
  if (mentions.some(({ to }) => to.kind === "all")) return { kind: "all" };
  const rooms = mentions.flatMap(({ to }) => (to.kind === "rooms" ? to.rooms : []));
  if (rooms.length > 0) return { kind: "rooms", rooms: [...new Set(rooms)] };

  const joined: Area[] = [];
  let end = 0;
  for (const mention of mentions) {
    const parts = mention.to.kind === "areas" ? mention.to.areas : [];
    const last = joined.at(-1);
    const [only] = parts;
    const isPart = last?.estate !== undefined && last.buildings === undefined && only?.estate === undefined;
    if (isPart && only !== undefined && /^[\s的,，（(]*$/u.test(text.slice(end, mention.start)))
      joined[joined.length - 1] = { ...last, ...only };
    else joined.push(...parts);
    end = mention.end;
  }
  return areas(...merged(joined));
}

/** The areas with the estate that alone can be meant; undefined when two estates have such a building, or none has. */
export function settled(community: Community, { estate, buildings = [] }: Area): readonly string[] {
  return community.estates
    .filter(({ name }) => estate === undefined || name === estate)
    .filter(({ buildings: count = Number.POSITIVE_INFINITY }) =>
      buildings.every((building) => !(Number(building) > count || Number(building) < 1)),
    )
    .map(({ name }) => name);
}

function merged(all: readonly Area[]): readonly Area[] {
  return all.filter((area, index) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(area)) === index);
}

function areas(...all: readonly Area[]): Addressee {
  return { kind: "areas", areas: all };
}

function areaOf({ estate, buildings }: Patch): Area {
  if (buildings === undefined) return { estate };
  return { estate, buildings: from(buildings.from, buildings.to) };
}

function from(first: number, last: number): readonly string[] {
  return Array.from({ length: Math.max(0, Math.min(last - first, 200) + 1) }, (_, index) => String(first + index));
}

function topicsOf({ rooms }: Community, wanted: RoomKind): readonly string[] {
  return rooms.filter(({ kind }) => kind === wanted).map(({ topic }) => topic);
}

/** `葵花里小区`, and `葵花里` when no other estate or the community's own name has it. */
function spoken({ estates }: Community, name: string): readonly string[] {
  const short = name.replace(/(?:小区|社区|花园|家园|新村|苑)$/u, "");
  const isOwn = short.length >= 2 && !estates.some((other) => other.name !== name && other.name.includes(short));
  return isOwn && short !== name ? [name, short] : [name];
}

function places(text: string, words: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    found.push({ start: at, end: at + words.length });
  // `葵花里社区` is the community, `葵花里物业` a firm.
  return found.filter(({ end }) => !/^(?:社区|物业|居委)/u.test(text.slice(end)));
}

function spanOf(match: RegExpExecArray | RegExpMatchArray): { readonly start: number; readonly end: number } {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

/** `3号楼`, `1-3号楼`, `3、4号楼`, `三号楼和5栋`. */
function buildingsIn(text: string): readonly Mention[] {
  return Array.from(text.matchAll(BUILDINGS)).flatMap((match) => {
    const [words] = match;
    if (!ENDS_IN_HOUSE.test(words)) return [];
    const buildings = words.split(/[、,，和及与/]/u).flatMap((item) => numbersOf(item.trim()));
    return buildings.length === 0 ? [] : [{ ...spanOf(match), to: areas({ buildings: [...new Set(buildings)] }) }];
  });
}

function numbersOf(item: string): readonly string[] {
  const range = RANGE.exec(item)?.groups;
  const { from: first = "", to: last = "" } = range ?? {};
  if (range !== undefined) return from(fromHan(first), fromHan(last));
  const one = item.replace(new RegExp(`\\s?${HOUSE}$`, "u"), "");
  return [/^[a-z]$/iu.test(one) ? one.toUpperCase() : String(fromHan(one))].filter((number) => number !== "NaN");
}

import type { AliasForm, Community, Estate } from "../../shared/community.ts";
import type { Place } from "../../shared/place.ts";
import type { Report } from "../../tickets/reading.ts";
import { normalise } from "../normalise.ts";
import { maskNumbers } from "../redact.ts";
import { type Address, addressesIn, namesBuilding } from "./address.ts";
import { spotIn } from "./spot.ts";

/** The parts of a report that tell of a place. */
export type Whereabouts = Pick<Report, "text" | "alias" | "room">;

/** The speaker's own four walls. */
const HOME = /我家|我们家|咱家|咱们家|俺家|自己家|家里|家中|我屋|屋里|我这/u;
/** What only somebody's own walls have, or the neighbours around them: the speaker's address when no other place is named. */
const OF_A_HOME =
  /[停没断来通]了?(?:热)?[水电气暖网]|自来水|水压|水龙头|水管|水表|热水|电表|跳闸|电压|燃气|煤气|天然气|暖气|地暖|供暖|供热|不热|宽带|wifi|信号|漏[水雨]|渗水|返水|下水|马桶|地漏|厨房|卫生间|厕所|浴室|阳台|窗|卧室|客厅|天花板|吊顶|入户门|防盗门|楼上|楼下|隔壁(?!工地|饭店|餐馆|学校|小区|超市|单位|厂|院|ktv|酒店|商铺)|对门|对面邻居/u;
/** The speaker's own house as a whole. */
const OWN_BUILDING = /我们?(?:这)?(?:楼|单元|栋|幢)|咱们?(?:这)?(?:楼|单元|栋|幢)|本(?:楼|单元|栋|幢)|俺们?楼/u;
/** The estate as a whole, its bodies, or the town around it: a place of its own. */
const WHOLE_ESTATE = /小区|社区|院里|院子|大院|全院|物业|业委会|群里|街|路面|马路|公路|天桥|公交|周边|附近|村|镇/u;

/** Makes the reader of places for a community: from the text, then from the speaker's alias, then from the room. What none of them says stays absent. */
export function placeReader(community: Community): (whereabouts: Whereabouts) => Place {
  const nameIn = estateFinder(community);
  const selfOf = selfReader(community.estates, nameIn);

  return ({ text, alias, room }) => {
    const read = maskNumbers(normalise(text));
    const named = nameIn(read);
    const { own, home } = selfOf(alias, room?.estate);
    const estate = named ?? own;
    const form = formOf(community.estates, estate);
    const address = addressOf(read, addressesIn(read, form), { home, isElsewhere: estate !== own, block: room?.building });
    const said = spotIn(read);
    const spot = said?.within === "storey" && address.room !== undefined ? undefined : said;
    return { ...(estate === undefined ? {} : { estate }), ...address, ...(spot === undefined ? {} : { spot: spot.text }) };
  };
}

type Self = { readonly own: string | undefined; readonly home: Address };
/** So many speakers are remembered. */
const SPEAKERS = 5_000;

/** Makes the reader of who speaks: the estate and the address that an alias gives, in a room of this estate. The same few people speak all day. */
function selfReader(
  estates: readonly Estate[],
  nameIn: (text: string) => string | undefined,
): (alias: string, estate: string | undefined) => Self {
  const known = new Map<string, Self>();
  return (alias, estate) => {
    const key = `${estate ?? ""}\n${alias}`;
    const before = known.get(key);
    if (before !== undefined) return before;

    const read = normalise(alias);
    const own = nameIn(read) ?? estate;
    const self = { own, home: addressesIn(read, formOf(estates, own))[0] ?? {} };
    if (known.size >= SPEAKERS) known.clear();
    known.set(key, self);
    return self;
  };
}

/** Finds the one estate that a text names, by its name or by its name without `小区`; the community's own name is none. */
function estateFinder({ name: communityName, estates }: Community): (text: string) => string | undefined {
  const names = estates.flatMap(({ name }) => [
    { name, said: name },
    { name, said: name.replace(/(?:小区|社区|花园|家园|新村|苑)$/u, "") },
  ]);
  const tellable = names.filter(
    ({ name, said }) => said.length >= 2 && !estates.some((other) => other.name !== name && other.name.includes(said)),
  );
  return (text) => {
    const rest = text.replaceAll(communityName, "");
    const found = new Set(tellable.filter(({ said }) => rest.includes(said)).map(({ name }) => name));
    return found.size === 1 ? [...found][0] : undefined;
  };
}

function formOf(estates: readonly Estate[], name: string | undefined): AliasForm {
  return estates.find((estate) => estate.name === name)?.alias ?? "building-unit-room";
}

type Surroundings = { readonly home: Address; readonly isElsewhere: boolean; readonly block: string | undefined };

function addressOf(text: string, said: readonly Address[], { home, isElsewhere, block }: Surroundings): Address {
  const [only, another] = said;
  if (another !== undefined) return common(said);
  if (only?.building !== undefined) return HOME.test(text) && home.building === only.building ? { ...home, ...only } : only;
  if (isElsewhere || namesBuilding(text)) return only ?? {};
  const own = home.building === undefined ? { ...buildingOf(block), ...home } : home;
  if (only?.unit !== undefined) return { ...buildingOf(own.building), ...only };
  if (only?.room !== undefined) return own.building === undefined ? {} : { ...withoutRoom(own), ...only };

  const spot = spotIn(text);
  if (spot?.within === "building") return withoutRoom(own);
  if (HOME.test(text)) return own;
  if (spot?.within === "estate") return {};
  if (spot?.within === "storey" || OWN_BUILDING.test(text)) return withoutRoom(own);
  return OF_A_HOME.test(text) && !WHOLE_ESTATE.test(text) ? own : {};
}

/** Several addresses agree only on what they share. */
function common(said: readonly Address[]): Address {
  const [first = {}, ...others] = said;
  if (others.some(({ building }) => building !== first.building)) return {};
  const unit = others.every((other) => other.unit === first.unit) ? first.unit : undefined;
  return { ...buildingOf(first.building), ...(unit === undefined ? {} : { unit }) };
}

function buildingOf(building: string | undefined): Address {
  return building === undefined ? {} : { building };
}

function withoutRoom({ building, unit }: Address): Address {
  return { ...buildingOf(building), ...(unit === undefined || building === undefined ? {} : { unit }) };
}

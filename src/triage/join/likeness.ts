import type { Place } from "../../shared/place.ts";
import type { Kind } from "../../tickets/reading.ts";
import { normalise } from "../normalise.ts";
import { type Content, contentOf, shared } from "./content.ts";

/** One side of the question whether two people speak of one thing. `kinds` and `categories` are the classifier's shares. */
export type Side = {
  /** Normalised. */
  readonly text: string;
  readonly kind: Kind;
  readonly category: string;
  readonly place: Place;
  readonly kinds: Float64Array;
  readonly categories: Float64Array;
  /** The speaker's name in the room; where they live counts when the words name no place. */
  readonly alias: string;
  readonly home: Place;
  /** The things that the words name. */
  readonly things: ReadonlySet<string>;
  /** What the words say, besides how (`contentOf`). */
  readonly content: Content;
};

/** What is looked at, in the order of the numbers that `likeness` gives. */
export const SIGNS = [
  "always",
  "sameCategory",
  "alikeTopics",
  "sharedCharacters",
  "sharedPairs",
  "agrees",
  "goesOn",
  "bothMatter",
  "sameKind",
  "sameBuilding",
  "sameSpot",
  "otherSpot",
  "moreExact",
  "livesThere",
  "livesElsewhere",
  "otherRoom",
  "asksAboutIt",
  "sameSpeaker",
  "sharedSupply",
  "isIdle",
  "isSolved",
  "short",
  "ownThing",
  "wholeEstate",
  "agreesShortly",
  "goesOnAlike",
  "sameSpotAlike",
  "sameBuildingAlike",
  "proposals",
  "agreesWithProposal",
  "otherWish",
  "sameThing",
  "otherThing",
  "sameThingHere",
  "sameThingMuchAlike",
  "muchAlike",
] as const;

/** Supplies that fail for many homes at once. */
const SUPPLIES = new Set(["供水", "供电", "供气", "供暖", "通信"]);
const AGREES =
  /^(?:[我咱俺]们?(?:家|这边?|楼|单元|栋|那)?[^,，。]{0,6}(?:也|同样|一样)|也是|同样|一样|是的|是啊|对啊?|对对|嗯|没错|确实|就是|\+1|\+\+|1$|同求|同上|同问|同感|附议|支持|赞成|赞同|同意|顶|举双手|加一|强烈要求)|也是[!。~了的啊,，]|也(?:没|停|断|不|黑|凉|闻|看见|看到|遇到|堵|漏|有|来|听)|同样/u;
const GOES_ON =
  /还(?:没|是|在|不|有|那样)|又(?:来|开始|掉|停|坏|堵|冒|漏|黑|响|断|臭|满)|一直|仍然|依旧|依然|至今|怎么样了|咋样了|有人管|来人|来修|处理(?:了)?没|刚又|越来越/u;
const ASKS_ABOUT =
  /多少钱|几点|在哪|哪儿|哪里|怎么交|咋交|怎么办理|什么牌子|哪个牌子|谁会|找谁|推荐|一度|收费|怎么算|咋算|怎么分|费用/u;
const SOLVED = /好了|来了[!。~]*$|来[水电气]了|通了|修好|解决了|恢复|谢谢|感谢|辛苦|不用了|没事了/u;
const OWN_THING = /我家的?(?:马桶|水龙头|龙头|热水器|灯|空调|电饭|洗衣机|锅|冰箱|净水|路由)|我的?(?:车|手机|快递|卡|鞋)|我换/u;
const WHOLE_ESTATE = /全小区|整个(?:小区|院)|小区(?:都|全|停|没|里一)|全院|都停|整片|大家都|家家/u;
const PROPOSES = /建议|希望|能不能|要不|装|加|增设|设|建/u;

/** The signs of two reports about one thing, each between 0 and 1; undefined when the places rule it out. */
export function likeness(again: Side, open: Side): readonly number[] | undefined {
  if (areElsewhere(again.place, open.place)) return undefined;

  const { text } = again;
  const words = again.content;
  const known = open.content;
  const topics = dot(again.categories, open.categories);
  const agrees = Number(AGREES.test(text));
  const goesOn = Number(GOES_ON.test(text));
  const sameCategory = Number(again.category === open.category && again.category !== "其他");
  const characters = shared(words.characters, known.characters);
  const pairs = shared(words.pairs, known.pairs);
  const said = again.place.building !== undefined || again.place.spot !== undefined;
  const home = again.home.building;
  const livesElsewhere = !said && home !== undefined && open.place.building !== undefined && home !== open.place.building;
  // A danger of another sort or told from another house, with hardly a word in common, is never swallowed by an open matter, however alarming both are.
  const isOther = sameCategory === 0 || livesElsewhere;
  const isOwn = again.kind !== "none" && isOther && agrees + goesOn === 0 && characters < 0.34;
  if (isOwn && (again.kind === "hazard" || open.kind === "hazard") && !meet(again.things, open.things)) return undefined;
  const isShort = Number(text.length <= 8);
  const sameSpot = Number(again.place.spot !== undefined && spotsMeet(again.place.spot, open.place.spot));
  const sameBuilding = Number(again.place.building !== undefined && again.place.building === open.place.building);
  const sameThing = Number(meet(again.things, open.things));
  const otherThing = Number(again.things.size > 0 && open.things.size > 0) * (1 - sameThing);
  const isIdle = again.kinds.at(-1) ?? 0;
  const asProposal = Number(open.kind === "proposal");
  return [
    1,
    sameCategory,
    topics,
    characters,
    pairs,
    agrees,
    goesOn,
    Number(again.kind !== "none"),
    Number(again.kind === open.kind),
    sameBuilding,
    sameSpot,
    Number(again.place.spot !== undefined && open.place.spot !== undefined) * (1 - sameSpot),
    Number(again.place.building !== undefined && open.place.building === undefined),
    Number(!said && home !== undefined && home === open.place.building),
    Number(livesElsewhere),
    Number(again.place.room !== undefined && open.place.room !== undefined && again.place.room !== open.place.room),
    Number(ASKS_ABOUT.test(text)),
    Number(again.alias === open.alias),
    Number(SUPPLIES.has(open.category)) * sameCategory,
    isIdle,
    Number(SOLVED.test(text)),
    isShort,
    Number(OWN_THING.test(text)),
    Number(WHOLE_ESTATE.test(open.text)),
    agrees * isShort,
    goesOn * topics,
    sameSpot * topics,
    sameBuilding * topics,
    asProposal,
    asProposal * agrees,
    asProposal * Number(PROPOSES.test(text)) * (1 - agrees) * (1 - pairs),
    sameThing,
    otherThing,
    sameThing * Math.max(sameSpot, sameBuilding),
    sameThing * Number(characters >= 0.5),
    Number(characters >= 0.6) * sameCategory,
  ];
}

/** Whether words that read as chatter may go on about an open matter: short agreement, or `still`, `again`. */
export function mayContinue(text: string): boolean {
  return text.length <= 60 && (AGREES.test(text) || GOES_ON.test(text));
}

/** Whether somebody's words can be about an open matter at all: a model's claim that they are needs at least a word in common. */
export function bearsOut(text: string, place: Place, open: { readonly summary: string; readonly place: Place }): boolean {
  if (areElsewhere(place, open.place)) return false;
  return shared(contentOf(normalise(text)).pairs, contentOf(normalise(open.summary)).pairs) > 0;
}

/** Another estate, another building, another unit, another storey or another gate: two things, whatever the words. */
function areElsewhere(one: Place, other: Place): boolean {
  const differ = (part: keyof Place): boolean =>
    one[part] !== undefined && other[part] !== undefined && one[part] !== other[part];
  if (differ("estate") || differ("building")) return true;
  if (one.building !== undefined && differ("unit")) return true;
  if (!differ("spot") || spotsMeet(one.spot, other.spot)) return false;
  // One in a house, the other outdoors; or two gates, two storeys.
  return (one.building === undefined) !== (other.building === undefined) || (isExact(one.spot) && isExact(other.spot));
}

function isExact(spot = ""): boolean {
  return /^[东南西北]{1,2}(?:大|小|侧)?门|[0-9一二三四五六七八九十][层楼]/u.test(spot);
}

/** Whether one of the words is, or is part of, one of the others: 路灯 and 灯. */
function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const a of one) for (const b of other) if (a.includes(b) || b.includes(a)) return true;
  return false;
}

function spotsMeet(one = "", other = ""): boolean {
  return one !== "" && other !== "" && (one.includes(other) || other.includes(one));
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += Math.sqrt((one[at] ?? 0) * (other[at] ?? 0));
  return sum;
}

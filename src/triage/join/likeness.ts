import type { Place } from "../../shared/place.ts";
import type { Kind } from "../../tickets/reading.ts";
import { normalise } from "../normalise.ts";
import { contentOf } from "./content.ts";
import { areElsewhere, isInAndOut, spotsMeet } from "./elsewhere.ts";
import { explainedBy } from "./explained.ts";
import { type Moods, moodsOf } from "./moods.ts";
import type { Said } from "./said.ts";
import { common, contradict, cosine, covered, meet, overlap, rareShared, shared } from "./sets.ts";

/** One side of the question whether two people speak of one thing. */
export type Side = Said & {
  readonly kind: Kind;
  readonly category: string;
  readonly place: Place;
  /** The speaker's name in the room; where they live counts when the words name no place. */
  readonly alias: string;
  readonly home: Place;
};

/** What was looked at, each by its name, between 0 and 1. */
export type Signs = Readonly<Record<string, number>>;

/** Supplies that fail for many homes at once. */
const SUPPLIES = new Set(["供水", "供电", "供气", "供暖", "通信"]);

/** The trouble that anything may have. */
const BROKEN = "坏";

/** The signs of two reports about one thing; undefined when the places rule it out. */
export function likeness(again: Side, open: Side): Signs | undefined {
  if (areElsewhere(again.place, open.place)) return undefined;

  const words = wordSigns(again, open);
  const meant = meantSigns(again, open);
  const { agrees, goesOn } = again.moods;
  // A danger of another sort or told from another house, with hardly a word in common, is never swallowed by an open matter, however alarming both are.
  const places = placeSigns(again, open);
  const isOther = words.sameCategory === 0 || places.livesElsewhere === 1;
  const isOwn = again.kind !== "none" && isOther && agrees + goesOn === 0 && words.characters < 0.34;
  const isAlarming = again.kind === "hazard" || open.kind === "hazard";
  // Two things that are both broken are two matters: 电梯又坏了 after 楼道灯坏了.
  if (words.sameCategory === 0 && areBothBroken(again.meanings, open.meanings)) return undefined;
  if (places.inAndOut === 1 && places.sameSpots === 0) return undefined;
  const ownAlarm = isOwn && isAlarming && meant.sameThing + meant.told + meant.toldBack + meant.sameObject === 0;
  if (ownAlarm && meant.newHeads > 0 && words.pairs === 0) return undefined;

  return { ...words, ...meant, ...places, ...moodSigns(again, open), ownAlarm: Number(ownAlarm) };
}

function wordSigns(again: Side, open: Side) {
  const topics = overlap(again.topics, open.topics);
  const sameCategory = Number(again.category === open.category && again.category !== "其他");
  const characters = shared(again.content.characters, open.content.characters);
  return {
    sameCategory,
    topics,
    fires: (1 + cosine(again.fires, open.fires)) / 2,
    kinds: overlap(again.kinds, open.kinds),
    characters,
    pairs: shared(again.content.pairs, open.content.pairs),
    openPairs: covered(open.content.pairs, again.content.pairs),
    rare: rareShared(again.runs, open.runs),
    isIdle: again.kinds.at(-1) ?? 0,
    bothMatter: Number(again.kind !== "none"),
    sameKind: Number(again.kind === open.kind),
    length: Math.min(1, again.text.length / 40),
    isShort: Number(again.text.length <= 8),
    sameSupply: Number(SUPPLIES.has(open.category)) * sameCategory,
    muchAlike: Number(characters >= 0.6) * sameCategory,
  };
}

function meantSigns(again: Side, open: Side) {
  const ours = again.meanings;
  const theirs = open.meanings;
  const told = Number(common(theirs.heads, ours.tellings) > 0);
  const toldBack = Number(common(ours.heads, theirs.tellings) > 0);
  const sameObject = Number(common(ours.objects, theirs.objects) > 0);
  const related = Math.max(told, toldBack, sameObject);
  const sameTrouble = Number(common(ours.troubles, theirs.troubles) > 0);
  const sameThing = Number(meet(again.things, open.things));
  const explained = explainedBy(ours, theirs);
  const explains = explainedBy(theirs, ours);
  return {
    saidSame: explained.same,
    saidAkin: explained.akin,
    saidStrange: explained.strange,
    saidRest: explained.rest,
    openSame: explains.same,
    openAkin: explains.akin,
    openStrange: explains.strange,
    bothStrange: explained.strange * explains.strange,
    allSaid: Number(explained.akin === 1),
    told,
    toldBack,
    toldAlone: told * Number(ours.heads.size === 0),
    sameObject,
    objects: covered(ours.objects, theirs.objects),
    otherObject: Number(contradict(ours.objects, theirs.objects)),
    strangeObject: Number(contradict(ours.objects, theirs.objects)) * (1 - related),
    newHeads: Number([...ours.heads].some((head) => !theirs.heads.has(head) && !theirs.tellings.has(head))),
    onlyNewHeads:
      Number(ours.heads.size > 0) *
      Number([...ours.heads].every((head) => !theirs.heads.has(head) && !theirs.tellings.has(head))),
    noObject: Number(ours.objects.size === 0),
    openNoObject: Number(theirs.objects.size === 0),
    sameTrouble,
    otherTrouble: Number(contradict(ours.troubles, theirs.troubles)),
    noTrouble: Number(ours.troubles.size === 0),
    openNoTrouble: Number(theirs.troubles.size === 0),
    objectAndTrouble: sameObject * sameTrouble,
    objectOtherTrouble: sameObject * Number(contradict(ours.troubles, theirs.troubles)),
    sameThing,
    otherThing: Number(again.things.size > 0 && open.things.size > 0) * (1 - sameThing),
  };
}

function placeSigns(again: Side, open: Side) {
  const { place, home, details } = again;
  const sameBuilding = Number(place.building !== undefined && place.building === open.place.building);
  const sameSpot = Number(spotsMeet(place.spot, open.place.spot));
  const spots = common(again.meanings.spots, open.meanings.spots);
  const isSaid = place.building !== undefined || place.spot !== undefined;
  const elsewhere = home.building !== undefined && open.place.building !== undefined && home.building !== open.place.building;
  return {
    sameBuilding,
    sameUnit: Number(sameBuilding === 1 && place.unit !== undefined && place.unit === open.place.unit),
    sameSpot,
    otherSpot: Number(place.spot !== undefined && open.place.spot !== undefined) * (1 - sameSpot),
    sameSpots: Number(spots > 0),
    otherSpots: Number(contradict(again.meanings.spots, open.meanings.spots)),
    inAndOut: Number(isInAndOut(place, open.place)),
    moreExact: Number(place.building !== undefined && open.place.building === undefined),
    livesThere: Number(!isSaid && home.building !== undefined && home.building === open.place.building),
    livesElsewhere: Number(!isSaid && elsewhere),
    otherRoom: Number(place.room !== undefined && open.place.room !== undefined && place.room !== open.place.room),
    sameSpeaker: Number(again.alias === open.alias),
    sameStorey: Number(common(details.storeys, open.details.storeys) > 0),
    otherStorey: Number(contradict(details.storeys, open.details.storeys)),
    sameSide: Number(common(details.sides, open.details.sides) > 0),
    otherSide: Number(contradict(details.sides, open.details.sides)),
    otherColour: Number(contradict(details.colours, open.details.colours)),
  };
}

/** Whether each names a thing of its own, and all that both say of them is that it is broken. */
function areBothBroken(ours: Side["meanings"], theirs: Side["meanings"]): boolean {
  const shared = [...ours.troubles].filter((trouble) => theirs.troubles.has(trouble));
  const areApart = ours.heads.size > 0 && theirs.heads.size > 0 && common(ours.heads, theirs.heads) === 0;
  return areApart && contradict(ours.objects, theirs.objects) && shared.length === 1 && shared[0] === BROKEN;
}

function moodSigns({ moods, text }: Side, open: Side): Signs {
  const asProposal = Number(open.kind === "proposal" || open.moods.proposes === 1);
  return {
    ...moods,
    openProposes: asProposal,
    openAsks: open.moods.questions,
    openWhole: open.moods.wholeEstate,
    bothPropose: asProposal * moods.proposes,
    approvesProposal: asProposal * Math.max(moods.approves, moods.agrees),
    onlyAgainProposes: (1 - asProposal) * moods.proposes,
    onlyOpenProposes: asProposal * (1 - moods.proposes) * (1 - moods.approves),
    agreesShortly: moods.agrees * Number(text.length <= 12),
  };
}

/** Whether words that read as chatter may go on about an open matter: short agreement, or `still`, `again`. */
export function mayContinue(text: string): boolean {
  const { agrees, goesOn }: Moods = moodsOf(text);
  return text.length <= 60 && agrees + goesOn > 0;
}

/** Whether somebody's words can be about an open matter at all: a model's claim that they are needs at least a word in common. */
export function bearsOut(text: string, place: Place, open: { readonly summary: string; readonly place: Place }): boolean {
  if (areElsewhere(place, open.place)) return false;
  return shared(contentOf(normalise(text)).pairs, contentOf(normalise(open.summary)).pairs) > 0;
}

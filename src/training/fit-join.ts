import type { JoinWeights } from "../triage/classifier/weights.ts";
import { mayMeet } from "../triage/join/join.ts";
import { valuesOf } from "../triage/join/judge.ts";
import { likeness, type Side } from "../triage/join/likeness.ts";
import { fitLine, type LinePlan } from "./fit-line.ts";
import { fitTrees, type TreePlan } from "./fit-trees.ts";
import type { Pair } from "./read-pairs.ts";

/** Found by cross-validation over our own pairs. */
const LINE: LinePlan = { rounds: 300, rate: 0.03, calm: 0.002 };
const TREES: TreePlan = { trees: 150, rate: 0.1, least: 5, calm: 6, every: 3 };

/** Every so manieth open matter is learned with its own words too; every so manieth pair is crossed with words so many pairs on. */
const REPEATED = 4;
const CROSSED = { every: 2, steps: 101 };

/** Signs that alone may only speak for one thing, or only against it: many of our pairs are traps, and would have it that much alike is seldom the same. */
const FOR = new Set([
  ...["sameCategory", "sameKind", "topics", "fires", "characters", "pairs", "openPairs", "rare", "muchAlike"],
  ...["sameObject", "objects", "sameTrouble", "objectAndTrouble", "sameThing", "told", "toldBack"],
  ...["saidSame", "saidAkin", "openSame", "openAkin", "allSaid"],
  ...["sameBuilding", "sameUnit", "sameSpot", "sameSpots", "sameStorey", "sameSide", "livesThere"],
  ...["agrees", "goesOn", "approves", "agreesShortly", "approvesProposal"],
]);
const AGAINST = new Set([
  ...["saidStrange", "saidRest", "bothStrange", "strangeObject", "otherObject", "otherThing", "onlyNewHeads", "ownAlarm"],
  ...["otherSpot", "otherSpots", "otherStorey", "otherSide", "otherColour", "livesElsewhere", "inAndOut"],
  ...["asks", "trades", "solved", "past", "ownThing", "notSo", "jokes", "onlyAgainProposes"],
]);

/** Learns how much each sign tells, and then, by trees, what signs tell together. `chat` is about no matter. Pairs that places or kinds rule out teach nothing. */
export function fitJoin(pairs: readonly Pair[], chat: readonly Side[]): JoinWeights {
  const seen = [...pairs, ...repeated(pairs), ...crossed(pairs), ...idle(pairs, chat)].flatMap(({ again, open, same }) => {
    const signs = mayMeet(again.kind, open.kind) ? likeness(again, open) : undefined;
    return signs === undefined ? [] : [{ signs, truth: Number(same) }];
  });
  const signs = Object.keys(seen[0]?.signs ?? {});
  const cases = seen.map(({ signs: found, truth }) => ({ values: valuesOf(found, signs), truth, start: 0 }));
  const directions = signs.map((sign) => Number(FOR.has(sign)) - Number(AGAINST.has(sign)));
  const line = Array.from(fitLine(cases, directions, LINE), (weight) => Number(weight.toPrecision(5)));
  const linear = line.slice(0, -1);
  const bias = line.at(-1) ?? 0;
  const started = cases.map((each) => ({
    ...each,
    start: each.values.reduce((score, value, at) => score + value * (linear[at] ?? 0), bias),
  }));
  return { signs, bias, linear, trees: fitTrees(started, TREES) };
}

/** Whoever says the very same as an open matter is of one mind with it. Written pairs seldom are so plain. */
function repeated(pairs: readonly Pair[]): readonly Pair[] {
  const opens = [...new Map(pairs.map(({ open }) => [open.text, open])).values()];
  return opens.filter((_, at) => at % REPEATED === 0).map((open) => ({ again: { ...open, alias: "" }, open, same: true }));
}

/** Words about another matter altogether: most of what an open matter is compared with. */
function crossed(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.flatMap(({ open }, at) => {
    const again = pairs[(at + CROSSED.steps * (1 + (at % 7))) % pairs.length]?.again;
    const isOther = again !== undefined && again.category !== open.category && at % CROSSED.every === 0;
    return isOther ? [{ again, open, same: false }] : [];
  });
}

/** Chatter that sounds as if it went on about something. */
function idle(pairs: readonly Pair[], chat: readonly Side[]): readonly Pair[] {
  return chat.flatMap((again, at) => {
    const open = pairs[(at * CROSSED.steps) % pairs.length]?.open;
    return open === undefined ? [] : [{ again, open, same: false }];
  });
}

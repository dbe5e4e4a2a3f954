import { houseNumber } from "../place/numerals.ts";

/** Small facts of a text that two reports of one thing do not contradict, each in a set of its own. */
export type Details = {
  readonly storeys: ReadonlySet<string>;
  readonly sides: ReadonlySet<string>;
  readonly colours: ReadonlySet<string>;
};

const STOREY = /(?<![号0-9负])(?<floor>[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:层|楼(?!上|下|道|栋|门|顶))/gu;
const SIDE = /(?<side>[东南西北]{1,2})(?:边|侧|面|头|角|区|院|户|墙|坡|段|小门|大门|门|单元|山墙)/gu;
const AHEAD = /(?<side>前|后)(?:面|边|头|院|巷|门|排)/gu;
const COLOUR = /(?<colour>[红白黑蓝绿黄灰银橙棕紫])色|(?<short>[红白黑蓝绿黄灰银橙棕紫])的/gu;

/** The storeys, sides and colours that a normalised text names. */
export function detailsOf(text: string): Details {
  const all = (pattern: RegExp): string[] =>
    Array.from(text.matchAll(pattern), ({ groups = {} }) => Object.values(groups).find((value) => value !== undefined) ?? "");
  return {
    storeys: new Set(all(STOREY).map(houseNumber)),
    sides: new Set([...all(SIDE), ...all(AHEAD)].flatMap((side) => [...side])),
    colours: new Set(all(COLOUR)),
  };
}

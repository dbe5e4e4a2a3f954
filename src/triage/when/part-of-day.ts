/** A part of the day; what people call it and how long it lasts, was decided by the author of the labelled times. */
export type PartOfDay = "small-hours" | "morning" | "forenoon" | "noon" | "afternoon" | "dusk" | "evening" | "night";

/** First and last hour, counted from midnight of the day it is said of: the night of Friday ends on Saturday at 5. */
export const HOURS: Readonly<Record<PartOfDay, readonly [number, number]>> = {
  "small-hours": [0, 6],
  morning: [6, 9],
  forenoon: [8, 12],
  noon: [11, 14],
  afternoon: [13, 18],
  dusk: [17, 19],
  evening: [18, 24],
  night: [23, 29],
};

/** One letter (`早`) is a part of the day only beside a day or an hour: `大后天早8点`, `12月5日晚`. */
const ONE_LETTER = "早(?![点已晚日期])|[晚夜](?![点辈婚年市宵班])|晨(?!练)";
export const PART = `(?:[大后下前]?半夜|午夜|深夜|夜[里间]|凌晨|(?:一大?|大?清)早上?|大早上|清晨|早[上晨间]|上午|[中正]午|午间|下午|午后|傍晚|黄昏|晚[上间]|${ONE_LETTER})`;

/** The part of the day that a word of `PART` names. */
export function partOfDay(word: string): PartOfDay {
  if (/半夜|夜/.test(word)) return "night";
  if (word === "凌晨") return "small-hours";
  if (/[早晨]/.test(word)) return "morning";
  if (word === "上午") return "forenoon";
  if (/下午|午后/.test(word)) return "afternoon";
  if (/午/.test(word)) return "noon";
  return /傍|黄/.test(word) ? "dusk" : "evening";
}

/** `昨晚凌晨两点` is the night that began yesterday; otherwise the later word tells more. */
export function laterPart(first: PartOfDay, second: PartOfDay): PartOfDay {
  return (first === "evening" || first === "night") && second === "small-hours" ? "night" : second;
}

/** The hour that is meant, 0–30 from midnight of the day: `晚上8点` 20, `晚上12点` 24, `半夜两点` 26. `spoken`: `3点`, not `03:00` or `3时`. */
export function hourIn(part: PartOfDay | undefined, hour: number, spoken: boolean): number {
  switch (part) {
    case "small-hours":
      return hour === 12 ? 0 : hour;
    case "morning":
    case "forenoon":
      return hour;
    case "noon":
      return hour <= 3 ? hour + 12 : hour;
    case "afternoon":
    case "dusk":
      return hour < 12 ? hour + 12 : hour;
    case "evening":
      return afterDark(hour, 4);
    case "night":
      return afterDark(hour, 6);
    case undefined:
      // Nobody says `三点` of the small hours without saying so.
      return spoken && hour >= 1 && hour <= 5 ? hour + 12 : hour;
  }
}

/** Hours up to `small` belong to the next calendar day. */
function afterDark(hour: number, small: number): number {
  if (hour <= small) return hour + 24;
  return hour <= 12 ? hour + 12 : hour;
}

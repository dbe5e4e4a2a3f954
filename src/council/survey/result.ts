import { fill } from "../../tickets/saying/wording.ts";
import type { Survey } from "../affair.ts";
import type { Chamber } from "../chamber.ts";

const WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:非常满意|很满意|很好|挺满意|挺好|满意|好评|好|满分|五星|5星)的?$/, 5],
  [/^(?:比较满意|较好|还好|不错|还行|还可以|基本满意|蛮好|可以)的?$/, 4],
  [/^(?:一般般?|凑合|普通)$/, 3],
  [/^(?:不太满意|较差|不太好|不太行)$/, 2],
  [/^(?:不满意|很差|差评?|不好|不行)$/, 1],
];
const SPLIT = /[\s、，,；;。.!！/]+/;

/** Reads `4 5 3`, `1好 2一般 3差 垃圾没人收`, `保洁5 绿化3`, `都好`: one mark an item, and what is left as the reason. Undefined: it marks something else. */
export function answersTo(
  { items }: Survey,
  raw: string,
): { readonly marks: readonly number[]; readonly why?: string } | undefined {
  const text = raw.replace(/[０-９]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).trim();
  const [first = "", ...others] = text.split(SPLIT).filter((part) => part !== "");
  const same = /^(?:(?:三项|各项|几项)?(?:都|全部|全都?|各项)(?:是|给|打)?(.+)|(?:给|打)?(满分|五星|5星))$/.exec(first);
  if (same !== null) {
    const mark = markOf(same[1] ?? same[2] ?? "");
    const why = others
      .filter((part) => !/^(?:给|打)?满分/.test(part))
      .join(" ")
      .slice(0, 100);
    return mark === undefined ? undefined : { marks: items.map(() => mark), ...(why === "" ? {} : { why }) };
  }
  const marks: (number | undefined)[] = items.map(() => undefined);
  const rest: string[] = [];
  const compact = new RegExp(`^[1-5]{${items.length}}$`).exec(text)?.[0];
  let next = 0;
  for (const part of compact === undefined ? text.split(SPLIT) : [...compact]) {
    const { index, mark, why = "" } = marked(items, part, next);
    if (mark === undefined || index === undefined || marks[index] !== undefined) {
      if (part !== "") rest.push(part);
      continue;
    }
    marks[index] = mark;
    if (why !== "") rest.push(`${items[index]}${why}`);
    next = index + 1;
  }
  const given = marks.filter((mark) => mark !== undefined);
  if (given.length < items.length) return undefined;
  const why = rest.join(" ").slice(0, 100);
  return { marks: given, ...(why === "" ? {} : { why }) };
}

type Marked = { readonly index?: number; readonly mark?: number; readonly why?: string };

/** One mark: of the item that it names, by place or by name, else of the next one. */
function marked(items: readonly string[], part: string, next: number): Marked {
  const named = items.findIndex((item) => part.startsWith(item));
  if (named >= 0) return withMark(named, part.slice(items[named]?.length ?? 0));
  const placed = /^([1-5])[.、:：]?(\D.*|[1-5]分?)$/.exec(part);
  if (placed !== null && Number(placed[1]) <= items.length) {
    const found = withMark(Number(placed[1]) - 1, placed[2] ?? "");
    if (found.mark !== undefined) return found;
  }
  return next < items.length ? withMark(next, part) : {};
}

/** `太慢了给2分` behind an item's name: the mark, and why. */
const WHY_FIRST = /^(.{2,20}?)[,，]?(?:就|只能?)?(?:给|打)([1-5])\s*分[吧了啊]?$/;

function withMark(index: number, text: string): Marked {
  const mark = markOf(text.replace(/^[:：是给]+/, ""));
  if (mark !== undefined) return { index, mark };
  const [, why, points] = WHY_FIRST.exec(text) ?? [];
  return why === undefined ? { index } : { index, mark: Number(points), why };
}

function markOf(text: string): number | undefined {
  const digit = /^([1-5])\s*分?$/.exec(text)?.[1];
  return digit === undefined ? WORDS.find(([words]) => words.test(text))?.[1] : Number(digit);
}

/** The items whose mean is below the line that the rules draw. */
export function lowItems({ rules }: Pick<Chamber, "rules">, survey: Survey): readonly string[] {
  return survey.items.filter((_, index) => (meanOf(survey, index) ?? Number.POSITIVE_INFINITY) < rules.survey.low);
}

/** The low items with their means: `维修2.0、绿化2.6`. */
export function lowMarks(on: Pick<Chamber, "rules">, survey: Survey): string {
  return lowItems(on, survey)
    .map((item) => `${item}${meanOf(survey, survey.items.indexOf(item))?.toFixed(1)}`)
    .join("、");
}

/** The mean of one item; undefined where nobody answered: no denominator, no figure. */
export function meanOf({ answers }: Survey, index: number): number | undefined {
  const marks = Object.values(answers).flatMap((answer) => answer.marks[index] ?? []);
  return marks.length === 0 ? undefined : marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
}

/** `发出40份，收回12份。保洁4.2、绿化3.9、维修2.1`, with the number of people who were asked and who answered. */
export function resultOf({ wordings }: Pick<Chamber, "wordings">, survey: Survey): string {
  const count = Object.keys(survey.answers).length;
  const means = survey.items.map((item, index) => `${item}${meanOf(survey, index)?.toFixed(1) ?? "—"}`).join("、");
  const figures = fill(wordings.get("survey.figures")?.text ?? "", { asked: survey.asked.length, count, means });
  const whys = Object.values(survey.answers).flatMap(({ why }) => why ?? []);
  return whys.length === 0
    ? figures
    : `${figures}${fill(wordings.get("survey.whys")?.text ?? "", { whys: whys.slice(-SHOWN).join("；") })}`;
}

/** So many reasons are shown, the latest; nobody's name is with them. */
const SHOWN = 5;

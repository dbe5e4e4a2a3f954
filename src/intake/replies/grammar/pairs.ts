import type { Reply } from "../reply.ts";
import { NUMBER } from "./fields.ts";
import { withoutFiller } from "./head.ts";

const AND = "\\s*(?:和|与|跟|同|、|，|,|\\+|\\s)\\s*";
const TAIL = "(?:里面?|里去|一起|去|中|了|吧|哈|的?事)*(?=$|[，,。.；;！!\\s])[，,。.；;！!\\s]*([\\s\\S]*)$";
const SAME =
  "(?:说的|讲的|反映的|其实|应该|都)*(?:是|属于)?(?:同一?|一)(?:件|个|码|回|桩|样)(?:事情?|问题|情况|诉求)?|重复(?:了|的|工单|立案)*|(?:给|都)?(?:合并|并到|并在|合在|合到|并|合成)(?:一起|一个|一件|成一[件个])?|并案|重(?:报|上)?了";

/** Two tickets in one order: `12和7是一件事`, `12并到7`, `合并 #7`, `与#7重复`, `12和7不是一回事`. */
const SHAPES: readonly { readonly verb: "merge" | "split"; readonly pattern: RegExp }[] = [
  {
    verb: "split",
    pattern: new RegExp(`^(?:把|将)?${NUMBER}${AND}${NUMBER}\\s*(?:并|根本)?不是(?:同)?一(?:回|件|码|个)事情?${TAIL}`),
  },
  { verb: "merge", pattern: new RegExp(`^(?:把|将)?${NUMBER}${AND}${NUMBER}\\s*(?:${SAME})${TAIL}`) },
  {
    verb: "merge",
    pattern: new RegExp(
      `^(?:把|将)?${NUMBER}\\s*[，,]?\\s*(?:请|可以|要|应该?|已经?)?(?:归?合?并|合併|并案)(?:到|入|进|至|给|在|去)*\\s*${NUMBER}${TAIL}`,
    ),
  },
  {
    verb: "merge",
    pattern: new RegExp(`^(?:把|将)?${NUMBER}\\s*[，,]?\\s*(?:和|与|跟|同|是)\\s*${NUMBER}\\s*(?:的)?(?:${SAME})${TAIL}`),
  },
  {
    verb: "merge",
    pattern: new RegExp(
      `^(?:合并|合併|并案)[：:\\s]*(?:把|将)?${NUMBER}\\s*(?:到|入|进|至|和|与|跟|、|，|,|\\s)\\s*${NUMBER}${TAIL}`,
    ),
  },
];
/** The other ticket alone: this one is in the quote. */
const ONTO: readonly RegExp[] = [
  new RegExp(`^(?:归?合?并|合併|并案)(?:到|入|进|至|给|在|去)*[：:\\s]*${NUMBER}${TAIL}`),
  new RegExp(`^(?:和|与|跟|同)\\s*${NUMBER}\\s*(?:${SAME})${TAIL}`),
];
const LIKELY = /并|併|重[复了报]|一[件个码回桩样]|同一/;

/** The order about two tickets that a text is. */
export function pairIn(said: string): Reply | undefined {
  const text = said.length < 400 ? said : "";
  if (!LIKELY.test(text) || !/\d/.test(text) || /[?？]$|吗$|没有?$/.test(text)) return undefined;

  for (const form of [text, withoutFiller(text)]) {
    for (const { verb, pattern } of SHAPES) {
      const match = pattern.exec(form);
      if (match !== null) return paired(verb, match[3] ?? "", Number(match[1]), Number(match[2]));
    }
    for (const pattern of ONTO) {
      const match = pattern.exec(form);
      if (match !== null) return paired("merge", match[2] ?? "", undefined, Number(match[1]));
    }
  }
  return undefined;
}

function paired(verb: "merge" | "split", rest: string, number: number | undefined, other: number): Reply {
  const text = rest.trim();
  return {
    verb,
    ...(number === undefined ? {} : { number }),
    ...(verb === "merge" ? { into: other } : {}),
    text,
    plain: true,
    bare: text === "",
  };
}

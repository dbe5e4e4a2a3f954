import { placeText } from "../../shared/place.ts";
import type { Report } from "../../tickets/reading.ts";
import { visible } from "../normalise.ts";
import type { Redact } from "../redact.ts";

/** How many of the speaker's earlier lines, and how many open matters, a model is shown. */
const RECENT = 3;
const OPEN = 20;

/** What a model is shown of one report: redacted, plain data. No alias, no room. */
export type Question = {
  readonly message: string;
  readonly photos: number;
  readonly said_before: readonly string[];
  readonly open_matters: readonly {
    readonly number: number;
    readonly kind: string;
    readonly category: string;
    readonly summary: string;
    readonly place: string;
  }[];
};

export function questionOf(report: Report, redact: Redact): Question {
  const hide = (text: string): string => redact(visible(text), report.alias);
  return {
    message: hide(report.text),
    photos: report.photos,
    said_before: report.recent.slice(-RECENT).map(hide),
    open_matters: report.open
      .filter(({ kind }) => kind !== "dispute")
      .slice(0, OPEN)
      .map(({ number, kind, category, summary, place }) => ({
        number,
        kind,
        category,
        summary: hide(summary),
        place: hide(placeText(place)),
      })),
  };
}

/** Several questions as one JSON value, so that nothing in them can be taken for anything but data; each is known by its place in the list. */
export function letterOf(questions: readonly Question[]): string {
  return JSON.stringify({ messages: questions.map((question, index) => ({ id: index + 1, ...question })) });
}

/** Words of somebody who speaks to a machine, or marks of a program: such a message travels alone, so that it can spoil nobody else's answer. */
const ORDERLIKE =
  /[{}<>[\]|`]|忽略|无视|忘记|指令|提示词|命令|系统|管理员|权限|扮演|你(?:现在)?(?:是|就是)一?个?|输出|回答|回复|模型|机器人|判断|分类|工单|单子|投诉|举报|其他消息|所有|全部|每一?条|system|prompt|assistant|ignore|instruction|json|kind|none|hazard|answer/iu;
/** Whoever writes more than this has a letter of their own. */
const SHORT = 200;

/** Whether a message may share a letter with others; of one that may not, a model's word that it belongs to an open matter is not taken either. */
export function mayShare(text: string): boolean {
  return text.length <= SHORT && !ORDERLIKE.test(visible(text).normalize("NFKC"));
}

import type { Instant } from "../../shared/instant.ts";
import { after } from "../../shared/work-calendar.ts";
import type { Chamber } from "../chamber.ts";
import type { Reach } from "../decide.ts";
import type { Beginning } from "../hearing/beginning.ts";
import { deadlineIn } from "../vote/deadline.ts";
import { closingOf, draftSurvey, MOST_ITEMS } from "./survey.ts";

const ORDER = /^(?:发个?|做个?)?(?:问卷|满意度调查|调查问卷)(?!\s*\d)[\s:：，,]*([\s\S]+)$/;
const ITEMS = /(?:项目|内容|打分|评)[\s:：]*([^\n；;]+)/;
const TITLE = /^(?:关于)?(.+?)(?=[\s:：，,]|项目|内容|$)/;

/** `问卷 物业服务 项目 保洁、绿化、维修 葵花里小区 到下周日`: a draft of cards for whoever can be reached. */
export function beginSurvey(on: Chamber & Reach, text: string, now: Instant): Beginning | undefined {
  const order = ORDER.exec(text.trim())?.[1]?.trim();
  if (order === undefined) return undefined;

  const estate = on.desk.community.estates.find(({ name }) => order.includes(name))?.name;
  const { rest, until } = deadlineIn(on, estate === undefined ? order : order.replace(estate, " "), now);
  if (until === "unclear") return { refused: "vote.whichTime" };
  const title = TITLE.exec(rest)?.[1] ?? rest;
  const listed = ITEMS.exec(rest)?.[1] ?? title;
  const items = listed.split(/[、，,\s]+/).filter((item) => item !== "");
  if (items.length === 0 || items.length > MOST_ITEMS || items.some((item) => item.length > 10))
    return { refused: "survey.what" };

  const plan = {
    title,
    items,
    ...(estate === undefined ? {} : { estate }),
    until: until ?? closingOf(on, after(on.desk.calendar, now, on.rules.survey.asking)),
  };
  return { kind: "survey", draft: (number, given) => draftSurvey(on, number, plan, given, on.residents(estate).length, now) };
}

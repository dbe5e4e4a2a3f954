import type { Instant } from "../../shared/instant.ts";
import { after } from "../../shared/work-calendar.ts";
import { fill } from "../../tickets/saying/wording.ts";
import { happened, type Notice, type NoticeText } from "../affair.ts";
import { type AffairOrder, type Chamber, type Decided, type Refused, toSpeaker } from "../chamber.ts";
import { isOnlyTime, toldTime } from "../words/times.ts";
import { dated } from "./dated.ts";
import { shown } from "./shown.ts";

/** Other words: of a draft at once, of a posted notice as a correction that waits for 确认 too. */
export function correct(on: Chamber, notice: Notice, order: AffairOrder, now: Instant): Decided<Notice> | Refused {
  if (order.text === "") return { refused: "notice.correctHow" };
  if (notice.stage !== "draft" && notice.stage !== "posted") return { refused: "notice.notNow" };
  const changed = changedWords(notice.body, order.text);
  if (changed === "notThere") return { refused: "notice.correctHow" };
  const when = toldTime(on.readAhead, changed ?? order.text, now);
  const text: NoticeText = {
    body: changed ?? correctedBody(on, notice, order.text, when !== undefined, now),
    ...(when === undefined ? {} : { when }),
  };
  const forgotten = after(on.desk.calendar, now, on.rules.notice.draft);
  const { when: _earlier, ...before } = notice;
  const affair: Notice =
    notice.stage === "draft"
      ? { ...before, ...text, clocks: { ...notice.clocks, forgotten } }
      : { ...notice, correction: text, clocks: { ...notice.clocks, forgotten } };
  const wording = notice.stage === "draft" ? "notice.preview" : "notice.previewCorrection";
  return {
    affair: happened(affair, "redrafted", order.by.alias, now),
    say: [toSpeaker(on, order, wording, shown(on, { ...affair, ...text }, now), now)],
  };
}

/** `把9点改成8点半`: the words with that one place changed. */
function changedWords(body: string, text: string): string | "notThere" | undefined {
  const [, from = "", to = ""] = /^(?:把|将)(.+?)(?:改成|改为|换成|改到)([\s\S]+)$/.exec(text) ?? [];
  if (from === "") return undefined;
  return body.split(from).length === 2 ? body.replace(from, () => to.replace(/[。.!！]+$/, "")) : "notThere";
}

function correctedBody(on: Chamber, notice: Notice, text: string, isTimed: boolean, now: Instant): string {
  const said = dated(on, text, now);
  if (!isTimed || notice.when === undefined || !isOnlyTime(text)) return said;
  const time = said.replace(/^(?:时间)?(?:改|推迟|提前|延)?(?:到|为|成)?\s*/, "");
  return fill(on.wordings.get("notice.timeChanged")?.text ?? "", { body: notice.body, time });
}

import type { Instant } from "../../shared/instant.ts";
import { after } from "../../shared/work-calendar.ts";
import { happened } from "../affair.ts";
import { type AffairOrder, type Chamber, type Decided, type Refused, toSpeaker } from "../chamber.ts";
import { askedBy } from "./asked-by.ts";
import { plain } from "./choice.ts";
import { dayIn, deadlineIn, usualEnd } from "./deadline.ts";
import { closed } from "./outcome.ts";
import type { StepName } from "./rules.ts";
import { standing } from "./shown.ts";
import type { Option, Vote } from "./vote.ts";

const LETTERS = "ABCDEFGH";

/** Other words for a draft: another topic, another day. */
export function correct(on: Chamber, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  if (vote.stage !== "draft") return { refused: "vote.notNow" };
  const { rest: topic, until = vote.until } = deadlineIn(on, order.text, now);
  if (topic.length < 3) return { refused: "vote.what" };
  if (until === "unclear") return { refused: "vote.whichTime" };
  if (until <= now) return { refused: "vote.past" };
  const forgotten = after(on.desk.calendar, now, on.rules.notice.draft);
  const asked = askedBy(on, topic);
  const affair: Vote = { ...vote, topic, until, ...asked, pending: { what: "collect", until }, clocks: { forgotten } };
  const shown = { ...standing(on, affair), rooms: affair.rooms.join("、") };
  return {
    affair: happened(affair, "corrected", order.by.alias, now),
    say: [toSpeaker(on, order, "vote.preview", shown, now, until)],
  };
}

/** What there is to choose from, or the one question: `方案 A 装在东门 B 装在车棚`, `方案 在东门装四个充电桩`. */
export function propose(on: Chamber, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  if (!isPreparing(vote)) return { refused: "vote.notNow" };
  if (order.text.length < 2) return { refused: "vote.proposeHow" };
  const { question, options } = optionsIn(order.text);
  if (options.length === 1 || new Set(options.map(({ text }) => text)).size < options.length)
    return { refused: "vote.proposeHow" };
  const { question: _earlier, pending: _waits, ...rest } = vote;
  const affair: Vote = { ...rest, options, ...(question === "" ? {} : { question }) };
  return {
    affair: happened(affair, "proposed", order.by.alias, now, order.text),
    say: [toSpeaker(on, order, "vote.proposed", standing(on, affair), now)],
  };
}

/** Options are lettered in their order from A; anything else is one question. */
function optionsIn(text: string): { readonly question: string; readonly options: readonly Option[] } {
  const words = text.normalize("NFKC").replace(/\s+/g, " ");
  const starts: { readonly at: number; readonly end: number }[] = [];
  for (const letter of LETTERS) {
    const from = starts.at(-1)?.end ?? 0;
    const match = new RegExp(`(?:^|[\\s,，;；、。:：])${letter}[\\s.、:：)]*(?=[^A-Za-z\\s])`, "u").exec(words.slice(from));
    if (match === null) break;
    starts.push({ at: from + match.index, end: from + match.index + match[0].length });
  }
  const [first] = starts;
  if (first === undefined || starts.length < 2) return { question: text.trim(), options: [] };
  const options = starts.map(({ end }, index) => ({
    key: LETTERS[index] ?? "",
    text: words
      .slice(end, starts[index + 1]?.at)
      .replace(/[\s,，;；、。]+$/u, "")
      .trim(),
  }));
  return { question: words.slice(0, first.at).trim(), options };
}

/** A discussion in the groups, shown first. */
export function discuss(on: Chamber, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  if (!isPreparing(vote)) return { refused: "vote.notNow" };
  return show(on, vote, "discuss", order, now);
}

/** The vote itself, shown first: once it is out it cannot be changed. */
export function poll(on: Chamber, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  if (!isPreparing(vote)) return { refused: vote.stage === "voting" ? "vote.already" : "vote.notNow" };
  return show(on, vote, "vote", order, now);
}

function show(on: Chamber, vote: Vote, what: "discuss" | "vote", order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  const step: StepName = what;
  const until = dayIn(on, plain(order.text), now) ?? (order.text === "" ? usualEnd(on, step, now) : "unclear");
  if (until === "unclear") return { refused: "vote.whichTime" };
  if (until <= now) return { refused: "vote.past" };
  const affair: Vote = happened({ ...vote, pending: { what, until } }, "shown", order.by.alias, now);
  const fill = { ...standing(on, { ...affair, stage: "voting" }), rooms: vote.rooms.join("、") };
  const wording = what === "vote" ? "vote.previewVote" : "vote.previewDiscuss";
  return { affair, say: [toSpeaker(on, order, wording, fill, now, until)] };
}

/** How many of those entitled must vote, by its name; settled before anybody votes. */
export function quorum(on: Chamber, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  if (vote.stage !== "draft" && !isPreparing(vote)) return { refused: "vote.quorumFixed" };
  const names = Object.keys(on.rules.deliberation.quorums);
  const name = names.find((one) => one.startsWith(order.text) || order.text.startsWith(one));
  if (name === undefined) return { refused: "vote.whichQuorum", fill: { names: names.join("、") } };
  const affair: Vote = happened({ ...vote, quorum: name }, "quorum", order.by.alias, now, name);
  return { affair, say: [toSpeaker(on, order, "vote.quorumNoted", standing(on, affair), now)] };
}

/** How many households are entitled, as the secretary knows it; after the close the count is shown again. */
export function entitled(on: Chamber, vote: Vote, order: AffairOrder, now: Instant): Decided<Vote> | Refused {
  const count = Number(order.text);
  if (count < 1) return { refused: "vote.notNow" };
  if (vote.stage !== "draft" && vote.stage !== "voting" && vote.stage !== "counted" && !isPreparing(vote))
    return { refused: "vote.notNow" };
  const affair: Vote = happened({ ...vote, entitled: count }, "entitled", order.by.alias, now, order.text);
  if (vote.stage === "counted") return closed(on, affair, now, `count:${order.row}`);
  return { affair, say: [toSpeaker(on, order, "vote.entitledNoted", { number: vote.number, entitled: count }, now)] };
}

function isPreparing({ stage }: Vote): boolean {
  return stage === "collecting" || stage === "proposed" || stage === "discussing";
}

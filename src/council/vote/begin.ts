import type { Instant } from "../../shared/instant.ts";
import { aliasOf, secretaryOf } from "../../tickets/desk.ts";
import { happened } from "../affair.ts";
import type { AffairOrder, Decided } from "../chamber.ts";
import { type Chamber, newDraft, toKeeper, toSpeaker } from "../chamber.ts";
import { isAmongStaff } from "../hearing/among-staff.ts";
import type { Beginning } from "../hearing/beginning.ts";
import type { Said } from "../hearing/said.ts";
import { askedBy } from "./asked-by.ts";
import { deadlineIn, usualEnd } from "./deadline.ts";
import { standing } from "./shown.ts";
import type { Vote } from "./vote.ts";

const ORDER =
  /^(?:发起|开始)?(?:(?:征集|征求)(?:一下)?(?:居民|大家)?的?(?:意见)?|收集(?:居民|大家)?的?意见|议事(?=[\s:：]))(?!\s*\d)[\s:：，,]*([\s\S]*)$/;
const LONGEST = 120;

/** A deliberation to be: what about, of which estates, in which groups, and until when opinions are collected. */
type VotePlan = Pick<Vote, "topic" | "estates" | "rooms" | "until">;

/** `征集 要不要在东门装充电桩 到周日`: a draft, or the one question that is open. */
export function beginVote(on: Chamber, text: string, now: Instant, said: Pick<Said, "to" | "actor">): Beginning | undefined {
  const words = ORDER.exec(text.trim())?.[1];
  if (words === undefined || !isAmongStaff(on, { to: said.to, by: said.actor })) return undefined;

  const { rest, until = usualEnd(on, "collect", now) } = deadlineIn(on, words, now);
  const topic = rest.replace(/^(?:大家|居民|业主)?(?:对于?|关于|就)(.{3,}?)的?(?:意见|看法|想法|建议)$/, "$1");
  if (topic.length < 3) return { refused: "vote.what" };
  if (topic.length > LONGEST) return { refused: "vote.tooLong" };
  if (until === "unclear") return { refused: "vote.whichTime" };
  if (until <= now) return { refused: "vote.past" };
  const plan = { topic, until, ...askedBy(on, topic) };
  return { kind: "vote", draft: (number, order) => draftVote(on, number, plan, order, now) };
}

/** The words become a draft that the secretary or a grid lead lets out; a grid worker's wait for the secretary. */
function draftVote(on: Chamber, number: number, plan: VotePlan, order: AffairOrder, now: Instant): Decided<Vote> {
  const { by } = order;
  const vote: Vote = {
    ...newDraft(on, number, order, now),
    kind: "vote",
    ...plan,
    pending: { what: "collect", until: plan.until },
    opinions: [],
    heard: 0,
    options: [],
    ballots: {},
    unclear: {},
    resolutions: [],
    objections: 0,
  };
  const drafted = happened(vote, "drafted", by.alias, now);
  const shown = { ...standing(on, vote), rooms: vote.rooms.join("、"), from: by.alias };
  if (by.roles.includes("secretary") || by.roles.includes("gridLead"))
    return { affair: drafted, say: [toSpeaker(on, order, "vote.preview", shown, now, plan.until)] };
  const secretary = secretaryOf(on.desk);
  return {
    affair: drafted,
    say: [
      toKeeper(on, vote, "approve", secretary, "vote.approve", shown, now, plan.until),
      toSpeaker(on, order, "vote.sent", { number, secretary: aliasOf(on.desk, secretary) }, now),
    ],
  };
}

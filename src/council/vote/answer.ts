import type { Community } from "../../shared/community.ts";
import type { Triage } from "../../tickets/reading.ts";
import type { Affair } from "../affair.ts";
import type { AffairOrder } from "../chamber.ts";
import type { Said } from "../hear.ts";
import { namedAffair, quotedAffair } from "../read-order.ts";
import type { Shelf } from "../shelf.ts";
import { ballotWords, choiceIn, plain } from "./choice.ts";
import type { Vote } from "./vote.ts";

type VoteAnswer = Pick<AffairOrder, "verb" | "text">;

const THANKS = /^(?:收到|好的?|好滴|ok|嗯+|行|谢谢.{0,4}|辛苦了?|知道了|明白了?|已阅|👍+|👌+|\[.{1,4}\]|[\d\s。.!！~])+$/iu;
const BALLOT = /同意|赞成|赞同|反对|弃权|支持|(?:^|[选投\s])[a-hA-HＡ-Ｈ](?:方案|$|[\s，,。!！])|方案[a-hA-HＡ-Ｈ]/;
const LONGEST = 100;

/** Reads what somebody answered to a deliberation that they quoted or named: a vote, an opinion, an objection. Undefined: it is talk. */
export function readVoteAnswer(
  on: Pick<Community, "estates">,
  vote: Vote,
  { text, actor }: Pick<Said, "text" | "actor">,
): VoteAnswer | undefined {
  const { rest, household } = ballotWords(on, text);
  switch (vote.stage) {
    case "draft":
    case "dropped":
    case "cancelled":
    case "proposed":
      return undefined;
    case "collecting":
    case "discussing": {
      const words = plain(text) === rest ? text.trim() : plain(text).replace(/^[【\s]*议事\s*\d+】?[:,\s]*(?:意见[:,\s]*)?/, "");
      return words.length < 2 || THANKS.test(words) ? undefined : { verb: "opinion", text: words };
    }
    case "voting": {
      const isCompleting = household !== undefined && rest === "" && vote.unclear[actor.id] !== undefined;
      return isCompleting || choiceIn(vote.options, rest) !== undefined ? { verb: "ballot", text } : undefined;
    }
    case "public":
    case "result":
      return choiceIn([], rest) === "no" ? { verb: "object", text: rest } : undefined;
    default:
      return choiceIn(vote.options, rest) === undefined ? undefined : { verb: "ballot", text };
  }
}

/** Whether a line that quotes and names nothing may be a vote at all: asked before anything is looked up. */
export function mayBeVote(on: Pick<Community, "estates">, { text, room }: Pick<Said, "text" | "room">): boolean {
  if (text.length > LONGEST) return false;
  if (room === undefined) return BALLOT.test(text) || /^意见[：:\s]/.test(text) || /^\D{0,6}\d[\d\s-]{2,12}\D{0,2}$/.test(text);
  return /\d/.test(text) && BALLOT.test(text) && ballotWords(on, text).household !== undefined;
}

/** Finds the deliberation that a line answers, and what it says to it. A danger behind a quote is a danger, no opinion. */
export async function findVoteAnswer(
  on: { readonly shelf: Shelf; readonly triage: Triage; readonly desk: { readonly community: Community } },
  said: Said,
): Promise<{ readonly affair: Affair; readonly order: VoteAnswer } | undefined> {
  const { community } = on.desk;
  const aimed = namedAffair(said.text) ?? quotedAffair(said.quoted);
  if (aimed !== undefined) {
    const affair = aimed.kind === "vote" ? await on.shelf.affair("vote", aimed.number) : undefined;
    const order = affair?.kind === "vote" ? readVoteAnswer(community, affair, said) : undefined;
    if (affair === undefined || order === undefined) return undefined;
    return order.verb === "opinion" && (await isDanger(on.triage, said.text)) ? undefined : { affair, order };
  }
  if (!mayBeVote(community, said)) return undefined;
  return amongOpen(await on.shelf.open(), community, said);
}

/** In private with one open vote, or with a house number in a group that votes: that one. With several in private: which? */
function amongOpen(
  open: readonly Affair[],
  community: Community,
  said: Said,
): { readonly affair: Affair; readonly order: VoteAnswer } | undefined {
  const { room, text } = said;
  const isOpinion = /^意见[：:\s]/.test(text);
  const answers = open.flatMap((affair) => {
    const isAsked =
      affair.kind === "vote" &&
      (affair.stage === "voting" || (isOpinion && (affair.stage === "collecting" || affair.stage === "discussing")));
    if (!isAsked || (room !== undefined && !affair.rooms.includes(room.topic))) return [];
    const order = readVoteAnswer(community, affair, said);
    return order === undefined ? [] : [{ affair, order }];
  });
  const [first, another] = answers;
  if (first === undefined || another === undefined) return first;
  return room === undefined
    ? { affair: first.affair, order: { verb: "which", text: answers.map(({ affair }) => affair.number).join("、") } }
    : undefined;
}

async function isDanger(triage: Triage, text: string): Promise<boolean> {
  const { kind, urgency } = await triage.read({ text, alias: "", photos: 0, recent: [], open: [] });
  return kind === "hazard" && urgency === "danger";
}

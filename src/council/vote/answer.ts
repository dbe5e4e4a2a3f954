import type { Community } from "../../shared/community.ts";
import { isStaff } from "../../tickets/permit.ts";
import type { Triage } from "../../tickets/reading.ts";
import type { Affair } from "../affair.ts";
import type { AffairOrder } from "../chamber.ts";
import { affairNamed, markOf, quotedAffair } from "../hearing/read-order.ts";
import type { Said } from "../hearing/said.ts";
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
  if (text.length > LONGEST || text.includes("\n")) return false;
  if (room === undefined) return BALLOT.test(text) || /^意见[：:\s]/.test(text) || /^\D{0,6}\d[\d\s-]{2,12}\D{0,2}$/.test(text);
  return /\d/.test(text) && BALLOT.test(text) && ballotWords(on, text).household !== undefined;
}

/** Finds the deliberation that a line answers, and what it says to it. A danger behind a quote is a danger, no opinion. */
export async function findVoteAnswer(
  on: { readonly shelf: Shelf; readonly triage: Triage; readonly desk: { readonly community: Community } },
  said: Said,
): Promise<{ readonly affair: Affair; readonly order: VoteAnswer } | undefined> {
  const { community } = on.desk;
  const aimed = affairNamed(plain(said.text)) ?? quotedAffair(said.quoted);
  if (aimed !== undefined) {
    const affair = aimed.kind === "vote" ? await on.shelf.affair("vote", aimed.number) : undefined;
    if (affair?.kind !== "vote") return undefined;
    const order = readVoteAnswer(community, affair, said) ?? tried(affair, said);
    if (order === undefined || (order.verb === "opinion" && (await isDanger(on.triage, said.text)))) return undefined;
    return { affair, order };
  }
  if (!mayBeVote(community, said)) return undefined;
  return amongOpen(await on.shelf.open(), community, said);
}

/** In private somebody who plainly tries to vote is told how. */
function tried({ stage }: Vote, { room, text }: Said): VoteAnswer | undefined {
  const isTry = room === undefined && stage === "voting" && text.length <= LONGEST && BALLOT.test(text) && !/[?？吗]/.test(text);
  return isTry ? { verb: "ballot", text } : undefined;
}

/** With one open vote in private, or a house number in a group that votes: that one. With several in private: which? */
function amongOpen(
  open: readonly Affair[],
  community: Community,
  said: Said,
): { readonly affair: Affair; readonly order: VoteAnswer } | undefined {
  const { room } = said;
  const answers = open.flatMap((affair) => {
    if (affair.kind !== "vote" || !isAsking(affair, said.text)) return [];
    if (room !== undefined && !affair.rooms.includes(room.topic)) return [];
    const order = readVoteAnswer(community, affair, said);
    return order === undefined ? [] : [{ affair, order }];
  });
  const [first] = answers;
  if (first === undefined) return undefined;
  // Staff may as well tell what a household said of a project.
  const { household } = ballotWords(community, said.text);
  const projects = isStaff(said.actor)
    ? open.filter((one) => one.kind === "project" && household !== undefined && one.households.includes(household))
    : [];
  const meant = [...answers.map(({ affair }) => affair), ...projects];
  if (meant.length === 1) return first;
  if (room !== undefined) return undefined;
  return { affair: first.affair, order: { verb: "which", text: meant.map((one) => markOf(one).slice(1, -1)).join("、") } };
}

function isAsking({ stage }: Vote, text: string): boolean {
  return /^意见[：:\s]/.test(text) ? stage === "collecting" || stage === "discussing" : stage === "voting";
}

async function isDanger(triage: Triage, text: string): Promise<boolean> {
  const { kind, urgency } = await triage.read({ text, alias: "", photos: 0, recent: [], open: [] });
  return kind === "hazard" && urgency === "danger";
}

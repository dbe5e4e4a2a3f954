import { isStaff } from "../../tickets/permit.ts";
import type { Affair, AffairKind, Meeting, Round, Survey } from "../affair.ts";
import { type Chain, readChain } from "../chain/read-chain.ts";
import type { AffairOrder } from "../chamber.ts";
import { WALKED, WALKED_AND_MORE } from "../round/walked.ts";
import { answersTo } from "../survey/result.ts";
import { findVoteAnswer } from "../vote/answer.ts";
import { type Post, readPost } from "../words/read-post.ts";
import { affairNamed, quotedAffair } from "./read-order.ts";
import type { Said } from "./said.ts";
import { householdAnswer, recounted } from "./unquoted.ts";

/** What somebody answered to what was posted, and to which affair. */
export type Answer = {
  readonly affair: Affair;
  readonly order: Pick<AffairOrder, "verb" | "text" | "chain">;
  /** The line tells of something else too, and goes on. */
  readonly tellsMore?: true;
};

type On = Parameters<typeof findVoteAnswer>[0];

/** A list that WeChat keeps, or one that people type by hand. */
const LISTED = /接龙|group\s*note|\n\s*[(（【]?[0-9０-９①一1][.、．)）\s]/iu;
/** No answer to a meeting, a survey or a round is longer; most lines of a group end here. */
const LONGEST = 120;

/** Reads a vote, an opinion, a sign-up, a check-in or marks. Undefined: the line is talk, or it cannot be told what it answers. */
export async function readAnswer(on: On, said: Said): Promise<Answer | undefined> {
  const vote = await findVoteAnswer(on, said);
  if (vote !== undefined) return vote;
  if (said.isChain || LISTED.test(said.text)) return chainAnswer(on, said);
  if (said.text.length > LONGEST) return undefined;

  const named = quotedAffair(said.quoted) ?? affairNamed(said.text);
  const words = named === undefined || said.quoted !== undefined ? said.text : (affairNamed(said.text)?.rest ?? "");
  if (named !== undefined) {
    const affair = await on.shelf.affair(named.kind, named.number);
    const order = affair === undefined ? undefined : orderTo(affair, said, words);
    return affair === undefined || order === undefined ? undefined : { affair, order };
  }
  const household = await householdAnswer(on.shelf, said, words);
  if (household !== undefined) return household;
  const wanted = kindMeant(said, words);
  if (wanted === undefined) return recounted(on.shelf, said, words);
  const card = wanted === "survey" ? await cardShown(on, said) : undefined;
  if (card !== undefined && areMarks(card, words)) return { affair: card, order: { verb: "marks", text: words } };
  const answers = (await on.shelf.open()).flatMap((affair) => {
    const order = affair.kind === wanted && isFor(affair, said) ? orderTo(affair, said, words) : undefined;
    return order === undefined ? [] : [{ affair, order, ...(tellsMore(affair, words) ? { tellsMore: true as const } : {}) }];
  });
  return answers.length === 1 ? answers[0] : undefined;
}

/** The survey whose card was the last thing this person was asked: whatever reads like marks then marks it. */
async function cardShown({ shelf }: On, { actor, room }: Said): Promise<Survey | undefined> {
  const last = room === undefined ? await shelf.lastTold(actor.id, undefined) : undefined;
  if (last === undefined || !/^survey\.(?:card|how|thanks)/.test(last.wording)) return undefined;
  const survey = await shelf.affair("survey", Number(last.fill["number"]));
  return survey?.kind === "survey" && survey.stage === "asking" ? survey : undefined;
}

/** A house, a ticket, or somebody in need: whoever was shown a card may still have something else to say. */
const NO_MARKS = /\d\s*(?:号|楼|栋|幢|单元|层|室|户|点|[-－—]\s*\d)|火|煤气|救|晕|疼|血|打(?:我|人|起)|砸|快来|害怕|漏|坏/;
/** `查 1` asks after a matter. */
const OF_A_TICKET = /^\s*(?:查|我的|补充|撤销|没解决)/;
const ONLY_MARKS = /^(?:[1-5１-５一二三四五]|很|比较|都|还|不|好|差|满意|一般|行|错|分|题|项|第|[\s、，,。.；;：:~～])+$/u;

/** Whether words are marks for a survey's items, all or some; what else is said in private goes on as ever. */
function areMarks(survey: Survey, words: string): boolean {
  if (NO_MARKS.test(words) || OF_A_TICKET.test(words)) return false;
  const bare = survey.items.reduce((rest, item) => rest.replaceAll(item, " "), words);
  return answersTo(survey, words) !== undefined || ONLY_MARKS.test(bare);
}

/** Which kind of affair a line without quote and number can be an answer to: cheap, before anything is looked up. */
function kindMeant({ actor, room }: Said, words: string): AffairKind | undefined {
  if (isStaff(actor) && (WALKED.test(words) || WALKED_AND_MORE.test(words))) return "round";
  const post = readPost(words);
  if (post?.kind === "signUp" || post?.kind === "signOff" || post?.kind === "checkIn") {
    // +1, 3人 and 我参加 say too little in a group; 报名 and 签到 say what they are.
    return room !== undefined && post.kind === "signUp" && !/报名?|接龙|出席|开会|会议|议事/.test(words) ? undefined : "meeting";
  }
  return room === undefined && MARKS.test(words) ? "survey" : undefined;
}

/** Without one of these nobody marks anything; whether it is an answer the card itself tells. */
const MARKS = /[1-5１-５]|好|差|满意|一般|不错|还行/;

/** Whether an affair was told to where this line was said: its group, or this very person. */
function isFor(affair: Affair, { room, actor }: Said): boolean {
  if (affair.kind === "survey") return room === undefined && affair.asked.includes(actor.id);
  if (affair.kind === "round") return affair.people.includes(actor.name ?? "");
  return room === undefined || affair.rooms.includes(room.topic);
}

function orderTo(affair: Affair, said: Said, words: string): Answer["order"] | undefined {
  switch (affair.kind) {
    case "meeting":
      return attending(affair, readPost(said.quoted === undefined ? words : plainly(words)));
    case "survey":
      return marking(affair, said, words);
    case "round":
      return walking(affair, said, words);
    case "notice":
    case "vote":
    case "project":
      return undefined;
  }
}

const EXCUSED =
  /^[^?？\n]{2,30}?[,，。、\s](?=(?:我们?|就)?(?:来不了|去不了|参加不了|来不成|去不成|请个?假|不来了|不去了)[了啦。.!！~]*$)/u;

/** Behind a quote `改成3人` is how many come, and `那天有检修，来不了` an excuse: it is plain what they are about. */
function plainly(words: string): string {
  const counted = words
    .trim()
    .replace(/^(?:改成|改为|改到|改|变成|一共|总共)\s*(?=[0-9０-９一二两三四五六七八九十]{1,2}\s*[人个位])/u, "");
  const excuse = EXCUSED.exec(counted)?.[0];
  return excuse === undefined ? counted : `${counted.slice(excuse.length)} ${excuse.replace(/[,，。、\s]+$/u, "")}`;
}

function attending({ stage }: Meeting, post: Post | undefined): Answer["order"] | undefined {
  if (stage !== "called" && stage !== "held") return undefined;
  switch (post?.kind) {
    case "signUp":
      return { verb: "signUp", text: String(post.people) };
    case "signOff":
      return { verb: "leave", text: post.reason ?? "" };
    case "checkIn":
      return { verb: "checkIn", text: "" };
    default:
      return undefined;
  }
}

/** Marks count in private only; a single digit would be the mark of a ticket, so a card with one item is answered by its number. */
function marking(survey: Survey, { room, quoted }: Said, words: string): Answer["order"] | undefined {
  const isBare = quoted === undefined && survey.items.length === 1;
  if (
    room !== undefined ||
    (quoted === undefined && OF_A_TICKET.test(words)) ||
    survey.stage !== "asking" ||
    (isBare && affairNamed(words) === undefined && /^\s*[1-5]\s*分?\s*$/.test(words))
  )
    return undefined;
  return answersTo(survey, words) === undefined ? undefined : { verb: "marks", text: words };
}

/** In a quote of the reminder anything says that they have been there; without, it must be words for it. */
function walking({ stage }: Round, { quoted }: Said, words: string): Answer["order"] | undefined {
  return stage === "asking" && (quoted !== undefined || WALKED.test(words) || WALKED_AND_MORE.test(words))
    ? { verb: "walked", text: words }
    : undefined;
}

/** `巡完了，3号楼有纸箱`: the round was walked, and something was found. */
function tellsMore({ kind }: Affair, words: string): boolean {
  return kind === "round" && !WALKED.test(words) && WALKED_AND_MORE.test(words);
}

/** A 接龙 belongs to the meeting that its title names, or that it has begun from; any other list is the residents' own. */
async function chainAnswer(on: On, said: Said): Promise<Answer | undefined> {
  const chain = readChain(said.text);
  if (chain === undefined || said.room === undefined) return undefined;
  const { topic } = said.room;
  const here = (await on.shelf.open()).filter(
    (affair): affair is Meeting => affair.kind === "meeting" && affair.stage === "called" && affair.rooms.includes(topic),
  );
  const named = quotedAffair(said.quoted);
  const meant = here.filter(
    (meeting) => (named?.kind === "meeting" && named.number === meeting.number) || isTitled(meeting, chain, said.text),
  );
  const [affair] = meant;
  return affair === undefined || meant.length > 1 ? undefined : { affair, order: { verb: "chain", text: "", chain } };
}

function isTitled({ number, title, topics }: Meeting, chain: Chain, text: string): boolean {
  const head = chain.title ?? text.split("\n").slice(0, 3).join(" ");
  const found = affairNamed(head) ?? quotedAffair(text);
  if (found !== undefined) return found.kind === "meeting" && found.number === number;
  return head.includes(title) || topics.some((topic) => topic.text.length > 2 && head.includes(topic.text));
}

import type { Community } from "../../shared/community.ts";
import { HOUR, type Instant } from "../../shared/instant.ts";
import type { Fill } from "../../tickets/saying/wording.ts";
import { mentionsIn } from "../words/addressee.ts";
import { plainText } from "../words/reading.ts";
import { isOnlyTime } from "../words/times.ts";

/** The questions that a few words answer: whom an order is for, or when. */
const ASKS = new Set(["notice.where", "notice.whichEstate", "notice.whichTime", "meeting.when", "vote.whichTime"]);
/** So long a question is open. */
const OPEN = HOUR / 2;
const HEAD =
  /^\s*(?:请|麻烦|帮忙|帮我|小格)?[\s,，]*(?:群发|发布?|下|出)?(?:一?[个则条下])?(?:通知|公告|会议(?:通知)?|开会|征集|征求意见)(?:一下)?[\s:：，,]*/u;
const BUILDING = /(?<![0-9])(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[a-z])\s?(?:号楼|#楼?|号?[栋幢座])/iu;
const PARTICLES = /^(?:发?给|就|是|都)?[\s的呀啊吧呢哦，,。、和]*$/u;

/** What a question keeps with itself, so that an answer of a few words completes the order: the order, and when it was asked about. */
export function keptWith(question: string, order: string, now: Instant): Fill {
  return ASKS.has(question) ? { order, askedAt: now } : {};
}

/** The orders that a line may mean as the answer to the question that was told last, the likeliest first; none when it is no answer. */
export function completedOrders(
  community: Community,
  told: { readonly wording: string; readonly fill: Fill } | undefined,
  line: string,
  now: Instant,
): readonly string[] {
  const order = told?.fill["order"];
  if (told === undefined || typeof order !== "string" || now - Number(told.fill["askedAt"]) > OPEN) return [];

  const answer = plainText(line).trim();
  const inHead = (words: string) => order.replace(HEAD, (head) => `${head.trimEnd()} ${words} `);
  if (!told.wording.endsWith("where") && !told.wording.endsWith("whichEstate"))
    return isOnlyTime(answer) ? [`${order}（${answer}）`, inHead(answer)] : [];

  const place = placeIn(community, answer);
  if (place === undefined) return [];
  const inPlace = order.replace(BUILDING, (building) => (BUILDING.test(place) ? place : `${place}${building}`));
  return told.wording.endsWith("whichEstate") ? [inPlace, inHead(place)] : [inHead(place)];
}

/** The place or group that is all a line says, `给葵花里的吧`; undefined when it says more. */
function placeIn(community: Community, answer: string): string | undefined {
  const mentions = mentionsIn(community, answer);
  const [first] = mentions;
  const last = mentions.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const apart = mentions.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), answer);
  return PARTICLES.test(apart) ? answer.slice(first.start, last.end) : undefined;
}

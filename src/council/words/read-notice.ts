import type { When } from "../../shared/instant.ts";
import { type Addressee, type Area, mentionsIn, settled, together } from "./addressee.ts";
import { plainText, type Reading } from "./reading.ts";

/** A notice as the secretary ordered it. What is unclear the caller asks: whom it is for, which estate's building, when, or what it says. */
export type Notice = {
  readonly to?: Addressee;
  readonly when?: When;
  readonly body: string;
  readonly unclear?: "body" | "place" | "estate" | "time";
};

const COMMAND =
  /^\s*(?:请|麻烦|帮忙|帮我|小格)?[\s,，]*(?:紧急|重要|温馨|再次)?(?:群发(?:一[个则条])?(?:通知|公告)?|(?:发布?|下|出)(?:一?[个则条下]|一下)?(?:通知|公告)|通知|公告)(?:一下|下(?!水|午|雨|雪|周|个|月|班|单|楼))?(?:给|到|至)?/u;
/** `通知收到`, `通知呢`, `通知单在哪`: of notices, not one. */
const NO_COMMAND =
  /^(?:书|单|栏|函|了|过|到(?:位|了)|收到|呢|吗|在哪|什么|谁|已|没|还|怎么|有没有|的|里|上|写|说|撤[回销]|取消|更正|我|你|他|她)/u;
const ASKS = /^[^\n]{0,20}(?:吗|呢|[?？])\s*$/u;
/** Between the addressee and the text; also how a group is addressed. */
const APART = /^(?:的?(?:全体)?(?:居民|业主|住户|邻居|群|各位)(?:们|群|朋友)?)?(?:[\s:：,，。、!！）)]+|$)/u;
const BETWEEN = /^[\s、,，和及与的（(）)]*$/u;
/** What needs a time; `国庆期间注意防火` needs none. */
const EVENT =
  /[停断][水电气暖网]|检修|维修|抢修|施工|消杀|打药|封闭|演练|体检|义诊|接种|打针|开会|会议|大会|讲座|活动|入户|上门|巡查|清扫|大扫除|放映|演出|截止/u;

/** `停水通知发到5号楼，明天上午8点`: what it is about comes first. */
const SUBJECT_FIRST =
  /^\s*(?:请|麻烦|帮忙|帮我|小格)?[\s,，]*把?(?<subject>[^\s，,。：:]{2,12}?)的?(?:通知|公告)(?:请|麻烦|帮忙|帮我)?发(?:布|送)?(?:到|给|至)\s*(?<rest>[^?？了吗]+)$/u;

/** Reads `通知 3号楼 明天上午9点到11点停水，请提前储水`; undefined for what is no such order. The body keeps the secretary's own words. */
export function readNotice(text: string, { community, readTime, now }: Reading): Notice | undefined {
  const plain = subjectLast(community, plainText(text));
  const command = COMMAND.exec(plain);
  if (command === null) return undefined;
  const after = plain.slice(command[0].length);
  if (NO_COMMAND.test(after) || ASKS.test(after)) return undefined;

  const said = after.replace(/^[\s:：,，。]+/u, "").trim();
  const mentions = mentionsIn(community, said);
  const head = headOf(mentions, said);
  const apart = head === 0 ? undefined : APART.exec(said.slice(head));
  const body = (apart ? said.slice(head + apart[0].length) : said).trim();
  const inHead = mentions.filter(({ end }) => end <= head);
  // `请大家提前储水` in the text is no addressee; a building is one, and stays where it stands.
  const { to, unclear } = placed(
    together(inHead.length > 0 ? inHead : mentions.filter(({ to: { kind } }) => kind === "areas"), said),
    (area) => settled(community, area),
  );
  const when = readTime(body, now);
  const doubt = /[\p{L}\p{N}]/u.test(body) ? (unclear ?? (when === "unclear" && EVENT.test(body) ? "time" : undefined)) : "body";
  return {
    ...(to === undefined ? {} : { to }),
    ...(when === undefined || when === "unclear" ? {} : { when }),
    body,
    ...(doubt === undefined ? {} : { unclear: doubt }),
  };
}

/** An order as most people give it, when it names whom it is for right behind 发到. */
function subjectLast(community: Reading["community"], text: string): string {
  const { subject, rest = "" } = SUBJECT_FIRST.exec(text)?.groups ?? {};
  return subject !== undefined && mentionsIn(community, rest)[0]?.start === 0 ? `通知 ${rest.trim()}，${subject}` : text;
}

/** How far the addressee reaches at the beginning: mentions one after another. */
function headOf(mentions: ReturnType<typeof mentionsIn>, text: string): number {
  let end = 0;
  for (const mention of mentions) {
    if (!BETWEEN.test(text.slice(end, mention.start))) break;
    end = mention.end;
  }
  return end;
}

function placed(
  to: Addressee | undefined,
  estatesOf: (area: Area) => readonly string[],
): { readonly to?: Addressee; readonly unclear?: "place" | "estate" } {
  if (to === undefined) return { unclear: "place" };
  if (to.kind === "rooms" && to.rooms.length === 0) return { unclear: "place" };
  if (to.kind !== "areas") return { to };
  const found = to.areas.map((area) => ({ area, estates: estatesOf(area) }));
  const areas = found.map(({ area, estates: [only, second] }) =>
    only === undefined || second !== undefined ? area : { ...area, estate: only },
  );
  if (found.some(({ estates }) => estates.length === 0)) return { to: { kind: "areas", areas }, unclear: "place" };
  if (found.some(({ estates }) => estates.length > 1)) return { to: { kind: "areas", areas }, unclear: "estate" };
  return { to: { kind: "areas", areas } };
}

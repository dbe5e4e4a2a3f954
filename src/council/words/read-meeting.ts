import type { When } from "../../shared/instant.ts";
import { type Invited, invitedIn } from "./invited.ts";
import { plainText, type Reading } from "./reading.ts";

/** What sort of meeting: who sits in it and which rules it has differ. */
export type MeetingKind =
  | "council"
  | "jointMeeting"
  | "coGovernance"
  | "partyMembers"
  | "branchCommittee"
  | "representatives"
  | "building"
  | "owners"
  | "other";

export type Topic = { readonly text: string; readonly ticket?: number };

/** A meeting as the secretary ordered it. `at` is only there when its hour was told; `unclear` is what the caller must ask. */
export type Meeting = {
  readonly at?: When;
  readonly kind: MeetingKind;
  /** Its name as the secretary said it: `居民议事会`. */
  readonly title?: string;
  readonly topics: readonly Topic[];
  readonly venue?: string;
  readonly invite: readonly Invited[];
  readonly online: boolean;
  readonly unclear?: "time";
};

const KINDS: readonly (readonly [MeetingKind, RegExp])[] = [
  ["jointMeeting", /联席会议?|六方(?:联席)?会议?/u],
  ["coGovernance", /共商(?:共治)?会议?|共治会/u],
  ["council", /议事会议?|议事协商会?|恳谈会|院坝会|板凳会|圆桌会/u],
  ["partyMembers", /党员(?:代表)?(?:大会|会议)/u],
  ["branchCommittee", /支委会|支部委员会(?:会议)?|支部会议?/u],
  ["representatives", /居民代表(?:大会|会议?)/u],
  ["building", /楼栋(?:议事|协商)?会议?|楼(?:栋)?长会议?|单元会/u],
  ["owners", /业主(?:代表)?大会|业委会(?:会议)?/u],
  [
    "other",
    /(?:居民|工作|网格|调度|协调|座谈|听证|碰头|动员|总结|推进|培训|说明|评议|换届|选举|通气|见面)(?:大会|会议?|例会)|例会|主题党日|民主评议会/u,
  ],
];
const OWNER =
  "(?:[\\p{Script=Han}]{2,6}(?:小区|社区|巷)|居民|网格|小区|社区|业主|党群|民主|季度|月度|年度|第[一二三四1-4]季度|[0-9一二三四五六七八九十]{1,3}(?:号楼|栋|格)\\s?)*";

const COMMAND =
  /^\s*(?:请|麻烦|帮忙|帮我|小格)?[\s,，]*(?:(?:安排|组织|发起|预约(?!的)|新建|拟|定|开|召开|组织召开|召集)(?:一?个|一次|一场|一下)?(?=[^\n]{0,30}会)|会议(?:通知|安排|预告)?|开(?:个|一个|一次)?会|召开|定于|拟定于)[\s:：,，]*/u;
/** Of meetings, not one: the room, the minutes, questions, and orders about one that is already there. */
const NO_MEETING =
  /^\s*会议(?:室|纪要|记录|精神|结束|取消|推迟|延期|改|几点|什么|在哪|照片|签到|开完|内容是|号)|会开(?:完|了)|开(?:完|过)会|(?:吗|呢|[?？])\s*$|多少|怎么|为什么|还在开会|谁|开会(?:了|啦|去|的人|呢|吧$)|(?:昨|前)[天晚].{0,8}(?:会|开)/u;

type Label = "time" | "venue" | "topics" | "invite" | "kind" | "none";
const LABELS: readonly (readonly [Label, string])[] = [
  ["time", "(?:会议|开会)?(?:时间|日期)\\s*[:：]?"],
  ["venue", "(?:会议|开会)?(?:地点|地址|会场|场地)\\s*[:：]?"],
  [
    "topics",
    "(?:会议)?(?:议题|议程|主题|内容)\\s*(?:是|为|有)?\\s*[:：]?|(?:讨论|商议|商量|研究|审议|议一议|协商|主要议)(?!会|厅|室|事会)(?:一下)?\\s*[:：]?",
  ],
  [
    "invite",
    "(?:并|同时)?(?:特)?邀请?(?!函)\\s*[:：]?|(?:(?:并|同时|请)?通知|叫上|喊上)(?=[\\p{Script=Han}]{0,6}(?:物业|代表|业委|党员|网格|楼长|单位|公司|派出所|居民))|(?:参会|参加|与会|出席|列席)(?:人员|单位|对象|方)?\\s*[:：]|列席",
  ],
  ["kind", "(?:会议)?(?:名称|类型|形式|方式)\\s*[:：]"],
  ["none", "(?:备注|要求|主持人?|联系人|注意|说明)\\s*[:：]"],
];
const LABEL = new RegExp(LABELS.map(([label, words]) => `(?<${label}>(?:${words}))`).join("|"), "gu");

/** Without an hour nobody knows when to come. */
const HOUR = /[0-9一二两三四五六七八九十]\s?[点时]|[0-9]{1,2}[:：][0-9]{2}|下班后|(?:小时|分钟|钟头)后/u;
const ONLINE = /线上|腾讯会议|视频会|语音会议|网上(?:开|会)|钉钉|群里开|飞书|云会议/u;

/** Reads `会议 下周三晚7点 议事会 议题 停车棚改造、垃圾点搬迁`, in any order, labelled or not; undefined for what orders no meeting. */
export function readMeeting(text: string, reading: Reading): Meeting | undefined {
  const plain = plainText(text).trim();
  const command = COMMAND.exec(plain)?.[0] ?? (opensWithTime(plain, reading) ? "" : undefined);
  if (command === undefined || NO_MEETING.test(plain)) return undefined;

  const parts = partsOf(plain.slice(command.length));
  const head = [parts.none, parts.kind].join(" ");
  const named = kindIn(`${head} ${parts.time} ${command}`);
  if (named === undefined && !HOUR.test(plain) && parts.topics === "" && parts.time === "") return undefined;

  const timed = `${parts.time} ${head}`;
  const when = reading.readTime(timed, reading.now);
  const at = when === undefined || when === "unclear" || when.from <= reading.now || !HOUR.test(timed) ? undefined : when;
  const venue = parts.venue === "" ? venueIn(head) : value(parts.venue);
  return {
    ...(at === undefined ? {} : { at }),
    kind: named?.kind ?? "other",
    ...(named === undefined ? {} : { title: named.title }),
    topics: topicsIn(parts.topics),
    ...(venue === undefined ? {} : { venue }),
    invite: invitedIn(parts.invite, reading.community),
    online: ONLINE.test(plain),
    ...(at === undefined ? { unclear: "time" as const } : {}),
  };
}

/** `下周三晚上7点召开议事会`: an order too when the time comes first. */
function opensWithTime(text: string, { readTime, now }: Reading): boolean {
  const time = /^(?<time>[^,，。\n]{2,20}?)(?:在[^,，。\n]{2,12}?)?(?:召开|举行|开)(?=[^,，。\n]{0,12}会)/u.exec(text)?.groups?.[
    "time"
  ];
  if (time === undefined || /[我你他她谁们]/u.test(time) || kindIn(text) === undefined) return false;
  const when = readTime(time, now);
  return when !== undefined && when !== "unclear";
}

/** The text under its labels; what stands before the first is `none`. */
function partsOf(text: string): Readonly<Record<Label, string>> {
  const parts: Record<Label, string> = { time: "", venue: "", topics: "", invite: "", kind: "", none: "" };
  let label: Label = "none";
  let from = 0;
  for (const match of text.matchAll(LABEL)) {
    const found = LABELS.map(([name]) => name).find((name) => match.groups?.[name] !== undefined) ?? "none";
    // `讨论` inside a list of topics is a word of the topic.
    if (found === "topics" && label === "topics" && !/[题程容]/u.test(match[0])) continue;
    parts[label] += ` ${text.slice(from, match.index)}`;
    label = found;
    from = match.index + match[0].length;
  }
  parts[label] += ` ${text.slice(from)}`;
  return {
    ...parts,
    time: parts.time.trim(),
    topics: parts.topics.trim(),
    venue: parts.venue.trim(),
    invite: parts.invite.trim(),
  };
}

function kindIn(text: string): { readonly kind: MeetingKind; readonly title: string } | undefined {
  for (const [kind, words] of KINDS) {
    const match = new RegExp(`${OWNER}(?:${words.source})`, "u").exec(text);
    if (match !== null) return { kind, title: match[0] };
  }
  return undefined;
}

const PLACE =
  /(?:[0-9]{1,2}楼)?[\p{Script=Han}0-9]{0,8}(?:活动室|会议室|党群(?:服务)?中心|议事[厅亭室]|广场|凉亭|办公室|礼堂|食堂|服务站|服务中心|驿站|书屋|多功能厅|居委会|院子里?|大厅)/u;

/** `在小广场召开`, `社区活动室`: a place by its sort. */
export function venueIn(text: string): string | undefined {
  const said = /在(?<place>[^\s,，。在]{2,14}?)(?:召开|举行|开会|开|碰头|集合)/u.exec(text)?.groups?.["place"];
  const found =
    said ??
    PLACE.exec(
      text.replace(/^.*?(?:[点时半分钟]|[0-9]{2})(?=[\p{Script=Han}]*(?:室|中心|厅|亭|广场|堂|站|屋|会|院))/u, " "),
    )?.[0];
  const place = found?.replace(/^[在于到]/u, "");
  return place === undefined || place === "" ? undefined : place;
}

function value(text: string): string | undefined {
  const [first = ""] = text.split(/[\n,，。;；]|\s{1,}(?=\S)/u);
  const place = first.trim().replace(/^(?:在|是|为)/u, "");
  return place === "" ? undefined : place;
}

const TICKET = /(?:工单)?\s?(?:#\s?(?<sharp>[0-9]{1,6})|(?<=工单\s?)(?<said>[0-9]{1,6})|(?<named>[0-9]{1,6})号工单)/u;

function topicsIn(text: string): readonly Topic[] {
  const numbered = text.replace(
    /(?<=^|[\s;；,，。])(?:[0-9]{1,2}[.、)）](?![0-9])|[一二三四五六七八九十]{1,2}[、.])\s*|[①-⑳]\s*/gu,
    "\n",
  );
  const parts = numbered.split(/[\n;；、。]|[,，](?=\S)|\s+(?=#)/u).map((part) => part.trim());
  return parts.flatMap((part) => {
    const match = TICKET.exec(part);
    const number = match?.groups?.["sharp"] ?? match?.groups?.["said"] ?? match?.groups?.["named"];
    const words = (match === null ? part : part.replace(match[0], " "))
      .replace(/[(（]\s*[)）]/gu, "")
      .replace(/^[\s和及与:：,，]+|[\s和及与:：,，]+$/gu, "")
      .trim();
    if (words === "" && number === undefined) return [];
    return [{ text: words, ...(number === undefined ? {} : { ticket: Number(number) }) }];
  });
}

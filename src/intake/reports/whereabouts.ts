import { DAY, type Instant } from "../../shared/instant.ts";
import type { OpenMatter, Reading } from "../../tickets/reading.ts";
import type { Matter } from "../../tickets/register.ts";
import type { Heard } from "../heard.ts";
import { howItStands } from "../replies/answer-reply.ts";
import { answerAsking, type Greeting } from "../replies/small-talk.ts";
import { addWords } from "./file-report.ts";
import type { Readers } from "./readers.ts";

/** How a question after a matter begins: who is on it, when they come, what has become of it. */
const ASKS =
  /谁[在来去会能给]*(?:管|修|弄|办|处理|负责|跟进)|(?:什么时候|啥时候|什么时间|几时|何时|几点|哪天|多久|多会儿?|多长时间)[^，。,？?]{0,6}(?:来|修|好|弄|办|处理|解决|装|换|送|回复|结果|到|完)|(?:怎么|咋|怎)样了|到哪一?步|到哪了|(?:有|没)(?:什么|啥)?(?:进展|结果|消息|回音|回复|下文)|(?:什么|啥)(?:进展|结果|情况了?)|进度|(?:修|处理|弄|办|解决|安排)(?:好|完)?了?(?:吗|没有|没|么|嘛)|有(?:没有)?人(?:来|去|在)?(?:管|修|弄|办|处理|看)(?:了)?(?:吗|没有|没|么|嘛)/u;
/** Who waits and says so: their staff read it too. */
const URGES =
  /怎么(?:还|一直)(?:没|不)|还(?:没|不)(?:有)?(?:人)?(?:来|修|管|弄|办|处理|好|解决|动静|消息)|(?:等|催)了(?:半天|好久|几|两|三|一)/u;
/** Words that name nothing. */
const FILLERS =
  /(?:我|我们|俺)?(?:[上那这]次|昨[天晚]|前天|今早|早上|上午|刚才|之前)?(?:报修|报|说|反映|提)(?:过)?的|我们?家?|俺家?|咱们?家?|请问|问一?下|想问|麻烦|师傅|你们|您|[那这]个?|事儿?|事情|问题|东西|到底|究竟|现在|时候|什么|有没有|没有|怎么|还|就|都|人|在|会|能|给|来|去|[好的了呢呀啊吗嘛哦哈么吧得]|[\s，,。.？?！!～~、…]/gu;
const LONGEST = 30;
const RECENT = 3 * DAY;

/** One matter, or all that somebody has open. */
export type Asked = { readonly number: number; readonly isUrged: boolean; readonly isOwn: boolean } | "all";

/** Whether words only ask how a matter stands, or urge. */
export function asksAfter(text: string): boolean {
  return text.length <= LONGEST && (ASKS.test(text) || URGES.test(text));
}

/**
 * The matter that somebody asks after without its number: their own one that the words name, or their only one when they name nothing;
 * else the only one of the group with that place and that thing. Undefined: it may be the first word of something new.
 */
export async function askedAfter(
  { office }: Pick<Readers, "office">,
  { actor, known, room, spoken }: Heard,
  { joins, place, kind, sure }: Reading,
  said: string,
  open: readonly OpenMatter[],
  now: Instant,
): Promise<Asked | undefined> {
  if (!asksAfter(said) || (kind === "hazard" && sure) || actor.roles.length > 0) return undefined;
  const isUrged = URGES.test(said);
  const about = thingIn(said);
  const isHere = ({ place: other }: Matter["ticket"] | OpenMatter): boolean =>
    place.building === undefined || other.building === place.building;
  const mine = (await office.register.askedBy(actor.id)).filter(
    ({ ticket }) => isHere(ticket) && (ticket.state === "open" || now - ticket.closedAt < RECENT),
  );
  const standing = mine.some(({ ticket }) => ticket.state === "open")
    ? mine.filter(({ ticket }) => ticket.state === "open")
    : mine.slice(0, 1);
  const own =
    standing.find(({ ticket }) => ticket.number === joins) ??
    only(about === "" ? standing : standing.filter(({ summary }) => sharesWord(about, summary)));
  // Words that name nothing may be talk among neighbours: in a group nobody is answered aloud who did not ask the bot.
  const isAsking = room === undefined || spoken.addressed || known.friend;
  if (own !== undefined) return isAsking ? { number: own.ticket.number, isUrged, isOwn: true } : undefined;
  if (about === "" && standing.length > 1) return room === undefined || spoken.addressed ? "all" : undefined;
  if (room === undefined || about === "" || place.building === undefined) return undefined;
  const other = only(open.filter((each) => each.kind !== "dispute" && isHere(each) && sharesWord(about, each.summary)));
  return other === undefined ? undefined : { number: other.number, isUrged, isOwn: false };
}

/** Answers with who is on a matter and when they will hear. An urging is added to it, a neighbour's question is a voice for it. False: that ticket does not take it. */
export async function tellHowItStands(
  on: Readers & Greeting,
  lines: readonly Heard[],
  rows: readonly number[],
  asked: Asked,
  text: string,
  now: Instant,
): Promise<boolean> {
  const [first] = lines;
  if (first === undefined) return false;
  if (asked === "all") {
    await answerAsking(on, first, { verb: "mine", text: "", plain: true, bare: true }, now);
    await on.journal.settle(rows.slice(1), "answered");
    return true;
  }
  const { number, isUrged, isOwn } = asked;
  const matter = await on.office.register.matter(number);
  if (matter === undefined) return false;
  // Only what was raised in the open, in this very group, is told to a neighbour.
  if (!isOwn && matter.ticket.room !== first.room?.topic) return false;

  const command = { verb: isOwn ? "supplement" : "support", by: first.actor, text } as const;
  const isKept = (isUrged || !isOwn) && (await addWords(on, lines, rows, number, command, now));
  if (!isKept && !isOwn) return false;
  if (!isKept) await on.keepPerson(first.known);
  const isAloud = first.room !== undefined && !first.known.friend && !first.spoken.addressed;
  const told = isAloud ? [] : [howItStands(on.office, first, (await on.office.register.matter(number)) ?? matter, now)];
  await on.office.register.transact(async (transaction) => {
    await transaction.say(told);
    if (!isKept) await transaction.settle(rows, { as: "answered" });
  });
  return true;
}

/** What is left of a question when everything that only asks is taken away. */
function thingIn(said: string): string {
  const rest = said.replace(new RegExp(ASKS, "gu"), "").replace(new RegExp(URGES, "gu"), "").replace(FILLERS, "");
  return rest.length < 2 ? "" : rest;
}

/** Two characters in a row that are not of a house's number. */
function sharesWord(one: string, other: string): boolean {
  const words = one.replace(/[\d一二三四五六七八九十]+(?:号楼|栋|幢|单元|号|楼|层)?/gu, " ");
  return [...words].some((_, at) => {
    const pair = words.slice(at, at + 2);
    return /^\p{Script=Han}{2}$/u.test(pair) && other.includes(pair);
  });
}

function only<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}

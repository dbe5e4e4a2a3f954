import { isNameLike } from "../chain/names.ts";
import { COUNTING, personsIn } from "./count-people.ts";
import { householdIn } from "./household.ts";
import type { Mark } from "./marks.ts";
import { marksIn } from "./marks.ts";
import { plainText } from "./reading.ts";

/** What somebody answers to what was posted: a meeting, a vote, a survey. Which of them counts, the posting knows. */
export type Post = Answer & { readonly household?: string };

type Answer =
  /** `people`: how many come, themselves counted; `names` when others are named. */
  | { readonly kind: "signUp"; readonly people: number; readonly names: readonly string[] }
  | { readonly kind: "signOff"; readonly reason?: string }
  | { readonly kind: "checkIn" }
  | { readonly kind: "vote"; readonly choice: "for" | "against" | "abstain"; readonly reason?: string }
  /** `A`, `2`: as the list names it. */
  | { readonly kind: "option"; readonly option: string; readonly reason?: string }
  /** A digit alone: an option of a vote, or the mark of a survey with one item. */
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "marks"; readonly marks: readonly Mark[] };

const LONGEST = 80;
const ASKS =
  /[?？]|吗|呢(?:[。!！~]*$)|怎么|什么|多少|几[点个号时楼]|哪[里儿个天]|谁|是不是|能不能|要不要|有没有|可不可以|可以吗/u;
const POLITE =
  /^(?:@\S+\s+|好的?|收到|嗯+|行|可以|没问题|谢谢|你好|您好)[\s,，。!！~]+|[\s,，。!！~]*(?:谢谢(?:大家|您|你|啦|了)?|辛苦(?:了|啦)?|麻烦(?:了|您了)?)[。!！~]*$/gu;
const TAIL = /(?:[\s。.!！~、,，;；]|\p{Extended_Pictographic}|\u{FE0F}|[\u{1F3FB}-\u{1F3FF}]|\[[\p{Script=Han}]{1,4}\])+$/u;

/** Reads what people answer to a posting; undefined for talk, questions, and words that only look like it. */
export function readPost(text: string): Post | undefined {
  const plain = plainText(text).trim();
  if (plain.length > LONGEST || plain === "" || (ASKS.test(plain) && !/^[^,，]{0,12}[,，]/u.test(plain)) || /\n.*\n/u.test(plain))
    return undefined;

  const { household, rest } = householdIn(plain);
  const isShout = /[!！]$/u.test(plain);
  const words = rest
    .replace(/[(（]\s*[)）]/gu, " ")
    .replace(POLITE, "")
    .replace(TAIL, "")
    .replace(/^[\s:：,，的]+/u, "")
    .replace(/\s+/gu, " ")
    .trim();
  const answer = ASKS.test(words) ? undefined : answerIn(words, isShout);
  return answer === undefined ? undefined : { ...answer, ...(household === undefined ? {} : { household }) };
}

function answerIn(words: string, isShout: boolean): Answer | undefined {
  if (words === "") return undefined;
  return vote(words) ?? checkIn(words) ?? signOff(words) ?? option(words) ?? marked(words) ?? signUp(words, isShout);
}

const WE = "(?:我们家|我家|咱家|我们|咱们|我|俺|本人|本户|全家)?的?";
/** After a vote stands at most its reason, apart from it. */
const REASON = "(?:\\s*[,，。;；:：!！]\\s*|\\s+|(?:[,，\\s]*因为))(?<reason>.{2,40})";
const CHOICES: Readonly<Record<"for" | "against" | "abstain", string>> = {
  for: "同意|赞成|支持|没意见|没有意见|无异议|赞同",
  against: "不同意|反对|不赞成|不支持|不赞同",
  abstain: "弃权",
};
const VOTES = (["against", "abstain", "for"] as const).map((choice) => ({
  choice,
  pattern: new RegExp(
    `^${WE}(?:这户)?[:：\\s]*(?:投|选|表决|也|都|均|完全|坚决|非常|十分|绝对|全部|一致|表示|举双手|是)*(?:${CHOICES[choice]})(?:[,，\\s]?(?:${CHOICES[choice]}))*(?:票|的|了|(?:这个|该|此|本)?方案|(?:加?装|安装|改造|更换|维修|搬迁|新?建|拆除?|换)[^的了\\s,，。]{0,6})?(?:[\\s,，]*\\+1)?(?:${REASON})?$`,
    "u",
  ),
}));
/** A vote with an `if` is none: somebody has to ask. */
const CONDITION = /^(?:但|不过|可是|只是|如果|要是|前提|除非|就是)|的话$|楼上|前提是/u;

function vote(words: string): Answer | undefined {
  for (const { choice, pattern } of VOTES) {
    const match = pattern.exec(words);
    if (match === null) continue;
    const reason = match.groups?.["reason"]?.trim();
    // Praise is said with 支持 too; as a vote it stands alone.
    if (reason !== undefined && (CONDITION.test(reason) || words.includes("支持"))) return undefined;
    return { kind: "vote", choice, ...(reason === undefined ? {} : { reason }) };
  }
  return undefined;
}

const NAME = "(?:[\\p{Script=Han}]{2,4}\\s*)??";
const HERE = new RegExp(
  `^(?:现场)?(?<name>${NAME})${WE}(?:已经|已)?(?:签到|到会|到场|到位|报到|到了|已到|到)(?:了|啦|成功)?(?:[,，\\s]*签到)?(?:[,，\\s]+(?<who>[\\p{Script=Han}]{2,4}))?$`,
  "u",
);

function checkIn(words: string): Answer | undefined {
  const match = HERE.exec(words);
  const { name = "", who = "" } = match?.groups ?? {};
  const isPerson = [name.trim(), who].every((one) => one === "" || (isNameLike(one) && !/[收快没看听想遇做办拿]$/u.test(one)));
  return match !== null && isPerson ? { kind: "checkIn" } : undefined;
}

const EXCUSE =
  "(?:家里有事|家里来客人?|有点?事|临时有事|加班|上班|出差|生病|感冒|发烧|住院|不舒服|身体不[适好]|不在家|在外地|带孩子|孩子生病|值班|没空|没时间|走不开|抱歉|不好意思|对不起)";
const DAY = "(?:今天|今晚|明天|明晚|那天|当天|到时候|这次|周[一二三四五六日])?";
const CANNOT =
  "(?:去不[了成]|来不[了成]|不去了?|不来了?|参加不了|不参加|不能(?:参加|去|来|到)|没法(?:参加|去|来|到)|无法(?:参加|到场|出席)|到不了|取消报名|取消我?的?报名|取消|退出|退报|撤销报名|不报了|请个?假(?:一次)?)";
const OFF = new RegExp(
  `^${WE}(?:${DAY}(?<before>(?:${EXCUSE}[,，。了\\s]*)+))?${WE}${DAY}(?:就|可能|要|想|得|先|也|都|需要)*${CANNOT}(?:了|啦)?(?:(?:[\\s,，。:：;；]+|(?=因|${EXCUSE}))(?:因为|原因)?[:：\\s]*(?<after>.{2,30}))?$`,
  "u",
);

function signOff(words: string): Answer | undefined {
  const match = OFF.exec(words);
  if (match === null) return undefined;
  const reason = (match.groups?.["after"] ?? match.groups?.["before"])?.replace(/[\s,，。]+$/u, "");
  return { kind: "signOff", ...(reason === undefined || reason === "" ? {} : { reason }) };
}

const LETTER = "[A-Ha-h]";
const PICK = new RegExp(
  `^${WE}(?:(?<verb>投票?给?|选择?|支持|赞成|同意)\\s*)?(?<marker>方案|选项|第)?\\s*(?<option>${LETTER}|[0-9]{1,2}|[一二三四五六七八九十])\\s*(?<unit>号方案|号选项|个方案|个|项|号|方案|选项|票)?吧?(?:${REASON})?$`,
  "u",
);
const HAN = "一二三四五六七八九十";

function option(words: string): Answer | undefined {
  const { verb, marker, option: said = "", unit, reason } = PICK.exec(words)?.groups ?? {};
  if (said === "") return undefined;
  const isLetter = /[a-z]/iu.test(said);
  const value = isLetter ? said.toUpperCase() : String(HAN.includes(said) ? HAN.indexOf(said) + 1 : Number(said));
  const isChosen =
    marker !== undefined || /方案|选项/u.test(unit ?? "") || (verb !== undefined && unit !== "个" && unit !== "票");
  if (isLetter || isChosen) return { kind: "option", option: value, ...(reason === undefined ? {} : { reason: reason.trim() }) };
  return /^[0-9]{1,2}$/u.test(words) ? { kind: "number", number: Number(words) } : undefined;
}

function marked(words: string): Answer | undefined {
  const marks = marksIn(words);
  return marks === undefined ? undefined : { kind: "marks", marks };
}

const SIGN =
  "(?:(?:也|都|要|想|会|可以|能|准时|一定|按时|确定)*(?:报名(?:参加|成功)?|报个?名|报一个|参加|参与|出席)|(?:算|加|记|帮我报)(?:我|上我|我们)?(?:一个|上)?|接龙)";
const COMES = "(?:(?:准时|一定|按时|都|会|也|可以|能|要)+(?:去|来|到)|(?<=我|我们|我家)(?:去|来|能到))";
const JOIN = new RegExp(`^(?<front>.*?)(?:${SIGN}(?:了|啦|吧|哦|的|一下)?|${COMES}(?:的|哦)?(?=$|[\\s,，]))(?<back>.*)$`, "u");
/** `不吃辣`, `自带凳子`: what is said beside a sign-up. */
const ASIDE = /[\s,，]+(?:不吃|吃素|素食|清真|少辣|自带|晚到|早走|坐轮椅|有车|能开车).{0,12}$/u;
/** Who is told by these is the one who writes. */
const SELF = new RegExp(`^${WE}$`, "u");

function signUp(words: string, isShout: boolean): Answer | undefined {
  const counted = words.match(COUNTING) ?? [];
  const rest = words.replace(COUNTING, " ").trim();
  const people = /^\+\s?1$/u.test(words) ? 1 : personsIn(words, 1);
  if (/^[+＋\s,，:：]*$/u.test(rest)) return counted.length > 0 ? { kind: "signUp", people, names: [] } : undefined;

  const match = JOIN.exec(rest.replace(ASIDE, ""));
  if (match === null || (isShout && /^我[去来]$/u.test(words))) return undefined;
  const others = [match.groups?.["front"] ?? "", match.groups?.["back"] ?? ""]
    .flatMap((part) => part.split(/[\s、,，:：和+]+/u))
    .map((part) => part.replace(/^(?:帮忙?|替|代|给)/u, ""))
    .filter((part) => part !== "" && !SELF.test(part) && !/^(?:[一共共计名额位个人算上也都]+|两个?)$/u.test(part));
  if (!others.every(isNameLike)) return undefined;
  const least = Math.max(1, others.length);
  return { kind: "signUp", people: Math.max(least, personsIn(words, least)), names: others };
}

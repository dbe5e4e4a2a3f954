/** Whether a sentence tells of what was or of what will be; `untold` when it shows neither. */
export type Tense = "past" | "coming" | "untold";

const CLAUSE_END = /[,，。!！?？;；\n]/;
const WILL =
  /要(?!不|命)|(?<!麻)将|(?<![委大事协聚社机年的开])会(?![议所员计场])|请(?!假)|麻烦|记得|务必|准备|打算|届时|欢迎|(?<![特区级类性告])别(?![人的处墅])|(?<!没)想(?![到象])|拟/;
/** 了 of `别忘了`, 过 of `过来` and the like tell nothing. */
const WAS =
  /(?<![忘为除算]|就好)了(?!解|吗)|(?<![路通经超不错])过(?![来去年节期滤敏道程户几两])|的$|看见|发现|听见|突然|竟|还在|还有人|又在|一直|[就都还]没|[那上]次|有人[一-龥]{0,3}把/;
const ASKS =
  /吗|[?？]|大家|谁(?=一起|去|来|要|想|有空)|报名|之前|截止|集合|参加|召开|举行|通知|提前|建议|希望|能[^力量源]|带[好上齐]|等/;
const TOLD = /(?<![错不])过(?![来去])|没通知|没人|报警|(?<![忘为除好])了$/;

/** The clause from `start` on tells most, then the rest of the text. */
export function tenseAt(text: string, start: number): Tense {
  const rest = text.slice(start);
  const end = rest.search(CLAUSE_END);
  const clause = end < 0 ? rest : rest.slice(0, end);
  if (WILL.test(clause)) return "coming";
  if (WAS.test(clause)) return "past";
  if (ASKS.test(rest)) return "coming";
  return TOLD.test(rest) ? "past" : "untold";
}

const HABIT =
  /天天|每(?:[天日晚周月年早到逢]|星期|礼拜|个?(?:周|月|星期|礼拜|早|晚|工作))|经常|常常|总是|总有|老是|老有|老在|平时|平常|一般|往往|通常|长期|一到|逢|这[几两]天|最近|近期|工作日|今后|以后(?=晚|早|中午|半夜|周)|(?:营业|办公|开放|上班)时间|(?<![上下这本个])(?:周|星期|礼拜)一[到至-](?:周|星期|礼拜)?[五六日天]/;

/** `晚上几点关` asks for an hour and tells none. */
const ASKS_HOUR = /几点/;

/** Whether the clause around that place tells of a habit: `每天晚上十点`, `周一到周五`; or, of a part of no certain day, asks for it. */
export function isHabit(text: string, start: number, isDayless: boolean): boolean {
  const before = text.slice(0, start).split(CLAUSE_END).at(-1) ?? "";
  const after = text.slice(start).split(CLAUSE_END)[0] ?? "";
  return HABIT.test(before + after) || (isDayless && ASKS_HOUR.test(after));
}
